import { Agent, get, type RequestOptions } from "node:http";
import autocannon from "autocannon";
import pg from "pg";
import { paths } from "#app/paths.ts";
import { type Measured, quantile, timeEach } from "./figure.ts";
import type { Stage } from "./stage.ts";

const CONNECTIONS = 16;
const SECONDS = 8;
const TIMES = 200;
const TURNS = 8;
const EXPORTS = 30;
const DRAWINGS = 40;

/** Requests per second at sixteen connections. */
export async function measureThroughput(url: string, cookie = ""): Promise<Measured> {
  const headers: Record<string, string> = cookie ? { Cookie: cookie } : {};
  await autocannon({ url, connections: CONNECTIONS, duration: 2, headers });
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS, headers });
  if (result.non2xx + result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers were no success`);
  return { requests_per_s: result.requests.average, p50_ms: result.latency.p50, p99_ms: result.latency.p99 };
}

/**
 * One reader after the other: p50 and p95 of the whole answer, with its bytes as they are sent. Nothing is unpacked or kept:
 * a reader who clears up after itself would be measured along.
 */
export async function measureLatency(url: string, cookie = "", times = TIMES): Promise<Measured> {
  const [measured] = await measureInTurns([url], cookie, times);
  return measured as Measured;
}

/** As `measureLatency`, of several addresses in turns, so that they meet the same machine. */
export async function measureInTurns(urls: readonly string[], cookie: string, times = TIMES): Promise<Measured[]> {
  const agent = new Agent({ keepAlive: true });
  const each = urls.map((url) => ({ url, taken: [] as number[], gzip_bytes: 0 }));
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const one of each) {
      const taken = await timeEach(Math.ceil(times / TURNS), async () => {
        one.gzip_bytes = await read(one.url, { agent, headers: { Cookie: cookie, "Accept-Encoding": "gzip" } });
      });
      one.taken.push(...taken);
    }
  }
  agent.destroy();
  return each.map(({ taken, gzip_bytes }) => ({
    p50_ms: quantile(taken, 0.5),
    p95_ms: quantile(taken, 0.95),
    gzip_bytes,
  }));
}

/** Of a page that is drawn once, how long it takes to draw it while all else is warm: each address is asked for once. */
export async function measureDrawing(url: string, cookie = ""): Promise<Measured> {
  let last = 0;
  const taken = await timeEach(DRAWINGS, () => {
    const address = new URL(url);
    address.searchParams.set("neu", `${++last}`);
    return read(address.href, { headers: { Cookie: cookie, "Accept-Encoding": "gzip" } });
  });
  return { drawn_anew_p50_ms: quantile(taken, 0.5), drawn_anew_p95_ms: quantile(taken, 0.95) };
}

/** Bytes of the body of an answer. */
function read(url: string, options: RequestOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = get(url, options, (answer) => {
      let bytes = 0;
      answer.on("data", (piece: Buffer) => {
        bytes += piece.length;
      });
      answer.on("end", () =>
        answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${url} answered ${answer.statusCode}`)),
      );
      answer.on("error", reject);
    });
    asked.on("error", reject);
  });
}

export function measureCsv(stage: Stage, releaseId: string): Promise<Measured> {
  return measureLatency(stage.origin + paths.releaseExport(releaseId, "csv"), stage.steeringCookie, EXPORTS);
}

/** The same figures written by PostgreSQL itself, on the server, as CSV. */
export async function measureCopy(stage: Stage, releaseId: string): Promise<Measured> {
  const client = new pg.Client({ connectionString: stage.adminUrl });
  await client.connect();
  try {
    const figures = `select * from release_figure join release_item using (release_id, item) where release_id = '${releaseId}'`;
    const { rowCount } = await client.query(figures);
    const taken = await timeEach(EXPORTS, () => client.query(`copy (${figures}) to '/dev/null' with (format csv)`));
    return { p50_ms: quantile(taken, 0.5), p95_ms: quantile(taken, 0.95), rows: rowCount };
  } finally {
    await client.end();
  }
}
