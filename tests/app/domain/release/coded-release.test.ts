import { randomUUID } from "node:crypto";
import readExcelFile from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addCode, approveName } from "#app/domain/coding/change-tree.server.ts";
import { beginCoding, chooseCodes, finishCoding, readCodingDesk } from "#app/domain/coding/code-texts.server.ts";
import { decideOnQuote, proposeQuote } from "#app/domain/coding/quotes.server.ts";
import { readSettling, settleText } from "#app/domain/coding/settle.server.ts";
import { protectedCount } from "#app/domain/disclosure/protect.ts";
import { recordKey } from "#app/domain/disclosure/record-keys.ts";
import { ruleFor } from "#app/domain/disclosure/rule.ts";
import { openContents } from "#app/domain/export/release-contents.ts";
import { workbook } from "#app/domain/export/workbook.ts";
import { makeRelease } from "#app/domain/release/make-release.server.ts";
import { readReleaseOutlook } from "#app/domain/release/outlook.server.ts";
import { readReport } from "#app/domain/report/read-report.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { keepRoundingKey } from "#db/queries/rounding-keys.server.ts";
import { insertAnalyst, insertCodingRound } from "../../../support/coding-round.ts";
import { createDatabase, startTransaction, type TestDatabase } from "../../../support/database.ts";
import { CLOSED_AT, insertRound, type Participant } from "./sample-round.ts";

let database: TestDatabase;
let ada: Viewer;
let ben: Viewer;

beforeAll(async () => {
  database = await createDatabase();
  ada = await insertAnalyst(database.db, "Ada");
  ben = await insertAnalyst(database.db, "Ben");
});
afterAll(() => database?.dispose());

type Key = { roundId: string; item: string };
let steps = 0;
/** Each step comes after the one before, however fast the machine is. */
const by = (viewer: Viewer, key: Key) => ({ viewer, key, now: new Date(Date.now() + ++steps) });

/** Codes every text by what `choose` says of it. Gives back the ids of the texts by what they say. */
async function codeAll(viewer: Viewer, key: Key, choose: (text: string) => string[]): Promise<Map<string, string>> {
  await beginCoding(database.db, by(viewer, key));
  const ids = new Map<string, string>();
  const { total } = await readCodingDesk(database.db, by(viewer, key), 1);
  for (let number = 1; number <= total; number++) {
    const { text } = await readCodingDesk(database.db, by(viewer, key), number);
    if (!text) throw new Error(`no text ${number}`);
    ids.set(text.text, text.id);
    const codes = choose(text.text);
    await chooseCodes(database.db, by(viewer, key), { textId: text.id, kind: codes.length ? "codes" : "none", codes });
  }
  return ids;
}

const add = (key: Key, name: string) =>
  addCode(database.db, by(ada, key), { name, description: "", example: "", parentId: null });

async function quote(key: Key, textId: string, text: string, decision: "approved" | "refused"): Promise<void> {
  const quoteId = randomUUID();
  await proposeQuote(database.db, by(ada, key), { quoteId, textId, text });
  await decideOnQuote(database.db, by(ben, key), { quoteId, decision, reason: decision === "refused" ? "Name" : "" });
}

const uncodedOf = async ({ roundId }: Key) =>
  (await readReleaseOutlook(database.db, { round_id: roundId, strict: false })).uncoded;

describe("free texts that two people coded", () => {
  /** 26 projects of 13 organisations in two groups; the last two wrote nothing. */
  const WRITERS = 24;
  const people = Array.from({ length: WRITERS + 2 }, (_, i): Participant => {
    const offen = i < WRITERS ? { offen: `canary text ${i}` } : {};
    return {
      organisation: i % 13,
      attributes: { ansatz: [i % 2 ? "person" : "umfeld"] },
      answers: { plan: i % 3 ? "kurz" : "lang", ...offen },
    };
  });
  const QUOTES = ["„Es fehlt an Zeit […]“", "Mehr Austausch", "Ein Raum für Gespräche"];
  /** Which names a text has, by its number: two are frequent, two rare, one text has two. */
  const namesOf = (i: number) => {
    if (i === 0) return ["Personal", "Räume"];
    if (i % 3 < 2) return [["Personal", "Räume"][i % 3] as string];
    return [i % 6 === 2 ? "Recht" : "Reise"];
  };
  const numberOf = (text: string) => Number(text.split(" ").at(-1));
  let key: Key;
  let releaseId: string;
  /** the quotes of the same release, made and undone before */
  let rehearsed: string[];

  beforeAll(async () => {
    const { db } = database;
    const roundId = await insertRound(db, people, {
      definition: {
        elements: [
          { type: "comment", name: "offen", title: "Was fehlt?" },
          { type: "radiogroup", name: "plan", choices: ["kurz", "lang"] },
        ],
      },
    });
    await closeRound(db, { roundId, actorId: null, now: CLOSED_AT });
    key = { roundId, item: "offen" };
    expect(await uncodedOf(key)).toBe(1);
    const ids = new Map<string, string>();
    for (const name of ["Personal", "Räume", "Recht", "Reise"]) ids.set(name, await add(key, name));
    const codesOf = (text: string) => namesOf(numberOf(text)).flatMap((name) => ids.get(name) ?? []);
    const texts = await codeAll(ada, key, codesOf);
    await codeAll(ben, key, (text) => (numberOf(text) === 4 ? [] : codesOf(text)));
    for (const viewer of [ada, ben]) await finishCoding(db, by(viewer, key));
    for (const codeId of ids.values()) await approveName(db, { viewer: ben, key }, { codeId, now: new Date() });
    expect(await uncodedOf(key)).toBe(1);
    const { difference } = await readSettling(db, by(ada, key), null);
    await settleText(db, by(ada, key), {
      textId: difference?.textId ?? "",
      codes: codesOf("4"),
      reason: "",
    });
    expect(await uncodedOf(key)).toBe(0);
    for (const [i, text] of QUOTES.entries()) await quote(key, texts.get(`canary text ${i}`) ?? "", text, "approved");
    await quote(key, texts.get("canary text 5") ?? "", "Frau Beispiel hilft", "refused");
    const fresh = { round_id: roundId, key_id: randomUUID(), key: Buffer.alloc(32, 7), made_at: CLOSED_AT };
    await db.transaction().execute((tx) => keepRoundingKey(tx, fresh));
    const { tx, rollback } = await startTransaction(db);
    await makeRelease(tx, { roundId, actorId: null, now: CLOSED_AT });
    const quotes = await tx.selectFrom("release_quote").select("text").orderBy("position").execute();
    rehearsed = quotes.map(({ text }) => text);
    await rollback();
    ({ releaseId } = await makeRelease(db, { roundId, actorId: null, now: CLOSED_AT }));
  });

  test("are counted by code in the place of the text, rare codes as one, of those who wrote something", async () => {
    const { blocks } = await readReport(database.report, releaseId, null);
    const item = blocks[0]?.items[0];
    expect(blocks[0]?.items).toHaveLength(1);
    expect(item).toMatchObject({ key: "offen/~codes", scale: "multiple", coded: true });
    expect(item?.codes).toEqual([
      { code: "1", label: { de: "Personal" } },
      { code: "2", label: { de: "Räume" } },
      { code: "-other", label: { de: "Sonstiges", en: "Other" } },
    ]);
    expect(item?.figures[0]).toMatchObject({ base: WRITERS, unanswered: 2 });
    const names = Array.from({ length: WRITERS }, (_, i) => namesOf(i));
    const counted = (...wanted: string[]) => names.filter((own) => own.some((name) => wanted.includes(name))).length;
    expect(item?.figures[0]?.counts).toEqual([
      { code: "1", rank: null, n: counted("Personal") },
      { code: "2", rank: null, n: counted("Räume") },
      { code: "-other", rank: null, n: counted("Recht", "Reise") },
    ]);
    expect(item?.figures[0]?.derived.ranges).toHaveLength(3);
    const frozen = await database.db
      .selectFrom("release_item")
      .selectAll()
      .where("release_id", "=", releaseId)
      .execute();
    expect(JSON.stringify([blocks, frozen])).not.toContain("canary");
  });

  test("are protected in breakdowns like every item, by the key and by who was counted", async () => {
    const { blocks } = await readReport(database.report, releaseId, "ansatz");
    const item = blocks[0]?.items[0];
    expect(item?.figures.map(({ group }) => group)).toEqual(["all", "person", "umfeld"]);
    const secret = Buffer.alloc(32, 7);
    const rows = await database.db
      .selectFrom("cell")
      .innerJoin("response", "response.response_id", "cell.response_id")
      .innerJoin("invitation", "invitation.invitation_id", "response.invitation_id")
      .select(["cell.response_id", "cell.text", "invitation.attributes"])
      .where("cell.round_id", "=", key.roundId)
      .where("cell.item", "=", "offen")
      .execute();
    for (const group of ["person", "umfeld"]) {
      const own = rows.filter(
        (row) => row.attributes.ansatz?.[0] === group && namesOf(numberOf(row.text ?? "")).includes("Personal"),
      );
      const records = own.reduce((sum, row) => sum + BigInt(recordKey(secret, row.response_id)), 0n);
      const place = { item: "offen/~codes", code: "1", rank: null, empty: `ansatz/${group}` };
      const expected = protectedCount(own.length, place, records, secret, ruleFor({ strict: false }));
      const figure = item?.figures.find((one) => one.group === group);
      const shown = figure?.counts.find(({ code }) => code === "1")?.n ?? 0;
      expect(shown).toBe(Math.min(expected, figure?.base ?? 0));
    }
  });

  test("come with the quotes that somebody else approved, in the same random order whenever they are made", async () => {
    const [item] = (await readReport(database.report, releaseId, null)).blocks[0]?.items ?? [];
    expect(item?.quotes.toSorted()).toEqual(QUOTES.toSorted());
    const file: Buffer[] = [];
    for await (const piece of workbook.compose(await openContents(database.report, releaseId), "de")) {
      file.push(Buffer.from(piece));
    }
    const sheets = await readExcelFile(Buffer.concat(file));
    const sheet = sheets.find((one) => one.sheet === "Zitate");
    expect(sheet?.data.slice(1)).toEqual(item?.quotes.map((text) => ["Was fehlt?", text, "offen/~codes"]));
    const columns = Object.keys(await database.db.selectFrom("release_quote").selectAll().executeTakeFirstOrThrow());
    expect(columns.sort()).toEqual(["item", "position", "release_id", "text"]);
    expect(item?.quotes).toEqual(rehearsed);
  });
});

test("a text that is not ready is counted as one, with its approved quotes", async () => {
  const texts = Array.from({ length: 8 }, (_, i) => `canary answer ${i}`);
  const { key, roundId } = await insertCodingRound(database.db, texts);
  const code = await add(key, "Zeit");
  const ids = await codeAll(ada, key, () => [code]);
  await finishCoding(database.db, by(ada, key));
  await quote(key, ids.get("canary answer 3") ?? "", "Mehr Zeit", "approved");
  expect(await uncodedOf(key)).toBe(1);
  const { releaseId } = await makeRelease(database.db, { roundId, actorId: null, now: new Date() });
  const { blocks } = await readReport(database.report, releaseId, null);
  expect(blocks.map(({ question }) => question)).toEqual(["fehlt", "note"]);
  expect(blocks[0]?.items[0]).toMatchObject({ key: "fehlt", scale: "text", coded: false, quotes: ["Mehr Zeit"] });
  expect(blocks[0]?.items[0]?.figures[0]).toMatchObject({ base: 8, counts: [] });
  expect(JSON.stringify(blocks)).not.toContain("canary");
});
