import { setTimeout as wait } from "node:timers/promises";
import { parse } from "csv-parse/sync";
import { strFromU8 } from "fflate";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { microdataBundle } from "#app/domain/microdata/bundle.server.ts";
import { orderByPseudonym } from "#app/domain/microdata/pseudonyms.server.ts";
import { type Microdata, readMicrodata } from "#app/domain/microdata/read-microdata.server.ts";
import { tablesOf } from "#app/domain/microdata/tables.server.ts";
import { variablesOf } from "#app/domain/microdata/variables.ts";
import type { PackedSheet } from "#app/domain/microdata/writers.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { impatientBodyOf } from "#app/http/body.server.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { openArchive } from "../export/archive.ts";
import { CLOSED_AT, insertRound, participants } from "../release/sample-round.ts";

/** More than are read at a time. */
const TIMES = 6;
/** As a list to which one may add could have it; its signs would cut cells apart. */
const TYPED = "selbst\u0001getippt\u0002=1";

let database: TestDatabase;
let roundId: string;

beforeAll(async () => {
  database = await createDatabase();
  const people = participants();
  const many = Array.from({ length: TIMES }, (_, at) =>
    people.map((one) => ({ ...one, organisation: one.organisation + 12 * at })),
  ).flat();
  roundId = await insertRound(database.db, many);
  await sql`
    update cell set code = ${TYPED} where (round_id, response_id, position) = (
      select round_id, response_id, position from cell
      where round_id = ${roundId} and item = 'thema' and visible limit 1)`.execute(database.owner);
  await closeRound(database.db, { roundId, actorId: null, now: CLOSED_AT });
}, 240_000);
afterAll(() => database?.dispose());

const open = () => readMicrodata(database.db, roundId, { secret: "geheim" });

async function textOf(pieces: AsyncGenerator<string | Uint8Array>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const piece of pieces) parts.push(Buffer.from(piece));
  return Buffer.concat(parts).toString("utf8");
}

test("both files say what the database holds, cell by cell, and nothing that somebody typed", async () => {
  const data = await open();
  const pieces: Buffer[] = [];
  for await (const piece of microdataBundle(data, new Date())) pieces.push(Buffer.from(piece));
  const files = openArchive(Buffer.concat(pieces));
  const rowsOf = (name: string): Record<string, string>[] =>
    parse(strFromU8(files[name] ?? new Uint8Array()), { columns: true, record_delimiter: "\r\n" });
  const [long, wide] = [rowsOf("einzeldaten-lang.csv"), rowsOf("einzeldaten-breit.csv")];
  const { rows } = await sql<{ item: string; entry: string; code: string; number: string; n: number }>`
    select item, coalesce(entry, '') as entry, coalesce(number::text, '') as number, count(*) as n,
      case code when ${TYPED} then ${"'-unlisted"} else coalesce(code, '') end as code
    from cell join response using (round_id, response_id)
    where round_id = ${roundId} and visible and state <> 'draft'
    group by 1, 2, 3, 5`.execute(database.db);
  const counted = Map.groupBy(long, ({ item, entry, code, number }) => JSON.stringify([item, entry, code, number]));
  const expected = rows.map(({ item, entry, code, number, n }) => [JSON.stringify([item, entry, code, number]), n]);
  expect([...counted].map(([key, own]) => [key, own.length]).sort()).toEqual(expected.sort());
  expect(wide).toHaveLength(data.round.submitted ?? -1);
  expect(wide.length).toBeGreaterThan(100);

  const pseudonyms = wide.map(({ bogen }) => bogen);
  expect(pseudonyms).toEqual([...new Set(pseudonyms)].sort());
  expect([...new Set(long.map(({ bogen }) => bogen))]).toEqual(
    pseudonyms.filter((one) => long.some(({ bogen }) => bogen === one)),
  );
  for (const row of wide) {
    const own = long.filter(({ bogen }) => bogen === row.bogen);
    expect(row.faelle).toBe(own.find(({ item }) => item === "faelle")?.number ?? "");
    expect(row.bed_zugang ?? "").toBe(numberOf(own.find(({ item }) => item === "bed/zugang")?.code));
    const chosen = own.filter(({ item }) => item === "thema").map(({ code }) => code);
    expect(row.thema_haft).toBe(chosen.length === 0 ? "" : chosen.includes("haft") ? "1" : "0");
  }
  expect(
    Object.values(files)
      .map((bytes) => strFromU8(bytes))
      .join(),
  ).not.toContain("getippt");
});

const numberOf = (code = ""): string => (code === "wn" ? "-1" : code);

test("what did not wait in memory is read again, and is the same", async () => {
  const data = await open();
  const variables = variablesOf(data.items, data.entriesOf);
  const read = async (keptBytes?: number) => {
    const asked: (number | undefined)[] = [];
    const watched: Microdata = {
      ...data,
      sheets: (from) => {
        asked.push(from);
        return data.sheets(from);
      },
    };
    const { long, wide } = tablesOf(watched, variables, keptBytes);
    return { long: await textOf(long()), wide: await textOf(wide()), asked };
  };
  const whole = await read();
  expect(whole.asked).toEqual([undefined, data.round.submitted]);
  const cut = await read(0);
  expect(cut.asked).toEqual([undefined, 0]);
  expect([cut.long, cut.wide]).toEqual([whole.long, whole.wide]);
  expect((await textOf(tablesOf(data, variables).wide())).split("\r\n")).toEqual(whole.wide.split("\r\n"));
});

test("reading goes on anywhere, and every pseudonym keeps its answers", async () => {
  const data = await open();
  const read = async (from?: number) => {
    const all: PackedSheet[] = [];
    // What was given out is emptied afterwards.
    for await (const sheets of data.sheets(from)) all.push(...sheets);
    return all;
  };
  const whole = await read();
  expect(whole).toHaveLength(data.round.submitted ?? -1);
  for (const from of [1, 99, 100, whole.length - 1]) expect(await read(from)).toEqual(whole.slice(from));
  expect(await read(whole.length)).toEqual([]);
});

test("however many are read at a time, everybody has the same pseudonym, and those of another scope are in another order", async () => {
  const everybody = async (scope: string, idsPerStep?: number) => {
    const ordered = await orderByPseudonym(database.db, roundId, { secret: "geheim", scope }, idsPerStep);
    return ordered.take(0, ordered.size);
  };
  const all = await everybody("a");
  expect(all.length).toBeGreaterThan(100);
  const pseudonyms = all.map(({ pseudonym }) => pseudonym);
  expect(pseudonyms).toEqual([...new Set(pseudonyms)].sort());
  for (const most of [1, 7, all.length - 1, all.length]) expect(await everybody("a", most)).toEqual(all);
  const others = await everybody("b");
  expect(others.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
  expect(others.map(({ id }) => id)).not.toEqual(all.map(({ id }) => id));
  expect(others.filter(({ pseudonym }) => pseudonyms.includes(pseudonym))).toEqual([]);
});

test("who stops reading holds nothing of the database, and is left after a while", async () => {
  const working = async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from pg_stat_activity
      where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`.execute(database.owner);
    return rows[0]?.n;
  };
  const data = await open();
  const pieces = microdataBundle(data, new Date());
  const reader = impatientBodyOf(pieces, 300).getReader();
  await reader.read();
  await expect.poll(working).toBe(0);
  await wait(600);
  // Whatever was on its way has come or is cut off, and the archive is closed.
  await expect(drain(reader)).rejects.toThrow("takes nothing");
  expect((await pieces.next()).done).toBe(true);
});

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  while (!(await reader.read()).done);
}
