import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readCorrection } from "#app/domain/release/correction.server.ts";
import { makeRelease } from "#app/domain/release/make-release.server.ts";
import { readReleases, readReport } from "#app/domain/report/read-report.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { eraseResponse, readErasure } from "#app/domain/rounds/erase-response.server.ts";
import { readHistory } from "#app/domain/rounds/history.server.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { attempt, CLOSED, NO_RIGHT } from "../../../support/refusal.ts";
import { outcomeOf } from "../responses/sample-sheet.ts";
import { insertRound, CLOSED_AT as now, type Participant, participants } from "./sample-round.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database?.dispose());

/** A released round: its id, its release, and the invitations whose responses counted, in the order of the projects. */
async function releasedRound(people: Participant[] = participants()) {
  const { db } = database;
  const roundId = await insertRound(db, people);
  await closeRound(db, { roundId, actorId: null, now });
  const { releaseId } = await makeRelease(db, { roundId, actorId: null, now });
  const rows = await db
    .selectFrom("response")
    .innerJoin("invitation", "invitation.invitation_id", "response.invitation_id")
    .innerJoin("project", "project.project_id", "invitation.project_id")
    .select(["invitation.invitation_id", "response.response_id"])
    .where("response.round_id", "=", roundId)
    .where("response.state", "=", "submitted")
    .orderBy(sql`substring(project.name from '[0-9]+')::integer`)
    .execute();
  return { roundId, releaseId, sheets: rows.map((row) => ({ id: row.invitation_id, responseId: row.response_id })) };
}

const REASON = "Auf Wunsch des Projekts.";
const erase = (roundId: string, invitationId: string, reason = REASON) =>
  eraseResponse(database.db, { roundId, actorId: null, now }, { invitationId, reason });
const correct = (roundId: string) =>
  makeRelease(database.db, { roundId, actorId: null, now, kind: "correction", reason: "Sechs Bögen sind gelöscht." });
const outlook = async (roundId: string) => (await readCorrection(database.db, roundId)).outlook;

/** Rows that belong to a response, by table. */
async function rowsOf(responseId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ["response", "field", "operation", "submission", "cell", "sign_off", "coding_text"]) {
    const { rows } = await sql<{ n: string }>`
      select count(*) as n from ${sql.table(table)} where response_id = ${responseId}`.execute(database.owner);
    counts[table] = Number(rows[0]?.n);
  }
  return counts;
}

const frozen = async (releaseId: string) =>
  JSON.stringify(
    await database.report
      .selectFrom("release_figure")
      .selectAll()
      .where("release_id", "=", releaseId)
      .orderBy(sql`item, breakdown, group_code`)
      .execute(),
  );

test("erases everything of one response, once, says so in the history, and leaves the release as it is", async () => {
  const { roundId, releaseId, sheets } = await releasedRound();
  const [first, second] = sheets as [(typeof sheets)[number], (typeof sheets)[number]];
  const before = await frozen(releaseId);
  expect(await rowsOf(first.responseId)).toMatchObject({ response: 1 });
  expect((await rowsOf(first.responseId)).cell).toBeGreaterThan(5);
  expect(await outcomeOf(erase(roundId, first.id, " "))).toBe("invalid-round");
  await erase(roundId, first.id);
  await erase(roundId, first.id, "Noch einmal.");
  expect(Object.values(await rowsOf(first.responseId)).every((n) => n === 0)).toBe(true);
  expect((await rowsOf(second.responseId)).response).toBe(1);
  expect(await frozen(releaseId)).toBe(before);
  const events = (await readHistory(database.db, roundId)).filter(({ verb }) => verb === "response.erase");
  expect(events).toMatchObject([{ about: "Projekt 0", reason: REASON }]);
  expect(await readErasure(database.db, roundId, first.id)).toMatchObject({ erasedAt: now, submittedAt: null });
});

test("there is nothing to erase of who sent in nothing, of an open round, of an anonymous one, or by anybody else", async () => {
  const { roundId, sheets } = await releasedRound();
  const invited = await database.db
    .selectFrom("invitation")
    .select("invitation_id")
    .where("round_id", "=", roundId)
    .where("invitation_id", "not in", [...sheets.map(({ id }) => id)])
    .executeTakeFirstOrThrow();
  expect(await outcomeOf(erase(roundId, invited.invitation_id))).toBe("not-submitted");
  const open = await insertRound(database.db, participants());
  const { invitation_id } = await database.db
    .selectFrom("invitation")
    .select("invitation_id")
    .where("round_id", "=", open)
    .executeTakeFirstOrThrow();
  expect(await outcomeOf(erase(open, invitation_id))).toBe("round-not-closed");
  expect(await outcomeOf(erase(roundId, invitation_id))).toBe("not-found");
  const statement = sql`select erase_response(${open}, ${invitation_id})`;
  expect(await attempt(database.db, statement)).toBe(CLOSED);
  expect(await attempt(database.report, statement)).toBe(NO_RIGHT);
  const anonymous = await insertRound(database.db, participants(), { privacy: "anonymous" });
  expect(await outcomeOf(readCorrection(database.db, anonymous))).toBe("not-found");
});

test("a correction takes enough who were erased out of the totals, all protected, and names what it corrects", async () => {
  const { roundId, releaseId, sheets } = await releasedRound();
  expect(await outlook(roundId)).toEqual({ gone: 0, isNewMethod: false, problem: "nothing-to-correct" });
  expect(await outcomeOf(correct(roundId))).toBe("nothing-to-correct");
  for (const { id } of sheets.slice(0, 5)) await erase(roundId, id);
  expect(await outlook(roundId)).toMatchObject({ gone: 5, problem: "too-few-erased" });
  expect(await outcomeOf(correct(roundId))).toBe("too-few-erased");
  await erase(roundId, (sheets[5] as { id: string }).id);
  expect(await outlook(roundId)).toMatchObject({ gone: 6, problem: null });
  const before = await frozen(releaseId);
  const { releaseId: correction } = await correct(roundId);
  const { release, breakdowns, newer } = await readReport(database.report, correction, "land");
  expect([breakdowns, newer]).toEqual([[], null]);
  expect(release).toMatchObject({
    ...{ kind: "correction", number: 2, submitted: 48, rule: { totals: "protected" } },
    corrects: { releaseId, reason: "Sechs Bögen sind gelöscht." },
  });
  const counts = (JSON.parse(await frozen(correction)) as { base: number; counts: { n: number }[] }[]).flatMap(
    (row) => [row.base, ...row.counts.map(({ n }) => n)],
  );
  expect(counts.filter((n) => n % 3 !== 0)).toEqual([]);
  expect(await frozen(releaseId)).toBe(before);
  expect((await readReport(database.report, releaseId, null)).newer).toMatchObject({ kind: "correction", number: 2 });
  const listed = (await readReleases(database.report)).filter((one) => one.roundId === roundId);
  expect(listed.map(({ kind, earlier }) => [kind, earlier.map((one) => one.kind)])).toEqual([
    ["correction", ["final"]],
  ]);
  expect(await outcomeOf(correct(roundId))).toBe("nothing-to-correct");
  expect((await readHistory(database.db, roundId))[0]?.verb).toBe("release.correct");
});

test("is refused where those who were erased are of too few organisations, and after two", async () => {
  const few = await releasedRound(participants().map((one, i) => ({ ...one, organisation: i < 8 ? i % 2 : i % 12 })));
  for (const { id } of few.sheets.slice(0, 8)) await erase(few.roundId, id);
  expect(await outcomeOf(correct(few.roundId))).toBe("too-few-erased");
  const { roundId, sheets } = await releasedRound();
  for (const from of [0, 6, 12]) {
    for (const { id } of sheets.slice(from, from + 6)) await erase(roundId, id);
    if (from < 12) await correct(roundId);
  }
  expect(await outcomeOf(correct(roundId))).toBe("corrections-used");
});

test("a round that is not released has none to correct", async () => {
  const roundId = await insertRound(database.db, participants());
  expect(await outcomeOf(readCorrection(database.db, roundId))).toBe("round-not-released");
  expect(await outcomeOf(correct(roundId))).toBe("round-not-closed");
  await closeRound(database.db, { roundId, actorId: null, now });
  expect(await outcomeOf(correct(roundId))).toBe("round-not-released");
});
