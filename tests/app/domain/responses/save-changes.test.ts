import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Problem } from "#app/domain/problem.ts";
import { changesSchema } from "#app/domain/responses/changes-schema.ts";
import { readDraft } from "#app/domain/responses/read-response.server.ts";
import { saveChanges } from "#app/domain/responses/save-changes.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { openSampleSheet, outcomeOf, type SampleSheet } from "./sample-sheet.ts";

let database: TestDatabase;
let sheet: SampleSheet;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database?.dispose());
beforeEach(async () => {
  sheet = await openSampleSheet(database.db);
});

type Operation = { opId: string; path: string; base: number; value: unknown };
const edit = (path: string, value: unknown, base = 0): Operation => ({ opId: randomUUID(), path, base, value });

/** Through the same schema as a request. */
async function save(operations: Operation[], viewer: Viewer = sheet.lead) {
  const parsed = changesSchema.parse({ operations });
  return saveChanges(database.db, viewer, await sheet.invitation(), parsed.operations);
}
const draft = async () => readDraft(database.db, await sheet.invitation());
const rows = (table: "field" | "operation" | "response") =>
  database.db.selectFrom(table).selectAll().where("round_id", "=", sheet.roundId).execute();

describe("edits", () => {
  test("the first edit makes the response, the next one its next revision, null takes the answer back", async () => {
    const first = await save([edit("plan", "kurz"), edit("zahl", 3)]);
    expect(first.outcomes).toMatchObject([
      { path: "plan", rev: 1 },
      { path: "zahl", rev: 1 },
    ]);
    expect(await save([edit("plan", "lang", 1)])).toMatchObject({ outcomes: [{ rev: 2 }], seq: first.seq + 1 });
    await save([edit("zahl", null, 1)]);
    expect(await draft()).toEqual({ answers: { plan: "lang" }, revisions: { plan: 2, zahl: 2 }, seq: first.seq + 2 });
    expect((await rows("operation")).map((row) => row.by)).toEqual(Array(4).fill(sheet.lead.accountId));
    expect((await sheet.invitation()).first_opened_at).not.toBeNull();
  });

  test("an edit sent again changes nothing and is answered as before, also in one request and in capitals", async () => {
    const once = edit("plan", "kurz");
    const first = await save([once, once]);
    expect(first.outcomes[1]).toEqual(first.outcomes[0]);
    await save([edit("plan", "lang", 1)]);
    expect((await save([once])).outcomes).toEqual(first.outcomes.slice(1));
    expect((await save([{ ...once, opId: once.opId.toUpperCase() }])).outcomes).toMatchObject([{ rev: 1 }]);
    expect((await draft()).answers).toEqual({ plan: "lang" });
    expect(await rows("operation")).toHaveLength(2);
  });

  test("another body under a known id is refused, and nothing of that request is kept", async () => {
    const once = edit("plan", "kurz");
    await save([once]);
    const other = [edit("zahl", 5), { ...once, value: "lang" }];
    expect(await outcomeOf(save(other))).toBe("different-body");
    expect((await draft()).answers).toEqual({ plan: "kurz" });
    const twice = edit("thema", ["recht"]);
    expect(await outcomeOf(save([twice, { ...twice, value: ["haft"] }]))).toBe("different-body");
    expect((await draft()).answers).toEqual({ plan: "kurz" });
  });

  test("an edit on an outdated revision comes back as a clash with what stands; the others are saved", async () => {
    await save([edit("plan", "kurz")], sheet.member);
    const late = edit("plan", "lang");
    const { outcomes } = await save([late, edit("zahl", 7)]);
    const clash = { rev: 1, value: "kurz", by: "Test member", at: expect.any(String) };
    expect(outcomes).toEqual([
      { opId: late.opId, path: "plan", clash },
      { opId: expect.any(String), path: "zahl", rev: 1 },
    ]);
    expect((await save([late])).outcomes).toEqual([{ opId: late.opId, path: "plan", clash }]);
    expect((await draft()).answers).toEqual({ plan: "kurz", zahl: 7 });
  });

  test("a revision that never was is a clash with an empty answer; one that cannot be is no request", async () => {
    for (const base of [4, 2 ** 31 - 2]) {
      expect((await save([edit("plan", "kurz", base)])).outcomes).toMatchObject([{ clash: { rev: 0, value: null } }]);
    }
    for (const base of [-1, 0.5, 2 ** 31 - 1, Number.MAX_SAFE_INTEGER]) {
      expect(changesSchema.safeParse({ operations: [edit("plan", "kurz", base)] }).success).toBe(false);
    }
    expect((await draft()).answers).toEqual({});
  });

  test("of two people who begin the same answer at once one is saved and the other sees a clash", async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, i) => save([edit("zahl", i)], i % 2 ? sheet.lead : sheet.member)),
    );
    const outcomes = all.flatMap((one) => one.outcomes);
    const won = outcomes.filter((one) => "rev" in one);
    expect(won).toHaveLength(1);
    const standing = (await draft()).answers.zahl;
    const clashes = outcomes.flatMap((one) => ("clash" in one ? [one.clash.value] : []));
    expect(clashes).toEqual(Array(7).fill(standing));
    expect(await rows("response")).toHaveLength(1);
    expect(await rows("field")).toHaveLength(1);
  });
});

describe("what is refused", () => {
  const bad: [string, unknown, string][] = [
    ["plan", "mittel", "/operations/1/value/plan"],
    ["plan", { toString: "x" }, "/operations/1/value/plan"],
    ["thema", ["recht", "recht"], "/operations/1/value/thema/1"],
    ["zahl", "drei", "/operations/1/value/zahl"],
    ["warum", "a\u0000b", "/operations/1/value/warum"],
    ["warum", "\ud800", "/operations/1/value/warum"],
    ["gibtsnicht", "x", "/operations/1/value/gibtsnicht"],
    ["gibtsnicht", null, "/operations/1/value/gibtsnicht"],
    ["__proto__", { plan: "kurz" }, "/operations/1/value/__proto__"],
    ["constructor", "x", "/operations/1/value/constructor"],
    ["plan/0", "kurz", "/operations/1/value/plan/0"],
  ];
  test.each(bad)("%s: %j", async (path, value, at) => {
    const refused = await save([edit("zahl", 1), edit(path, value)]).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ code: "invalid-answer", status: 422 });
    const paths = (refused as Problem).faults.map((fault) => fault.path);
    expect(paths.some((one) => one.startsWith(at.replace(/\/1$/, "")))).toBe(true);
    expect(await rows("response")).toEqual([]);
  });

  test("a path in two halves of a character is not stored", async () => {
    expect(await outcomeOf(save([edit("\ud800", 1)]))).toBe("invalid-answer");
    expect(await outcomeOf(save([edit("\u0000", 1)]))).toBe("invalid-answer");
  });
});

describe("when answers can no longer change", () => {
  test("the round is closed", async () => {
    await save([edit("plan", "kurz")]);
    await closeRound(database.db, { roundId: sheet.roundId, actorId: null, now: new Date() });
    expect(await outcomeOf(save([edit("plan", "lang", 1)]))).toBe("round-closed");
    expect((await draft()).answers).toEqual({ plan: "kurz" });
  });

  test("the round is closed between reading the invitation and the first edit", async () => {
    const invitation = await sheet.invitation();
    await closeRound(database.db, { roundId: sheet.roundId, actorId: null, now: new Date() });
    const late = saveChanges(database.db, sheet.lead, invitation, [{ ...edit("plan", "kurz"), value: "kurz" }]);
    expect(await outcomeOf(late)).toBe("round-closed");
    expect(await rows("response")).toEqual([]);
  });

  test("first edits and the closing at once: each edit is saved or refused as closed", async () => {
    const edits = ["plan", "zahl", "warum"].map((path) => outcomeOf(save([edit(path, path === "zahl" ? 1 : "kurz")])));
    await closeRound(database.db, { roundId: sheet.roundId, actorId: null, now: new Date() });
    const results = await Promise.all(edits);
    const saved = results.filter((one) => typeof one !== "string");
    expect(results.filter((one) => typeof one === "string" && one !== "round-closed")).toEqual([]);
    expect(await rows("field")).toHaveLength(saved.length);
  });

  test("the deadline has passed although nobody closed the round", async () => {
    sheet = await openSampleSheet(database.db, { closesInDays: -1 });
    expect(await outcomeOf(save([edit("plan", "kurz")]))).toBe("round-closed");
  });

  test("the sheet is submitted", async () => {
    await save([edit("plan", "kurz")]);
    await database.db
      .updateTable("response")
      .set({ state: "submitted", submitted_at: new Date() })
      .where("round_id", "=", sheet.roundId)
      .execute();
    expect(await outcomeOf(save([edit("plan", "lang", 1)]))).toBe("already-submitted");
  });

  test("an edit that was saved, but whose answer was lost, is answered after submission and closing too", async () => {
    const [kept, late] = [edit("plan", "kurz"), edit("plan", "lang")];
    const outcomes = [...(await save([kept])).outcomes, ...(await save([late])).outcomes];
    await database.db
      .updateTable("response")
      .set({ state: "submitted", submitted_at: new Date() })
      .where("round_id", "=", sheet.roundId)
      .execute();
    expect((await save([kept, late])).outcomes).toEqual(outcomes);
    for (const others of [[edit("zahl", 3)], [{ ...late, value: "kurz" }, edit("zahl", 3)]]) {
      const refused = await save([kept, ...others]).catch((error: Problem) => error);
      expect(refused).toMatchObject({ code: "already-submitted", saved: { outcomes: outcomes.slice(0, 1) } });
      const body = (refused as Problem).toResponse().json();
      expect(await body).toMatchObject({ outcomes: outcomes.slice(0, 1), savedAt: expect.any(String) });
    }
    expect(await save([edit("zahl", 3)]).catch((error: Problem) => error.saved)).toBeUndefined();
    expect(await outcomeOf(save([{ ...kept, value: "lang" }]))).toBe("already-submitted");
    await closeRound(database.db, { roundId: sheet.roundId, actorId: null, now: new Date() });
    expect((await save([kept])).outcomes).toEqual(outcomes.slice(0, 1));
    expect((await draft()).answers).toEqual({ plan: "kurz" });
  });
});
