import { randomUUID } from "node:crypto";
import pg from "pg";
import { paths } from "#app/paths.ts";
import { type Measured, share } from "./figure.ts";
import { processorMs, serverProcessorMs } from "./processor-time.ts";
import { benchEdits } from "./questionnaire.ts";
import type { Sheet, Stage } from "./stage.ts";

const CLIENTS = 16;
const TABLES = ["response", "field", "operation", "submission", "cell"] as const;

/**
 * Opens the form, saves forty answers, submits: three requests per response, by sixteen clients. `opened: false`: two
 * requests, as somebody's program would send them.
 */
export async function measureResponses(stage: Stage, sheets: Sheet[], { opened = true } = {}): Promise<Measured> {
  const before = await processors(stage);
  const seconds = await share(
    sheets.map((sheet, index) => ({ sheet, index })),
    CLIENTS,
    ({ sheet, index }) => fillIn(stage.origin, sheet, index, opened),
  );
  const after = await processors(stage);
  return {
    responses: sheets.length,
    responses_per_s: sheets.length / seconds,
    app_cpu_ms_each: each(after.app, before.app, sheets.length),
    database_cpu_ms_each: each(after.database, before.database, sheets.length),
  };
}

/** The rows that those responses became, inserted again through pg: one transaction each, sixteen clients. */
export async function measureRawInserts(stage: Stage, roundId: string): Promise<Measured> {
  const pool = new pg.Pool({ connectionString: stage.adminUrl, max: CLIENTS });
  try {
    const rows = await copyRows(pool, roundId);
    const before = await processors(stage);
    const own = process.cpuUsage();
    const seconds = await share(rows, CLIENTS, (one) => insertRaw(pool, one));
    const { user, system } = process.cpuUsage(own);
    const after = await processors(stage);
    return {
      responses_per_s: rows.length / seconds,
      client_cpu_ms_each: (user + system) / 1000 / rows.length,
      database_cpu_ms_each: each(after.database, before.database, rows.length),
    };
  } finally {
    await pool.end();
  }
}

async function fillIn(origin: string, { invitationId, cookie }: Sheet, seed: number, opened: boolean): Promise<void> {
  const headers = { Cookie: cookie, Origin: origin };
  if (opened) await expectStatus(await fetch(origin + paths.fill(invitationId), { headers }), 200);
  const operations = benchEdits(seed).map((edit) => ({ opId: randomUUID(), base: 0, ...edit }));
  const saved = await fetch(origin + paths.changes(invitationId), {
    method: "POST",
    headers: { ...headers, "Content-Type": "application/json" },
    body: JSON.stringify({ operations }),
  });
  const { seq } = JSON.parse(await expectStatus(saved, 200)) as { seq: number };
  const body = new URLSearchParams({ submissionId: randomUUID(), seq: String(seq) });
  const submitted = await fetch(origin + paths.review(invitationId), {
    method: "POST",
    headers,
    body,
    redirect: "manual",
  });
  await expectStatus(submitted, 302);
}

async function expectStatus(response: Response, status: number): Promise<string> {
  const text = await response.text();
  if (response.status !== status) throw new Error(`${response.url} answered ${response.status}: ${text.slice(0, 500)}`);
  return text;
}

type Copied = { tables: Record<string, string> };

/** The round's rows as JSON, response by response, and tables of the same shape to put them into. */
async function copyRows(pool: pg.Pool, roundId: string): Promise<Copied[]> {
  await pool.query("create schema raw");
  for (const table of TABLES) await pool.query(`create table raw.${table} (like ${table} including all)`);
  const { rows } = await pool.query<{ tables: Record<string, object[]> }>(
    `select jsonb_build_object(${TABLES.map(
      (table) => `'${table}',
       (select jsonb_agg(t) from ${table} t where (t.round_id, t.response_id) = (r.round_id, r.response_id))`,
    ).join(", ")}) as tables
     from response r where r.round_id = $1 and r.state = 'submitted'`,
    [roundId],
  );
  return rows.map(({ tables }) => ({
    tables: Object.fromEntries(Object.entries(tables).map(([name, list]) => [name, JSON.stringify(list)])),
  }));
}

async function insertRaw(pool: pg.Pool, { tables }: Copied): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    for (const table of TABLES) {
      await client.query({
        name: `raw-${table}`,
        text: `insert into raw.${table} select * from jsonb_populate_recordset(null::raw.${table}, $1::jsonb)`,
        values: [tables[table]],
      });
    }
    await client.query("commit");
  } finally {
    client.release();
  }
}

async function processors({ serverPid, postmaster }: Stage) {
  return { app: await processorMs(serverPid), database: await serverProcessorMs(postmaster) };
}

function each(after: number | null, before: number | null, count: number): number | null {
  return after === null || before === null ? null : (after - before) / count;
}
