import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { changesSchema } from "#app/domain/responses/changes-schema.ts";
import { saveChanges } from "#app/domain/responses/save-changes.server.ts";
import { CHANGES_PER_PAGE } from "#app/domain/talk/limits.ts";
import { historySchema, readHistory } from "#app/domain/talk/read-history.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { openSampleSheet, outcomeOf, type SampleSheet } from "../responses/sample-sheet.ts";

let database: TestDatabase;
let sheet: SampleSheet;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database?.dispose());
beforeEach(async () => {
  sheet = await openSampleSheet(database.db);
});

async function save(path: string, value: unknown, base: number, viewer: Viewer = sheet.lead) {
  const { operations } = changesSchema.parse({ operations: [{ opId: randomUUID(), path, base, value }] });
  await saveChanges(database.db, viewer, await sheet.invitation(), operations);
}
const read = async (question: string, before?: string, viewer: Viewer = sheet.lead) =>
  readHistory(database.db, viewer, (await sheet.invitation()).invitation_id, { question, before });

test("who changed what into what, newest first, with the comment beside it and without other questions", async () => {
  await save("plan", "kurz", 0);
  await save("thema", ["recht", "other"], 0, sheet.member);
  await save("thema-Comment", "Asyl", 0);
  await save("plan", "lang", 1, sheet.member);
  await save("plan", null, 2);
  const { changes, next } = await read("plan");
  expect(changes.map(({ by, value, raw }) => [by, value, raw])).toEqual([
    ["Test lead", "", null],
    ["Test member", "lang", "lang"],
    ["Test lead", "kurz", "kurz"],
  ]);
  expect(next).toBeNull();
  const about = (await read("thema")).changes;
  expect(about.map(({ path, by, value }) => [path, by, value])).toEqual([
    ["thema-Comment", "Test lead", "Asyl"],
    expect.arrayContaining([expect.stringMatching(/^thema/), "Test member"]),
  ]);
});

test("a second version is marked", async () => {
  await save("plan", "kurz", 0);
  await save("plan", "lang", 0, sheet.member);
  expect((await read("plan")).changes.map(({ value, clash }) => [value, clash])).toEqual([
    ["lang", "open"],
    ["kurz", null],
  ]);
});

test("comes a page at a time, and no change is left out or shown twice", async () => {
  const many = CHANGES_PER_PAGE + 3;
  for (let i = 0; i < many; i++) await save("zahl", i, i);
  const first = await read("zahl");
  expect(first.changes).toHaveLength(CHANGES_PER_PAGE);
  const second = await read("zahl", first.next as string);
  expect([...first.changes, ...second.changes].map(({ raw }) => raw)).toEqual(
    Array.from({ length: many }, (_, i) => many - 1 - i),
  );
  expect(second.next).toBeNull();
});

test("is there before anything was answered, for the team alone, and for questions that exist", async () => {
  expect(await read("plan")).toEqual({ changes: [], next: null });
  const other = await openSampleSheet(database.db);
  expect(await outcomeOf(read("plan", undefined, other.lead))).toBe("not-found");
  for (const name of ["nichts", "page:eins", "__proto__"]) expect(await outcomeOf(read(name))).toBe("not-found");
});

test("a mark that nobody gave out is refused before the database sees it", () => {
  const id = randomUUID();
  for (const vor of [
    "x",
    `2026-99-99T00:00:00.000000Z_${id}`,
    `2026-02-31T00:00:00.000000Z_${id}`,
    `2026-01-01T00:00:00.000000Z_${id}'--`,
    `_${id}`,
  ]) {
    expect(historySchema.safeParse({ frage: "plan", vor }).success, vor).toBe(false);
  }
  expect(historySchema.safeParse({ frage: "plan", vor: `2026-01-01T00:00:00.000000Z_${id}` }).success).toBe(true);
  expect(historySchema.safeParse({}).success).toBe(false);
  expect(historySchema.safeParse({ frage: "x".repeat(1000) }).success).toBe(false);
});
