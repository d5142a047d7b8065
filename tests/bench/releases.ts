import { readFile } from "node:fs/promises";
import { connect } from "node:net";
import pg from "pg";
import { openInsight } from "#app/domain/microdata/read-microdata.server.ts";
import { makeRelease } from "#app/domain/release/make-release.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { paths } from "#app/paths.ts";
import { type Measured, printFigure } from "./figure.ts";
import { fillRound } from "./many-responses.ts";
import { measureCopy, measureInTurns, measureLatency } from "./pages.ts";
import type { Stage } from "./stage.ts";

const EXPORTS = 30;
/** How often the file and the yardstick are measured. */
const TURNS = 3;
/** ms between two looks at the memory of the server */
const SAMPLE_MS = 50;
const STALLED = 20;
/** The stalled readers are free when so many looks one after the other find no busy connection, or never after so long. */
const [FREE_LOOKS, STALL_MOST_MS] = [20, 240_000];
/** A tuned LimeSurvey 6 on a machine of this kind, for the statistics and the export of 100,000 responses. */
const LIMESURVEY = { dashboard_s_at_100000: 12.2, export_s_at_100000: 27 };

/** Releases rounds of these sizes one after the other, reads and exports each, and prints a line per figure and size. */
export async function measureReleases(stage: Stage, sizes: readonly number[]): Promise<void> {
  const dashboards: string[] = [];
  for (const responses of sizes) {
    const roundId = await fillRound(stage, responses);
    const started = performance.now();
    const { releaseId } = await makeRelease(stage.db, { roundId, actorId: null, now: new Date() });
    const made = { seconds: (performance.now() - started) / 1000 };
    printFigure(`release of ${responses} responses`, made, {
      what: "one GROUP BY over the same cells",
      ...(await measureGrouping(stage, roundId)),
    });
    dashboards.push(stage.origin + paths.release(releaseId));
    const inTurns = await measureInTurns(dashboards, stage.steeringCookie);
    const p95s = inTurns.map(({ p95_ms }) => p95_ms as number);
    printFigure(
      `dashboard of ${responses} responses`,
      { ...inTurns.at(-1), p95_by_smallest: Math.max(...p95s) / Math.min(...p95s) },
      {
        what: "the aim; beside the sizes before, in turns",
        ...{ p95_ms: 25, p95_by_smallest: 1.2, limesurvey_s_at_100000: LIMESURVEY.dashboard_s_at_100000 },
      },
    );
    const file = stage.origin + paths.releaseExport(releaseId, "analyse");
    printFigure(`analysis CSV of ${responses} responses`, await measureLatency(file, stage.steeringCookie, EXPORTS), {
      what: "COPY TO of the same figures",
      ...(await measureCopy(stage, releaseId)),
    });
    const { exported, copied } = await measureExports(stage, roundId);
    printFigure(`single responses as files, ${responses} responses`, exported, {
      what: "COPY TO of their cells, in turns; the aim: twice that, 50 MB more memory",
      ...copied,
      limesurvey_s_at_100000: LIMESURVEY.export_s_at_100000,
    });
    if (responses === sizes.at(-1)) {
      const stalled = await measureStalled(
        stage,
        await openFile(stage, roundId),
        stage.origin + paths.release(releaseId),
      );
      printFigure(`${STALLED} readers of that file who stopped reading`, stalled, {
        what: "the aim: none of them holds a connection to the database",
        busy_connections: 0,
      });
    }
  }
}

async function measureGrouping(stage: Stage, roundId: string): Promise<Measured> {
  const query = `select item, code, number, count(*) from cell where round_id = '${roundId}' and visible group by 1, 2, 3`;
  return { seconds: await timeQuery(stage, query) };
}

async function timeQuery(stage: Stage, query: string): Promise<number> {
  const client = new pg.Client({ connectionString: stage.adminUrl });
  await client.connect();
  try {
    const started = performance.now();
    await client.query(query);
    return (performance.now() - started) / 1000;
  } finally {
    await client.end();
  }
}

/** Where an analyst who gave a reason fetches the single responses of a round. */
async function openFile(stage: Stage, roundId: string): Promise<string> {
  const viewer = { accountId: stage.analyst.accountId } as Viewer;
  const insightId = await openInsight(stage.db, viewer, { roundId, reason: "Messung der Ausgabe", now: new Date() });
  return stage.origin + paths.microdataFile(roundId, insightId);
}

/**
 * One reader fetches everything, and PostgreSQL writes the same cells by itself, as they lie and response by response in an
 * order that says nothing, as they are in the file: in turns, the fastest of each, and how much the memory of the server grew
 * beside what it had before the first.
 */
async function measureExports(stage: Stage, roundId: string) {
  const columns = "response_id, item, entry, code, number";
  const cells = `select ${columns} from cell where round_id = '${roundId}' and visible`;
  const shuffled = `select cells.* from (
      select response_id from response where round_id = '${roundId}' order by md5(response_id::text)
    ) asked cross join lateral (${cells} and response_id = asked.response_id order by position offset 0) cells`;
  const before = await memoryMb(stage.serverPid);
  let most = before;
  const watch = setInterval(async () => {
    most = Math.max(most ?? 0, (await memoryMb(stage.serverPid)) ?? 0);
  }, SAMPLE_MS);
  const copy = (query: string) => timeQuery(stage, `copy (${query}) to '/dev/null' with (format csv)`);
  const best = {
    exported: Number.POSITIVE_INFINITY,
    copied: Number.POSITIVE_INFINITY,
    shuffled: Number.POSITIVE_INFINITY,
  };
  let bytes = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    // A reason holds for a quarter of an hour, which three turns of a million responses take longer than.
    const url = await openFile(stage, roundId);
    const started = performance.now();
    bytes = await fetchAll(stage, url);
    best.exported = Math.min(best.exported, (performance.now() - started) / 1000);
    best.copied = Math.min(best.copied, await copy(cells));
    best.shuffled = Math.min(best.shuffled, await copy(shuffled));
  }
  clearInterval(watch);
  const growth = before === null || most === null ? null : most - before;
  const seconds = best.exported;
  const times = { times_copy: seconds / best.copied, times_copy_in_that_order: seconds / best.shuffled };
  const exported: Measured = { seconds, ...times, bytes, memory_growth_mb: growth };
  return { exported, copied: { seconds: best.copied, seconds_in_that_order: best.shuffled } };
}

/** Reads the file and keeps nothing of it; gives back its bytes. */
async function fetchAll(stage: Stage, url: string): Promise<number> {
  const answer = await fetch(url, { headers: { Cookie: stage.analyst.cookie } });
  if (answer.status !== 200 || !answer.body) throw new Error(`${url} answered ${answer.status}`);
  let bytes = 0;
  const reader = answer.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) bytes += piece.value.byteLength;
  return bytes;
}

/** Resident memory of a process, in MB; null where /proc does not exist. */
async function memoryMb(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

/**
 * Readers who ask for the file and read nothing of it: after how long none of them holds a connection any more (null: it was
 * not waited for that long), how many did at the last look, and what others wait afterwards.
 */
async function measureStalled(stage: Stage, url: string, dashboard: string): Promise<Measured> {
  const { hostname, port, pathname } = new URL(url);
  const readers = Array.from({ length: STALLED }, () => {
    const socket = connect(Number(port), hostname).on("error", () => {});
    socket.pause();
    socket.write(`GET ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nCookie: ${stage.analyst.cookie}\r\n\r\n`);
    return socket;
  });
  const client = new pg.Client({ connectionString: stage.adminUrl });
  await client.connect();
  try {
    const started = performance.now();
    let [busy, free] = [0, 0];
    // Between two of its queries a reader holds none either: only a while without any counts.
    while (free < FREE_LOOKS && performance.now() - started < STALL_MOST_MS) {
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
      busy = await countBusy(client);
      free = busy === 0 ? free + 1 : 0;
    }
    const taken = (performance.now() - started - FREE_LOOKS * SAMPLE_MS) / 1000;
    const seconds_until_free = free < FREE_LOOKS ? null : taken;
    const { p95_ms } = await measureLatency(dashboard, stage.steeringCookie, EXPORTS);
    return { busy_connections: busy, seconds_until_free, dashboard_p95_ms: p95_ms as number };
  } finally {
    for (const reader of readers) reader.destroy();
    await client.end();
  }
}

/** Connections to the same database, beside this one, that work or wait within a transaction. */
async function countBusy(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ busy: string }>(
    `select count(*) as busy from pg_stat_activity
     where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  );
  return Number(rows[0]?.busy);
}
