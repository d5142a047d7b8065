import pg from "pg";

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 5000;
/** A connection that was cut without a word is found out by this question. */
const ALIVE_MS = 15_000;

export type Listening = { stop: () => Promise<void> };

/**
 * Listens on a channel over a connection of its own, for as long as the process runs: it is opened anew when it breaks.
 * What was said meanwhile is lost, so `onGap` is called after each new connection: whoever depends on it reads anew.
 */
export function listen(
  url: string,
  channel: string,
  { onMessage, onGap }: { onMessage: (payload: string) => void; onGap: () => void },
): Listening {
  let client: pg.Client | undefined;
  let stopped = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  function again(): void {
    if (stopped) return;
    const wait = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures);
    failures += 1;
    timer = setTimeout(() => void connect(), wait);
  }

  async function connect(): Promise<void> {
    const own = new pg.Client({
      connectionString: url,
      application_name: "praxisspiegel-listen",
      keepAlive: true,
      query_timeout: ALIVE_MS / 2,
    });
    client = own;
    let over = false;
    const end = () => {
      if (over) return;
      over = true;
      clearInterval(alive);
      own.end().catch(() => {});
      again();
    };
    own.on("error", end);
    own.on("end", end);
    own.on("notification", ({ payload }) => onMessage(payload ?? ""));
    const alive = setInterval(() => own.query("select 1").catch(end), ALIVE_MS);
    try {
      await own.connect();
      await own.query(`listen ${pg.escapeIdentifier(channel)}`);
      failures = 0;
      onGap();
    } catch {
      end();
    }
  }

  void connect();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
