import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checksumOf } from "#app/domain/canonical.server.ts";
import { getInvitation } from "#app/domain/responses/access.server.ts";
import { getInstrument, getRoundDefinition } from "#app/domain/responses/instrument.server.ts";
import { saveChanges } from "#app/domain/responses/save-changes.server.ts";
import { amendRound } from "#app/domain/rounds/change-round.server.ts";
import { jsonb } from "#db/client.server.ts";
import { hasRoster, withRoster } from "#surveys/roster.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertProject } from "../../../support/people.ts";
import { openSampleSheet, outcomeOf, PROBE, type SampleSheet } from "./sample-sheet.ts";

let database: TestDatabase;
let sheet: SampleSheet;

beforeAll(async () => {
  database = await createDatabase();
  sheet = await openSampleSheet(database.db);
});
afterAll(() => database?.dispose());

const attributes = async (roundId: string, projectId: string) => {
  const invitation = database.db.selectFrom("invitation").select("attributes").where("round_id", "=", roundId);
  return (await invitation.where("project_id", "=", projectId).executeTakeFirstOrThrow()).attributes;
};
const attribute = (value: string, from: string, until: string | null = null) => ({
  project_id: sheet.projectId,
  attribute: "land",
  value,
  valid_from: from,
  valid_until: until,
});

test("attributes and roster are those of the day of opening, whatever changes afterwards", async () => {
  const { db } = database;
  await db.insertInto("project_attribute").values(attribute("nw", "2025-01-01")).execute();
  const { projectId } = sheet;
  const name = (await sheet.invitation()).project_name;
  // The same project in a round that opens now: the probe's own project comes on top.
  const later = await openSampleSheet(db);
  expect(await attributes(later.roundId, projectId)).toEqual({ land: ["nw"] });
  expect(await attributes(sheet.roundId, projectId)).toEqual({});

  await db.updateTable("project_attribute").set({ valid_until: "2025-06-30" }).execute();
  await db.insertInto("project_attribute").values(attribute("he", "2025-07-01")).execute();
  await db.updateTable("project").set({ name: "Umbenannt" }).where("project_id", "=", projectId).execute();
  await insertProject(db, "Später gekommen");
  expect(await attributes(later.roundId, projectId)).toEqual({ land: ["nw"] });

  const { roster, ...round } = await later.invitation();
  expect(roster).toContainEqual({ value: projectId, text: name });
  expect(roster.map((one) => one.text)).not.toContain("Später gekommen");
  const instrument = await getInstrument(db, { ...round, roster });
  const named = instrument.definition.items.find((item) => item.key === "mit");
  const others = roster.map((one) => one.value).filter((id) => id !== later.projectId);
  expect(others).toHaveLength(roster.length - 1);
  expect(named?.codes.map((code) => code.code)).toEqual([...others, "niemand"]);
});

test("another project of the roster can be named, the own one and one that came later cannot", async () => {
  const { db } = database;
  const later = await openSampleSheet(db);
  const stranger = await insertProject(db, "Nach der Eröffnung");
  const name = async (projectId: string) => {
    const operation = { opId: randomUUID(), path: "mit", base: 0, value: [projectId] };
    return outcomeOf(saveChanges(db, later.lead, await later.invitation(), [operation]));
  };
  expect((await later.invitation()).roster.map((one) => one.value)).toContain(later.projectId);
  expect(await name(stranger.projectId)).toBe("invalid-answer");
  expect(await name(later.projectId)).toBe("invalid-answer");
  expect(await name(sheet.projectId)).toMatchObject({ outcomes: [{ rev: 1 }] });
});

test("who answers for two projects of a round has a list for each, without that project", async () => {
  const { db } = database;
  const later = await openSampleSheet(db);
  const { invitation_id } = await db
    .selectFrom("invitation")
    .select("invitation_id")
    .where("round_id", "=", later.roundId)
    .where("project_id", "=", sheet.projectId)
    .executeTakeFirstOrThrow();
  const both = { ...later.lead, parts: [...later.lead.parts, ...sheet.lead.parts] };
  const own = await getInstrument(db, await later.invitation());
  const other = await getInstrument(db, await getInvitation(db, both, invitation_id, "invitation.read"));
  expect(own.checksum).not.toBe(other.checksum);
  expect([own.json.includes(later.projectId), own.json.includes(sheet.projectId)]).toEqual([false, true]);
  expect([other.json.includes(later.projectId), other.json.includes(sheet.projectId)]).toEqual([true, false]);
  for (const { checksum, json } of [own, other]) {
    expect(await getRoundDefinition(db, both, later.roundId, checksum)).toBe(json);
  }
  expect(await outcomeOf(getRoundDefinition(db, later.lead, later.roundId, other.checksum))).toBe("not-found");
});

test("the browser's definition is that of the round, under its own checksum, for invited people only", async () => {
  const { db } = database;
  const { json, checksum } = await getInstrument(db, await sheet.invitation());
  expect(checksum).toBe(checksumOf(JSON.parse(json)));
  expect(await getRoundDefinition(db, sheet.member, sheet.roundId, checksum)).toBe(json);
  const other = await openSampleSheet(db);
  const asked = [
    getRoundDefinition(db, { ...sheet.lead, parts: [] }, sheet.roundId, checksum),
    getRoundDefinition(db, sheet.lead, sheet.roundId, checksum.replace(/^./, "x")),
    getRoundDefinition(db, sheet.lead, other.roundId, checksum),
    getRoundDefinition(db, sheet.lead, "x", checksum),
  ];
  expect(await Promise.all(asked.map(outcomeOf))).toEqual(Array(4).fill("not-found"));
});

test("a page that was loaded before the wording was corrected still gets its definition", async () => {
  const { db } = database;
  const one = await openSampleSheet(db);
  const before = await getInstrument(db, await one.invitation());
  const stranger = await getInstrument(db, await sheet.invitation());
  for (const title of ["Probe, berichtigt", "Probe, noch einmal berichtigt"]) {
    const { version_id: amends } = await one.invitation();
    const { questionnaire_id, number } = await db
      .selectFrom("version")
      .select(["questionnaire_id", "number"])
      .where("version_id", "=", amends)
      .executeTakeFirstOrThrow();
    const version = { version_id: randomUUID(), questionnaire_id, number: number + 1, amends, published_by: null };
    const definition = jsonb<Record<string, unknown>>({ ...PROBE, title });
    await db
      .insertInto("version")
      .values({ ...version, definition, checksum: randomUUID() })
      .execute();
    await amendRound(db, { roundId: one.roundId, actorId: one.lead.accountId, now: new Date() }, version.version_id);
  }
  const after = await getInstrument(db, await one.invitation());
  expect(after.checksum).not.toBe(before.checksum);
  for (const { checksum, json } of [before, after]) {
    expect(await getRoundDefinition(db, one.lead, one.roundId, checksum)).toBe(json);
  }
  expect(await outcomeOf(getRoundDefinition(db, one.lead, one.roundId, stranger.checksum))).toBe("not-found");
});

test("the roster stands before the fixed choices, at any depth, and the published version is left alone", () => {
  const nested = {
    pages: [
      { elements: [{ type: "paneldynamic", name: "p", templateElements: [{ type: "dropdown", roster: true }] }] },
    ],
  };
  const roster = [{ value: "1", text: "Projekt <b>Eins</b>" }];
  expect([hasRoster(PROBE), hasRoster(nested), hasRoster({ pages: [{ roster: "true" }] })]).toEqual([
    true,
    true,
    false,
  ]);
  const before = JSON.stringify(nested);
  expect(JSON.stringify(withRoster(nested, roster))).toContain(`"choices":${JSON.stringify(roster)}`);
  expect(JSON.stringify(nested)).toBe(before);
  expect(withRoster(nested, [])).toMatchObject({
    pages: [{ elements: [{ templateElements: [{ choices: [] }] }] }],
  });
});
