import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addCode } from "#app/domain/coding/change-tree.server.ts";
import { beginCoding, readCodingDesk } from "#app/domain/coding/code-texts.server.ts";
import { QUOTE_SIGNS } from "#app/domain/coding/limits.ts";
import { decideOnQuote, proposeQuote, readQuotes } from "#app/domain/coding/quotes.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { type CodingRound, insertAnalyst, insertCodingRound } from "../../../support/coding-round.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertAccount, viewerOf } from "../../../support/people.ts";
import { attempt, CLOSED } from "../../../support/refusal.ts";
import { outcomeOf } from "../responses/sample-sheet.ts";

let database: TestDatabase;
let round: CodingRound;
let ada: Viewer;
let ben: Viewer;
let textId: string;

beforeAll(async () => {
  database = await createDatabase();
  ada = await insertAnalyst(database.db, "Ada");
  ben = await insertAnalyst(database.db, "Ben");
});
afterAll(() => database?.dispose());
beforeEach(async () => {
  round = await insertCodingRound(database.db, ["Frau Meier hilft uns sehr.", "Mehr Zeit."]);
  await addCode(database.db, by(ada), { name: "Personal", description: "", example: "", parentId: null });
  await beginCoding(database.db, by(ada));
  textId = (await readCodingDesk(database.db, by(ada), 1)).text?.id ?? "";
});

const by = (viewer: Viewer) => ({ viewer, key: round.key, now: new Date() });
const propose = (text: string, quoteId = randomUUID()) =>
  proposeQuote(database.db, by(ada), { quoteId, textId, text }).then(() => quoteId);
const decide = (viewer: Viewer, quoteId: string, decision: "approved" | "refused", reason = "") =>
  decideOnQuote(database.db, by(viewer), { quoteId, decision, reason });
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => "none",
    (error: { faults: { code: string; path: string }[] }) => `${error.faults[0]?.path} ${error.faults[0]?.code}`,
  );

test("a quote is decided by somebody else than its proposer, once, and refused with a reason", async () => {
  const quoteId = await propose("  Eine Fachkraft hilft uns sehr. ");
  await propose("  Eine Fachkraft hilft uns sehr. ", quoteId);
  expect(await outcomeOf(decide(ada, quoteId, "approved"))).toBe("second-person");
  expect(await faultOf(decide(ben, quoteId, "refused", " "))).toBe("/reason reason-missing");
  await decide(ben, quoteId, "approved");
  await decide(ben, quoteId, "approved");
  expect(await outcomeOf(decide(ben, quoteId, "refused", "doch nicht"))).toBe("changed-since");
  const { quotes } = await readQuotes(database.db, by(ada), null);
  expect(quotes).toMatchObject([
    { text: "Eine Fachkraft hilft uns sehr.", mine: true, decision: "approved", decider: "Ben", source: null },
  ]);
  expect(await attempt(database.db, `update quote set reason = 'x' where quote_id = '${quoteId}'`)).toBe(CLOSED);
});

test("limits and slips are named at the field", async () => {
  expect(await faultOf(propose(" "))).toBe("/text quote-missing");
  expect(await faultOf(propose("x".repeat(QUOTE_SIGNS + 1)))).toBe("/text too-long");
  await propose("Mehr davon.");
  expect(await faultOf(propose("Mehr davon."))).toBe("/text quote-known");
});

test("the whole text stands beside a quote that waits for this person only, and each look is noted", async () => {
  await propose("Eine Fachkraft hilft uns sehr.");
  expect((await readQuotes(database.db, by(ada), null)).quotes[0]?.source).toBeNull();
  const looks = () =>
    database.db
      .selectFrom("audit")
      .select("object_id")
      .where("actor_id", "=", ben.accountId)
      .where("verb", "=", "coding.read-text")
      .where("object_id", "=", textId)
      .execute();
  expect(await looks()).toHaveLength(0);
  expect((await readQuotes(database.db, by(ben), null)).quotes[0]?.source).toMatch(/hilft uns|Mehr Zeit/);
  expect(await looks()).toHaveLength(1);
});

test("the coordination, and texts of other rounds, are no part of it", async () => {
  const coordination = await viewerOf(database.db, await insertAccount(database.db, { role: "coordination" }));
  expect(await outcomeOf(readQuotes(database.db, by(coordination), null))).toBe("not-found");
  const other = await insertCodingRound(database.db, ["Anderswo."]);
  const elsewhere = { ...by(ada), key: other.key };
  expect(await outcomeOf(readQuotes(database.db, elsewhere, textId))).toBe("not-found");
  const proposal = { quoteId: randomUUID(), textId, text: "x" };
  expect(await outcomeOf(proposeQuote(database.db, elsewhere, proposal))).toBe("not-found");
});
