import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checksumOf } from "#app/domain/canonical.server.ts";
import * as decide from "#app/domain/questionnaires/decide-draft.server.ts";
import { baseOf } from "#app/domain/questionnaires/lineage.ts";
import { findAmendments, listVersions } from "#app/domain/questionnaires/list-versions.server.ts";
import { publishVersion } from "#app/domain/questionnaires/publish-version.server.ts";
import { type Upload, uploadDraft } from "#app/domain/questionnaires/upload-draft.server.ts";
import { getInstrument } from "#app/domain/responses/instrument.server.ts";
import { type CheckingPool, createCheckingPool } from "#surveys/checking-pool.ts";
import type { JsonObject } from "#surveys/json.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertAccount } from "../../../support/people.ts";
import { attempt } from "../../../support/refusal.ts";

let database: TestDatabase;
let checking: CheckingPool;
let first: string;
let second: string;
const now = new Date("2026-11-23T10:00:00Z");

beforeAll(async () => {
  database = await createDatabase();
  checking = createCheckingPool();
  first = await insertAccount(database.db, { role: "coordination" });
  second = await insertAccount(database.db, { role: "coordination" });
});
afterAll(async () => {
  await checking?.close();
  await database?.dispose();
});

const definition = (title: string, more: JsonObject[] = []): JsonObject => ({
  title: { default: "Probe", en: "Trial" },
  duration: 4,
  privacy: "confidential",
  elements: [{ type: "radiogroup", name: "a", title: { default: title, en: title }, choices: [1, 2] }, ...more],
});
const open = (name: string) => publishVersion(database.db, { name, definition: definition("A?"), actorId: null });

async function upload(name: string, source: JsonObject, more: Partial<Upload> = {}) {
  const json = JSON.stringify(source);
  return uploadDraft(database.db, checking, { name, isNew: false, amends: null, json, actorId: first, ...more });
}

async function draftOf(name: string, source: JsonObject, amends: string | null = null) {
  const done = await upload(name, source, { amends });
  if ("refused" in done) throw new Error(done.refused.kind);
  const base = baseOf(await listVersions(database.db, name), { amends });
  return { draftId: done.draftId, seen: { checksum: checksumOf(source), base: base?.versionId ?? null } };
}

async function publish(name: string, source: JsonObject, amends: string | null = null): Promise<string> {
  const { draftId, seen } = await draftOf(name, source, amends);
  await decide.proposeDraft(database.db, { draftId, actorId: first, now, note: "", seen });
  const done = await decide.publishDraft(database.db, checking, { draftId, actorId: second, now, seen });
  return done.versionId;
}

describe("two people", () => {
  test("nobody publishes what they proposed, and the database refuses it too", async () => {
    const { versionId } = await open("zwei");
    const { draftId, seen } = await draftOf("zwei", definition("B?"));
    await decide.proposeDraft(database.db, { draftId, actorId: first, now, note: "", seen });
    const own = { draftId, actorId: first, now };
    await expect(decide.publishDraft(database.db, checking, { ...own, seen })).rejects.toMatchObject({
      code: "second-person",
    });
    await expect(decide.returnDraft(database.db, { ...own, reason: "x" })).rejects.toMatchObject({
      code: "second-person",
    });
    const set = (by: string) =>
      `update version_draft set state = 'published', decided_by = ${by}, version_id = '${versionId}' where draft_id = '${draftId}'`;
    for (const by of [`'${first}'`, "null"]) expect(await attempt(database.db, set(by))).toBe("23514");
    expect(await attempt(database.db, set(`'${second}', proposed_by = null`))).toBe("23514");
    const twice = `insert into version (version_id, questionnaire_id, number, definition, checksum, published_by, proposed_by)
      select gen_random_uuid(), questionnaire_id, 9, '{}', 'x', '${first}', '${first}' from version where version_id = '${versionId}'`;
    expect(await attempt(database.db, twice)).toBe("23514");
  });

  test("a yes is for what was seen: not for another file, nor against another version", async () => {
    await open("gesehen");
    const { draftId, seen } = await draftOf("gesehen", definition("B?"));
    const propose = (of: decide.Seen) =>
      decide.proposeDraft(database.db, { draftId, actorId: first, now, note: "", seen: of });
    await expect(propose({ ...seen, checksum: "other" })).rejects.toMatchObject({ code: "draft-changed" });
    await propose(seen);
    await publish("gesehen", definition("C?"));
    const late = decide.publishDraft(database.db, checking, { draftId, actorId: second, now, seen });
    await expect(late).rejects.toMatchObject({ code: "draft-changed" });
  });

  test("of two who publish at once one does it, and one version comes of it", async () => {
    await open("zugleich");
    const { draftId, seen } = await draftOf("zugleich", definition("B?"));
    await decide.proposeDraft(database.db, { draftId, actorId: first, now, note: "", seen });
    const tries = Array.from({ length: 4 }, () =>
      decide.publishDraft(database.db, checking, { draftId, actorId: second, now, seen }),
    );
    const done = await Promise.allSettled(tries);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await listVersions(database.db, "zugleich")).map(({ number }) => number)).toEqual([2, 1]);
  });
});

describe("corrections of wording", () => {
  test("stand in for what they correct, also a correction's correction, and are compared with it", async () => {
    const { versionId: one } = await open("kette");
    const two = await publish("kette", definition("Ah?"), one);
    const three = await publish("kette", definition("A!", [{ type: "text", name: "b", title: "B" }]));
    const four = await publish("kette", definition("Ah!"), two);
    expect((await findAmendments(database.db, one)).map(({ versionId }) => versionId)).toEqual([four, two]);
    expect(await findAmendments(database.db, three)).toEqual([]);
    const versions = await listVersions(database.db, "kette");
    expect(versions[0]).toMatchObject({
      ...{ versionId: four, number: 4, amends: two, minutes: 4, privacy: "confidential", hasRoster: false },
    });
    const base = (of: Parameters<typeof baseOf>[1]) => baseOf(versions, of)?.number;
    expect([base({ amends: null }), base({ amends: null, below: 3 }), base({ amends: two })]).toEqual([3, 2, 2]);
  });

  test("are refused with the item that they would touch, or the condition", async () => {
    const { versionId } = await open("beruehrt");
    const refuse = async (source: JsonObject) => {
      const done = await upload("beruehrt", source, { amends: versionId });
      if (!("refused" in done) || done.refused.kind !== "amendment") throw new Error("not refused");
      return done.refused.changes;
    };
    const elements = (element: JsonObject) => ({ ...definition("A?"), elements: [element] });
    const [asked] = definition("A?").elements as JsonObject[];
    const recoded = await refuse(elements({ ...asked, choices: [1, 2, 3] }));
    expect(recoded.recoded).toMatchObject([{ key: "a", title: { de: "A?" }, recodings: [{ kind: "added" }] }]);
    expect((await refuse(definition("A?", [{ type: "text", name: "b" }]))).added).toMatchObject([{ key: "b" }]);
    expect((await refuse(elements({ ...asked, name: "c" }))).dropped).toMatchObject([{ key: "a" }]);
    const conditional = await refuse(elements({ ...asked, visibleIf: "{b} = 1" }));
    expect(conditional.recoded).toEqual([]);
    expect(conditional.others).toMatchObject([
      { properties: ["visibleIf"], place: { question: { name: "a", title: { de: "A?" } } } },
    ]);
  });

  test("reach a running round: its instrument is the one of its version", async () => {
    const { versionId: one } = await open("laufend");
    const two = await publish("laufend", definition("Ah?"), one);
    const round = { round_id: "11111111-1111-4111-8111-111111111111", roster: [] };
    const asked = async (version_id: string) => {
      const { definition: read } = await getInstrument(database.db, { ...round, version_id });
      return read.questions[0]?.title.de;
    };
    expect([await asked(one), await asked(two), await asked(one)]).toEqual(["A?", "Ah?", "A?"]);
  });
});

test("the same file again is no new version, and a name is given once", async () => {
  await open("einmal");
  expect(await upload("einmal", definition("A?"))).toEqual({ refused: { kind: "unchanged", number: 1 } });
  const named = async (name: string) => {
    const done = await upload(name, definition("A?"), { isNew: true });
    return "refused" in done && done.refused.kind === "name" ? done.refused.code : "done";
  };
  const codes = await Promise.all(["einmal", "", "Mit Leer", "neu", "a".repeat(41), "ganz-neu-2"].map(named));
  expect(codes).toEqual(["taken", "missing", "shape", "reserved", "shape", "done"]);
});
