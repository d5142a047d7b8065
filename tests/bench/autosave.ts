import { randomUUID } from "node:crypto";
import pg from "pg";
import { paths } from "#app/paths.ts";
import { type Measured, quantile } from "./figure.ts";
import { benchEdits } from "./questionnaire.ts";
import type { Sheet, Stage } from "./stage.ts";

const PEOPLE_EACH = 4;
const SECONDS = 20;
/** Somebody who fills in a form answers a question every other second. */
const PAUSE_MS = 2000;
/** As many connections as the app has for its pages. */
const CONNECTIONS = 10;

/** Each of the four has every fourth field. */
const PATHS = benchEdits(3)
  .map(({ path }) => path)
  .slice(0, 40);

type Writer = {
  sheet: Sheet;
  cookie: string;
  place: number;
  revisions: Map<string, number>;
  count: number;
  turnedAway: number;
};

/**
 * Four people at each questionnaire, each at other questions of it; every edit is a request of its own, and its time runs
 * until the server says that it is saved.
 */
export async function measureAutosave(stage: Stage, sheets: Sheet[]): Promise<Measured> {
  const writers: Writer[] = [];
  for (const sheet of sheets) {
    for (const [index, cookie] of (await stage.join(sheet, PEOPLE_EACH)).entries()) {
      writers.push({ sheet, cookie, place: index, revisions: new Map(), count: 0, turnedAway: 0 });
    }
  }
  const taken = await pace(writers, (writer) => save(stage.origin, writer));
  const turnedAway = writers.reduce((sum, writer) => sum + writer.turnedAway, 0);
  return { people: writers.length, sheets: sheets.length, ...summary(taken), turned_away: turnedAway };
}

/** The same rows at the same pace straight through pg: one transaction each, acknowledged after its commit is on disk. */
export async function measureRawAutosave(stage: Stage, people: number): Promise<Measured> {
  const pool = new pg.Pool({ connectionString: stage.adminUrl, max: CONNECTIONS });
  try {
    await pool.query("create schema raw_autosave");
    for (const table of ["response", "field", "operation"]) {
      await pool.query(`create table raw_autosave.${table} (like ${table} including all)`);
    }
    const ids = Array.from({ length: people / PEOPLE_EACH }, () => ({ round: randomUUID(), response: randomUUID() }));
    for (const { round, response } of ids) {
      const text = "insert into raw_autosave.response (round_id, response_id, invitation_id) values ($1, $2, $3)";
      await pool.query(text, [round, response, randomUUID()]);
    }
    const writers = Array.from({ length: people }, (_, index) => ({ index, key: ids[index % ids.length], count: 0 }));
    const taken = await pace(writers, async (writer) => {
      writer.count += 1;
      const { round, response } = writer.key as (typeof ids)[number];
      await insertEdit(pool, [round, response, `frage_${writer.index}_${writer.count % 10}`, writer.count]);
    });
    return summary(taken);
  } finally {
    await pool.end();
  }
}

/** Everybody does `work` once in a while, not all at once, for so many seconds; gives back how long each time took. */
async function pace<T>(people: T[], work: (one: T) => Promise<void>): Promise<number[]> {
  const taken: number[] = [];
  const end = performance.now() + SECONDS * 1000;
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  await Promise.all(
    people.map(async (one) => {
      await wait(Math.random() * PAUSE_MS);
      while (performance.now() < end) {
        const started = performance.now();
        await work(one);
        taken.push(performance.now() - started);
        await wait(PAUSE_MS * (0.5 + Math.random()));
      }
    }),
  );
  return taken;
}

async function save(origin: string, writer: Writer): Promise<void> {
  writer.count += 1;
  const path = PATHS[((writer.count * PEOPLE_EACH) % PATHS.length) + writer.place] as string;
  const value = benchEdits(writer.count).find((edit) => edit.path === path)?.value ?? null;
  const operations = [{ opId: randomUUID(), path, base: writer.revisions.get(path) ?? 0, value }];
  const text = await untilSaved(origin + paths.changes(writer.sheet.invitationId), writer, { operations });
  const { outcomes } = JSON.parse(text) as { outcomes: { path: string; rev?: number }[] };
  for (const { path: at, rev } of outcomes) if (rev) writer.revisions.set(at, rev);
}

/** Where the server is busy it says when to come again, as the page does: that time counts too. */
async function untilSaved(url: string, writer: Writer, body: object): Promise<string> {
  for (;;) {
    const response = await fetch(url, {
      method: "POST",
      headers: { Cookie: writer.cookie, Origin: new URL(url).origin, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (response.status === 200) return text;
    if (response.status !== 503) throw new Error(`an edit was answered ${response.status}: ${text.slice(0, 300)}`);
    writer.turnedAway += 1;
    await new Promise((resolve) => setTimeout(resolve, Number(response.headers.get("Retry-After") ?? 1) * 1000));
  }
}

async function insertEdit(
  pool: pg.Pool,
  [round, response, path, rev]: [string, string, string, number],
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const key = [round, response];
    await client.query(
      "update raw_autosave.response set seq = seq + 1, changed_at = now() where round_id = $1 and response_id = $2",
      key,
    );
    await client.query(
      `insert into raw_autosave.field (round_id, response_id, path, value, rev) values ($1, $2, $3, $4, $5)
       on conflict (round_id, response_id, path) do update set value = excluded.value, rev = excluded.rev`,
      [...key, path, JSON.stringify(rev), rev],
    );
    await client.query(
      `insert into raw_autosave.operation (round_id, response_id, op_id, path, base, rev, value, body_hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [...key, randomUUID(), path, rev - 1, rev, JSON.stringify(rev), "x".repeat(64)],
    );
    await client.query("commit");
  } finally {
    client.release();
  }
}

function summary(taken: number[]): Measured {
  return {
    saves_per_s: taken.length / SECONDS,
    p50_ms: quantile(taken, 0.5),
    p99_ms: quantile(taken, 0.99),
  };
}
