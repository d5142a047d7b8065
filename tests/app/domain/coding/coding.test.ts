import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  addCode,
  approveName,
  changeCode,
  mergeCode,
  moveCode,
  takeOverTree,
} from "#app/domain/coding/change-tree.server.ts";
import {
  beginCoding,
  chooseCodes,
  finishCoding,
  readCodingDesk,
  undoLast,
} from "#app/domain/coding/code-texts.server.ts";
import { codedCells } from "#app/domain/coding/coded-cells.server.ts";
import { CODES_PER_ITEM } from "#app/domain/coding/limits.ts";
import { readAgreement } from "#app/domain/coding/read-agreement.server.ts";
import { readCodingOverview } from "#app/domain/coding/read-overview.server.ts";
import { readTree } from "#app/domain/coding/read-tree.server.ts";
import { readSettling, settleText } from "#app/domain/coding/settle.server.ts";
import { ruleFor } from "#app/domain/disclosure/rule.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { type CodingRound, insertAnalyst, insertCodingRound } from "../../../support/coding-round.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertAccount, viewerOf } from "../../../support/people.ts";
import { attempt, CLOSED } from "../../../support/refusal.ts";
import { outcomeOf } from "../responses/sample-sheet.ts";

const TEXTS = Array.from({ length: 8 }, (_, i) => `Antwort Nummer ${i + 1}: geheim-${i + 1}`);

let database: TestDatabase;
let round: CodingRound;
let ada: Viewer;
let ben: Viewer;
let cem: Viewer;
let coordination: Viewer;

beforeAll(async () => {
  database = await createDatabase();
  ada = await insertAnalyst(database.db, "Ada");
  ben = await insertAnalyst(database.db, "Ben");
  cem = await insertAnalyst(database.db, "Cem");
  coordination = await viewerOf(database.db, await insertAccount(database.db, { role: "coordination" }));
});
afterAll(() => database?.dispose());
beforeEach(async () => {
  round = await insertCodingRound(database.db, TEXTS);
});

const now = new Date();
let steps = 0;
/** Each step comes after the one before, however fast the machine is. */
const by = (viewer: Viewer) => ({ viewer, key: round.key, now: new Date(now.getTime() + ++steps) });
const typed = (
  name: string,
  more: Partial<{ description: string; example: string; parentId: string | null }> = {},
) => ({
  ...{ name, description: "", example: "", parentId: null },
  ...more,
});
const add = (name: string, viewer = ada, more = {}) => addCode(database.db, by(viewer), typed(name, more));
const deskOf = (viewer: Viewer, number: number | null = null) => readCodingDesk(database.db, by(viewer), number);

/** Codes every text by what `choose` says of its number of arrival. */
async function codeAll(viewer: Viewer, choose: (arrival: number) => string[], last = TEXTS.length): Promise<void> {
  await beginCoding(database.db, by(viewer));
  for (let number = 1; number <= last; number++) {
    const { text } = await deskOf(viewer, number);
    const codes = choose(TEXTS.indexOf(text?.text ?? ""));
    const kind = codes.length > 0 ? "codes" : "none";
    await chooseCodes(database.db, by(viewer), { textId: text?.id ?? "", kind, codes });
  }
}

const faultsOf = async (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { faults?: { code: string; path: string }[]; code: string }) =>
      error.faults?.length ? error.faults.map(({ code, path }) => `${path} ${code}`) : [error.code],
  );

describe("the tree of codes", () => {
  test("has two levels, names that are told apart, and limits", async () => {
    const staff = await add("Personal");
    const pay = await add("Bezahlung", ada, { parentId: staff });
    expect(await faultsOf(add("bezahlung"))).toEqual(["/name name-taken"]);
    expect(await faultsOf(add(" "))).toEqual(["/name name-missing"]);
    expect(await faultsOf(add("x".repeat(81)))).toEqual(["/name too-long"]);
    expect(await faultsOf(add("Tarif", ada, { parentId: pay }))).toEqual(["/parentId two-levels"]);
    for (let i = 2; i < CODES_PER_ITEM; i++) await add(`Code ${i}`);
    expect(await faultsOf(add("Einer zu viel"))).toEqual(["/name too-many"]);
    const { tree } = await readTree(database.db, ada, round.key);
    expect(tree.slice(0, 2).map(({ name, number, level }) => [name, number, level])).toEqual([
      ["Personal", 1, 1],
      ["Bezahlung", 2, 2],
    ]);
  });

  test("is renamed with a yes once somebody codes, moved and merged; what was coded follows the merge", async () => {
    const [money, pay, time] = [await add("Geld"), await add("Bezahlung"), await add("Zeit")];
    await codeAll(ada, (arrival) => (arrival < 4 ? [money] : [pay]));
    const change = { ...typed("Finanzen"), codeId: money };
    expect(await faultsOf(changeCode(database.db, by(ada), { ...change, confirmed: false }))).toEqual([
      "/confirmed confirm",
    ]);
    await changeCode(database.db, by(ada), { ...change, confirmed: true });
    await moveCode(database.db, by(ada), { codeId: time, direction: "up" });
    const merging = { codeId: pay, intoId: money };
    expect(await faultsOf(mergeCode(database.db, by(ada), { ...merging, confirmed: false }))).toEqual([
      "/confirmed confirm-merge",
    ]);
    await mergeCode(database.db, by(ada), { ...merging, confirmed: true });
    const { tree } = await readTree(database.db, ada, round.key);
    expect(tree.map(({ name }) => name)).toEqual(["Finanzen", "Zeit"]);
    for (let number = 1; number <= TEXTS.length; number++) {
      expect((await deskOf(ada, number)).text?.chosen?.codes).toEqual([money]);
    }
  });

  test("waits with each name for a second person, again after a new name", async () => {
    const codeId = await add("Personal");
    expect(await outcomeOf(approveName(database.db, by(ada), { codeId, now }))).toBe("second-person");
    await approveName(database.db, by(ben), { codeId, now });
    expect((await readTree(database.db, ada, round.key)).tree[0]?.approved).toBe(true);
    await changeCode(database.db, by(ben), { ...typed("Fachkräfte"), codeId, confirmed: false });
    expect((await readTree(database.db, ada, round.key)).tree[0]).toMatchObject({
      approved: false,
      namedByName: "Ben",
    });
  });

  test("is taken over from the wave before, with levels and approved names", async () => {
    const staff = await add("Personal");
    await add("Bezahlung", ada, { parentId: staff, example: "zu wenig" });
    await approveName(database.db, by(ben), { codeId: staff, now });
    const next = await insertCodingRound(database.db, TEXTS.slice(0, 2), round);
    expect((await readTree(database.db, ada, next.key)).earlier?.wave).toBe("2026/1");
    await takeOverTree(database.db, { viewer: ada, key: next.key });
    const { tree, earlier } = await readTree(database.db, ada, next.key);
    expect(earlier).toBeNull();
    expect(tree.map(({ name, level, approved, example }) => ({ name, level, approved, example }))).toEqual([
      { name: "Personal", level: 1, approved: true, example: "" },
      { name: "Bezahlung", level: 2, approved: false, example: "zu wenig" },
    ]);
    expect(await outcomeOf(takeOverTree(database.db, { viewer: ada, key: next.key }))).toBe("changed-since");
  });
});

describe("coding", () => {
  test("shows texts without anything of whose they are, in an order of one's own that stays", async () => {
    await add("Personal");
    await beginCoding(database.db, by(ada));
    await beginCoding(database.db, by(ben));
    const orderOf = async (viewer: Viewer) => {
      const shown: (string | undefined)[] = [];
      for (let number = 1; number <= TEXTS.length; number++) shown.push((await deskOf(viewer, number)).text?.text);
      return shown;
    };
    const [first, again, other] = [await orderOf(ada), await orderOf(ada), await orderOf(ben)];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect([...first].sort()).toEqual([...TEXTS].sort());
    expect([...other].sort()).toEqual([...TEXTS].sort());
    const desk = await deskOf(ada);
    expect(Object.keys(desk.text ?? {}).sort()).toEqual(["chosen", "id", "number", "text"]);
    for (const { responseId, organisationId } of round.answers) {
      expect(JSON.stringify(desk)).not.toContain(responseId);
      expect(JSON.stringify(desk)).not.toContain(organisationId);
    }
  });

  test("tells nothing of arrival: over many rounds every place is as likely", async () => {
    // The ids are what the order is made of: random ones, drawn anew for each text.
    const places = [0, 0, 0, 0];
    for (let i = 0; i < 24; i++) {
      round = await insertCodingRound(database.db, TEXTS.slice(0, 4));
      await beginCoding(database.db, by(ada));
      for (let number = 1; number <= 4; number++) {
        if ((await deskOf(ada, number)).text?.text === TEXTS[0]) places[number - 1] = (places[number - 1] ?? 0) + 1;
      }
    }
    // 24 draws of 4 places; 17 or more at one place happens once in half a million runs.
    expect(Math.max(...places)).toBeLessThan(17);
    expect(places.reduce((sum, n) => sum + n, 0)).toBe(24);
  }, 120_000);

  test("goes on to the first open text, then to those put off; the last decision can be taken back", async () => {
    const code = await add("Personal");
    await beginCoding(database.db, by(ada));
    const first = (await deskOf(ada)).text;
    await chooseCodes(database.db, by(ada), { textId: first?.id ?? "", kind: "later", codes: [] });
    const second = (await deskOf(ada)).text;
    expect(second?.number).toBe(2);
    const choice = { textId: second?.id ?? "", codes: [code] };
    expect(await faultsOf(chooseCodes(database.db, by(ada), { ...choice, kind: "codes", codes: [] }))).toEqual([
      "/codes nothing-chosen",
    ]);
    await chooseCodes(database.db, by(ada), { ...choice, kind: "codes" });
    expect(await deskOf(ada)).toMatchObject({ decided: 1, later: 1, total: 8, text: { number: 3 } });
    await undoLast(database.db, by(ada));
    expect(await deskOf(ada)).toMatchObject({ decided: 0, text: { number: 2, chosen: null } });
    expect(await faultsOf(finishCoding(database.db, by(ada)))).toEqual(["/ texts-open"]);
  });

  test("is for two; a third person comes in when differences are settled", async () => {
    const [a, b] = [await add("A"), await add("B")];
    await codeAll(ada, () => [a]);
    await codeAll(ben, (arrival) => (arrival === 0 ? [a, b] : [a]));
    expect(await outcomeOf(beginCoding(database.db, by(cem)))).toBe("coding-taken");
    expect((await deskOf(cem)).text).toBeNull();
    await finishCoding(database.db, by(ada));
    expect(await faultsOf(add("Neu", ben))).toEqual(["/name one-finished"]);
    expect(await outcomeOf(readSettling(database.db, by(cem), null))).toBe("not-finished");
    await finishCoding(database.db, by(ben));
    const { difference, open, all } = await readSettling(database.db, by(cem), null);
    expect([open, all]).toEqual([1, 1]);
    expect(difference).toMatchObject({
      text: TEXTS[0],
      first: { name: "Ada", codes: [a] },
      second: { name: "Ben", codes: [a, b] },
    });
    await settleText(database.db, by(cem), { textId: difference?.textId ?? "", codes: [a], reason: "passt besser" });
    expect(await readSettling(database.db, by(ada), null)).toMatchObject({ open: 0, all: 1, difference: null });
    expect(await outcomeOf(undoLast(database.db, by(ada)))).toBe("coding-finished");
  });
});

test("whoever loses their account before they finish makes room for somebody else", async () => {
  const a = await add("A");
  const dana = await insertAnalyst(database.db, "Dana");
  await codeAll(dana, () => [a], 3);
  await codeAll(ben, () => [a]);
  await finishCoding(database.db, by(ben));
  expect(await outcomeOf(beginCoding(database.db, by(ada)))).toBe("coding-taken");
  const setDisabled = (at: Date | null) =>
    database.db.updateTable("account").set({ disabled_at: at }).where("account_id", "=", dana.accountId).execute();
  await setDisabled(now);
  await codeAll(ada, () => [a]);
  await finishCoding(database.db, by(ada));
  // Back again, the first comparison stands.
  await setDisabled(null);
  expect((await readAgreement(database.db, ada, round.key)).agreement).toMatchObject({
    names: ["Ben", "Ada"],
    same: 8,
  });
});

describe("independence", () => {
  test("B reads nothing of A's codes before both have finished, from no page", async () => {
    const [a, b] = [await add("A"), await add("B")];
    await codeAll(ada, (arrival) => (arrival % 2 ? [a] : [b]));
    await finishCoding(database.db, by(ada));
    await codeAll(ben, () => [b], 3);
    for (let number = 1; number <= TEXTS.length; number++) {
      const { text } = await deskOf(ben, number);
      expect(text?.chosen).toEqual(number <= 3 ? { kind: "codes", codes: [b] } : null);
    }
    expect(await outcomeOf(readSettling(database.db, by(ben), 1))).toBe("not-finished");
    expect((await readAgreement(database.db, ben, round.key)).agreement).toBeNull();
    const [item] = (await readCodingOverview(database.db, ben, round.roundId)).items;
    expect(item?.agreement).toBeNull();
    expect(item?.coders).toMatchObject([
      { name: "Ada", decided: 8, finished: true },
      { name: "Ben", me: true, decided: 3, finished: false },
    ]);
  });

  test("whoever has finished cannot change what they chose, not even past the app", async () => {
    const a = await add("A");
    await codeAll(ada, () => [a]);
    await finishCoding(database.db, by(ada));
    const mine = `round_id = '${round.roundId}' and account_id = '${ada.accountId}'`;
    expect(await attempt(database.db, `update coding set kind = 'none', codes = '{}' where ${mine}`)).toBe(CLOSED);
    expect(await attempt(database.db, `update coder set finished_at = null where ${mine}`)).toBe(CLOSED);
  });
});

describe("who reads what", () => {
  test("the coordination sees progress and agreement, no text and no name that is not approved", async () => {
    const [a, b] = [await add("Streng vertraulich"), await add("Geld", ada, { example: "geheim-Beispiel" })];
    await approveName(database.db, by(ben), { codeId: b, now });
    for (const viewer of [ada, ben]) {
      await codeAll(viewer, (arrival) => (arrival < 4 ? [a] : [b]));
      await finishCoding(database.db, by(viewer));
    }
    const page = await readAgreement(database.db, coordination, round.key);
    const overview = await readCodingOverview(database.db, coordination, round.roundId);
    expect(page.agreement).toMatchObject({ texts: 8, same: 8, observed: 1, meanKappa: 1 });
    expect(page.agreement?.codes.map(({ name }) => name)).toEqual([null, "Geld"]);
    const seen = JSON.stringify([page, overview]);
    expect(seen).not.toMatch(/geheim|vertraulich/);
    const refused: (() => Promise<unknown>)[] = [
      () => readCodingDesk(database.db, by(coordination), 1),
      () => readSettling(database.db, by(coordination), 1),
      () => readTree(database.db, coordination, round.key),
      () => beginCoding(database.db, by(coordination)),
    ];
    for (const work of refused) expect(await outcomeOf(work())).toBe("not-found");
  });

  test("the role of reports can read none of it", async () => {
    for (const table of ["coding_text", "coding", "coding_code", "coder", "settled_text", "quote", "cell"]) {
      expect(await attempt(database.report, `select * from ${table}`), table).toBe("42501");
    }
  });

  test("every look at a text is noted with ids and without its words", async () => {
    await add("A");
    await beginCoding(database.db, by(ada));
    const { text } = await deskOf(ada);
    const rows = await database.db
      .selectFrom("audit")
      .select(["verb", "object", "object_id", "detail"])
      .where("actor_id", "=", ada.accountId)
      .orderBy("audit_id", "desc")
      .limit(1)
      .execute();
    expect(rows).toEqual([
      { verb: "coding.read-text", object: "coding-text", object_id: text?.id, detail: { ...round.key } },
    ]);
  });
});

describe("what a release counts", () => {
  test("is nothing until all is settled and every name approved; rare codes are one", async () => {
    const [a, b, rare] = [await add("Personal"), await add("Geld"), await add("Selten")];
    for (const viewer of [ada, ben]) {
      await codeAll(viewer, (arrival) => (arrival === 7 ? [] : arrival === 6 && viewer === ada ? [a, rare] : [a]));
      await finishCoding(database.db, by(viewer));
    }
    const rule = { ...ruleFor({ strict: false }), minimum: 2, organisations: 2 };
    const counted = () => codedCells(database.db, round.roundId, rule);
    expect(await counted()).toEqual({ items: [], cells: [], uncounted: [{ item: "fehlt", why: "not-settled" }] });
    const { difference } = await readSettling(database.db, by(cem), null);
    await settleText(database.db, by(cem), { textId: difference?.textId ?? "", codes: [a, rare, b], reason: "" });
    expect((await counted()).uncounted).toEqual([{ item: "fehlt", why: "names" }]);
    for (const codeId of [a, b, rare]) await approveName(database.db, by(ben), { codeId, now });
    const { items, cells } = await counted();
    expect(items).toMatchObject([{ key: "fehlt/~codes", scale: "multiple", repeated: false }]);
    expect(items[0]?.codes).toEqual([
      { code: "1", label: { de: "Personal" } },
      { code: "-other", label: { de: "Sonstiges", en: "Other" } },
    ]);
    const of = (index: number) =>
      cells.filter((one) => one.responseId === round.answers[index]?.responseId).map(({ code }) => code);
    expect(of(0)).toEqual(["1"]);
    expect(of(6).sort()).toEqual(["-other", "1"]);
    // Nothing fits there: alone that would be rare, too.
    expect(of(7)).toEqual(["-other"]);
  });

  test("is written while the round is closed, and stays as it is afterwards", async () => {
    const a = await add("A");
    await database.db.updateTable("round").set({ state: "released" }).where("round_id", "=", round.roundId).execute();
    expect(await outcomeOf(add("B"))).toBe("already-released");
    expect(await outcomeOf(beginCoding(database.db, by(ada)))).toBe("already-released");
    expect((await readTree(database.db, ada, round.key)).tree.map(({ id }) => id)).toEqual([a]);
    expect(await attempt(database.db, `update coding_code set name = 'x' where code_id = '${a}'`)).toBe(CLOSED);
  });
});
