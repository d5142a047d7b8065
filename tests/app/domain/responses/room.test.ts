import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Problem } from "#app/domain/problem.ts";
import { saveChanges } from "#app/domain/responses/save-changes.server.ts";
import { limits } from "#surveys/limits.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { openSampleSheet, type SampleSheet } from "./sample-sheet.ts";

let database: TestDatabase;
let sheet: SampleSheet;

const GROUP = {
  type: "paneldynamic",
  name: "partner",
  title: "Partner",
  templateElements: [{ type: "comment", name: "text", title: "Text" }],
};

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database?.dispose());
beforeEach(async () => {
  sheet = await openSampleSheet(database.db, { definition: { pages: [{ name: "eins", elements: [GROUP] }] } });
});

const edit = (path: string, value: unknown, base = 0) => ({ opId: randomUUID(), path, base, value });
const save = async (operations: ReturnType<typeof edit>[]) =>
  saveChanges(database.db, sheet.lead, await sheet.invitation(), operations as never);
const faultsOf = (operations: ReturnType<typeof edit>[]) =>
  save(operations).then(
    () => [],
    (problem: Problem) => problem.faults.map(({ code, path }) => [code, path]),
  );
const entries = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => edit(`partner/@e${from + i}`, from + i));

test("no more entries than can be submitted; who removes one may add another, and order and answers stay free", async () => {
  await save(entries(0, limits.entries - 1));
  const [fits, over] = entries(limits.entries - 1, 2);
  expect(await faultsOf([fits as never, over as never])).toEqual([
    ["too-many-entries", `/operations/1/value/${over?.path}`],
  ]);
  expect(await faultsOf([fits as never])).toEqual([]);
  expect(await faultsOf([over as never])).toEqual([["too-many-entries", `/operations/0/value/${over?.path}`]]);
  expect(await faultsOf([edit("partner/@e0", 5, 1), edit("partner/@e0/text", "a")])).toEqual([]);
  expect(await faultsOf([{ ...edit("partner/@e1", null, 1) }, over as never])).toEqual([]);
});

test("a response holds so many bytes and so many fields, whoever writes them in whichever portions", async () => {
  await save(entries(0, 100));
  const text = "ä".repeat(49_000);
  for (let i = 0; i < 80; i += 10) {
    await save(Array.from({ length: 10 }, (_, k) => edit(`partner/@e${i + k}/text`, text)));
  }
  const more = Array.from({ length: 5 }, (_, k) => edit(`partner/@e${80 + k}/text`, text));
  expect((await faultsOf(more)).map(([code]) => code)).toEqual(Array(5).fill("response-full"));
  expect(await faultsOf([edit("partner/@e0/text", "kurz", 1)])).toEqual([]);
});

test("fields of removed entries count, too", async () => {
  await save(entries(0, 1));
  const { response_id: responseId } = await sheet.invitation();
  await sql`insert into field (round_id, response_id, path, value, rev)
    select ${sheet.roundId}, ${responseId}, 'partner/@x/' || n, null, 1 from generate_series(2, ${limits.fields}::integer) as n
  `.execute(database.db);
  expect(await faultsOf(entries(5, 1))).toEqual([["response-full", "/operations/0/value/partner/@e5"]]);
  expect(await faultsOf([edit("partner/@e0", 7, 1)])).toEqual([]);
});
