import { afterAll, beforeAll, expect, it } from "vitest";
import { makeRelease } from "#app/domain/release/make-release.server.ts";
import { readReleaseOutlook } from "#app/domain/release/outlook.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { outcomeOf } from "../responses/sample-sheet.ts";
import { insertRound, CLOSED_AT as now, participants } from "./sample-round.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.dispose());

/** So many of the sample submit, spread over organisations by their index. */
const people = (n: number, organisationOf: (i: number) => number) =>
  participants()
    .slice(0, n)
    .map((one, i) => ({ ...one, organisation: organisationOf(i) }));

it.each([
  { of: people(5, (i) => i), strict: false, obstacle: { kind: "responses", n: 5, minimum: 6 } },
  { of: people(9, (i) => i), strict: true, obstacle: { kind: "responses", n: 9, minimum: 10 } },
  { of: people(8, (i) => i % 2), strict: false, obstacle: { kind: "organisations", n: 2, minimum: 3 } },
  { of: people(9, (i) => Math.max(0, i - 6)), strict: false, obstacle: { kind: "dominated", n: 9 } },
  { of: people(6, (i) => i % 3), strict: false, obstacle: null },
])("says before the release whether there can be one: $obstacle", async ({ of, strict, obstacle }) => {
  const { db } = database;
  const roundId = await insertRound(db, of, { strict });
  await closeRound(db, { roundId, actorId: null, now });
  expect(await readReleaseOutlook(db, { round_id: roundId, strict })).toEqual({
    submitted: of.length,
    mails: 0,
    obstacle,
    uncoded: 1,
  });
  const made = await outcomeOf(makeRelease(db, { roundId, actorId: null, now }));
  expect(made === "too-few-respondents").toBe(obstacle !== null);
});
