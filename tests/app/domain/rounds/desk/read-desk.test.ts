import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelRound } from "#app/domain/rounds/change-round.server.ts";
import { readDesk } from "#app/domain/rounds/desk/read-desk.server.ts";
import { readRoundGroups } from "#app/domain/rounds/desk/read-rounds.server.ts";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import { textsOf } from "#app/locales/index.ts";
import { createDatabase, type TestDatabase } from "../../../../support/database.ts";
import { asked, CANARY, type Invitee, namesOf, openDeskRound, publish } from "./desk-sample.ts";

const opensAt = new Date("2026-10-20T07:00:00Z");
const closesAt = new Date("2026-11-20T17:00:00Z");
const now = new Date("2026-11-05T11:00:00Z");
let database: TestDatabase;
let versionId: string;

beforeAll(async () => {
  database = await createDatabase();
  versionId = (await publish(database.db)).versionId;
});
afterAll(() => database.dispose());

const PEOPLE: Invitee[] = [
  { name: "Alster", state: "submitted", land: "hh", ph: ["re", "ri"], at: new Date("2026-10-20T09:00:00Z") },
  { name: "Bode", state: "submitted", land: "st", ph: ["re"], at: new Date("2026-11-01T09:00:00Z") },
  { name: "Chemnitz", state: "begun", land: "sn", ph: ["re"], at: new Date("2026-11-04T09:00:00Z"), bounced: true },
  { name: "Donau", state: "opened", land: "by", at: new Date("2026-10-21T09:00:00Z") },
  { name: "Elbe", state: "invited", land: "hh" },
  { name: "Fulda", state: "bounced", land: "he" },
  { name: "Gera", state: "declined", land: "th", reason: "Wir sind umgezogen.", at: new Date("2026-10-30T09:00:00Z") },
];

describe("the page of a round", () => {
  let roundId: string;
  beforeAll(async () => {
    roundId = (await openDeskRound(database.db, versionId, PEOPLE, { opensAt, closesAt })).roundId;
  });
  const known = async (view = {}) => {
    const desk = await readDesk(database.db, roundId, asked(now, view));
    if (!desk.known) throw new Error("nothing is known of the participants");
    return desk.known;
  };

  it("counts everybody in exactly one state", async () => {
    const { returns } = await known();
    expect(returns).toEqual({ submitted: 2, begun: 1, opened: 1, invited: 1, bounced: 1, declined: 1, all: 7 });
  });

  it("says of each how far they are, since when, and whether a reminder would reach them", async () => {
    const { participants, due } = await known();
    const shown = participants.map(({ name, state, unreachable, remindable, reason }) => [
      name,
      state,
      unreachable,
      remindable,
      reason,
    ]);
    expect(shown).toEqual([
      ["Alster", "submitted", false, false, null],
      ["Bode", "submitted", false, false, null],
      ["Chemnitz", "begun", true, false, null],
      ["Donau", "opened", false, true, null],
      ["Elbe", "invited", false, true, null],
      ["Fulda", "bounced", true, false, null],
      ["Gera", "declined", false, false, "Wir sind umgezogen."],
    ]);
    expect(due).toBe(2);
    expect(participants.find((one) => one.name === "Gera")?.at).toEqual(new Date("2026-10-30T09:00:00Z"));
    expect(participants.find((one) => one.name === "Elbe")?.at).toBeNull();
  });

  it("offers the Laender in the order of their names", async () => {
    const { land = {} } = textsOf("de").attributes.codes;
    const desk = await readDesk(database.db, roundId, { ...asked(now), labelOfLand: (code) => land[code] ?? code });
    expect(desk.known?.laender).toEqual(["by", "hh", "he", "sn", "st", "th"]);
  });

  it("holds no answer", async () => {
    expect(JSON.stringify(await readDesk(database.db, roundId, asked(now)))).not.toContain(CANARY);
  });

  it("breaks returns down by the region, which follows from the Land", async () => {
    const { table } = await known();
    expect(table?.attribute).toBe("region5");
    const lines = table?.groups.map(({ code, returns }) => [code, returns.all, returns.submitted]);
    expect(lines).toEqual([
      ["mitteost", 3, 1],
      ["nord", 2, 1],
      ["sued", 1, 0],
      ["west", 1, 0],
    ]);
    expect(table?.several).toBe(false);
  });

  it("counts who has several values with each of them, and who has none apart", async () => {
    const { table } = await known({ by: "ph" });
    const lines = table?.groups.map(({ code, returns }) => [code, returns.all, returns.submitted]);
    expect(lines).toEqual([
      ["re", 3, 2],
      ["ri", 1, 1],
      [null, 4, 0],
    ]);
    expect(table?.several).toBe(true);
  });

  it("keeps the attributes of the opening day", async () => {
    await database.db.updateTable("project_attribute").set({ value: "be" }).where("value", "=", "by").execute();
    const { table, laender } = await known({ by: "land" });
    expect(table?.groups.map(({ code }) => code)).toEqual(["by", "he", "hh", "sn", "st", "th"]);
    expect(laender).toEqual(["by", "he", "hh", "sn", "st", "th"]);
  });

  it("shows those of a state and a Land, in the order asked for", async () => {
    expect(namesOf((await known({ state: "waiting" })).participants)).toEqual(["Chemnitz", "Donau", "Elbe", "Fulda"]);
    expect(namesOf((await known({ state: "declined" })).participants)).toEqual(["Gera"]);
    expect(namesOf((await known({ land: "hh" })).participants)).toEqual(["Alster", "Elbe"]);
    expect(namesOf((await known({ land: "hh", state: "submitted" })).participants)).toEqual(["Alster"]);
    expect(namesOf((await known({ sort: "at" })).participants).slice(0, 3)).toEqual(["Chemnitz", "Bode", "Gera"]);
    const byState = ["Fulda", "Elbe", "Donau", "Chemnitz", "Gera", "Alster", "Bode"];
    expect(namesOf((await known({ sort: "state" })).participants)).toEqual(byState);
    const { participants, total, returns } = await known({ state: "bounced" });
    expect([participants.length, total, returns.all]).toEqual([1, 7, 7]);
  });

  it("finds no page for an unknown round", async () => {
    const missing = readDesk(database.db, "00000000-0000-4000-8000-000000000000", asked(now));
    await expect(missing).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the curve", () => {
  const on = (day: string): Invitee => ({ state: "submitted", at: new Date(`${day}T10:00:00Z`) });
  const waiting: Invitee = { state: "invited" };

  it("adds up by days of the calendar, over the change of the clocks, and compares with the wave before", async () => {
    const { db } = database;
    const { versionId } = await publish(db);
    const before = { opensAt: new Date("2026-03-20T08:00:00Z"), closesAt: new Date("2026-04-20T16:00:00Z"), wave: "A" };
    const days = ["2026-03-20", "2026-03-29", "2026-03-30", "2026-04-19"];
    await openDeskRound(db, versionId, [...days.map(on), waiting], before);
    // Late in the evening of the day after the clocks were put back; Greenwich has the same day, Berlin too.
    const late: Invitee = { state: "submitted", at: new Date("2026-10-25T22:30:00Z") };
    const period = { opensAt, closesAt, wave: "B" };
    const { roundId } = await openDeskRound(db, versionId, [on("2026-10-20"), late, waiting], period);
    const { known } = await readDesk(db, roundId, asked(new Date("2026-10-30T09:00:00Z")));
    expect(known?.curve?.day).toBe(10);
    expect(known?.curve?.now).toMatchObject({ wave: "B", invited: 3, byThen: 2 });
    expect(known?.curve?.now.submitted).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]);
    expect(known?.curve?.before).toMatchObject({ wave: "A", invited: 5, byThen: 3 });
    expect(known?.curve?.before?.submitted.at(-1)).toBe(4);
  });

  it("leaves cancelled waves and those of other questionnaires out, and needs none", async () => {
    const { db } = database;
    const { versionId } = await publish(db);
    const spring = { opensAt: new Date("2026-03-20T08:00:00Z"), closesAt: new Date("2026-04-20T16:00:00Z") };
    const cancelled = await openDeskRound(db, versionId, [on("2026-03-21")], spring);
    await cancelRound(db, { roundId: cancelled.roundId, actorId: null, now }, "Verschoben.");
    const { roundId } = await openDeskRound(db, versionId, [on("2026-10-21"), waiting], { opensAt, closesAt });
    const { known } = await readDesk(db, roundId, asked(now));
    expect(known?.curve).toMatchObject({ day: 16, before: null });
  });

  it("is not there before something has come in", async () => {
    const { roundId } = await openDeskRound(database.db, versionId, [waiting], { opensAt, closesAt });
    expect((await readDesk(database.db, roundId, asked(now))).known?.curve).toBeNull();
  });
});

describe("rounds without projects", () => {
  const openByLink = (privacy: "confidential" | "anonymous") =>
    openRound(database.db, {
      ...{ versionId, wave: "Link", privacy, opensAt, closesAt, actorId: null },
      audience: { kind: "link" },
    });

  it("names people by link as far as they are known", async () => {
    const { roundId } = await openByLink("confidential");
    const person = { round_id: roundId, project_id: null, organisation_id: null, attributes: "{}" as never };
    const people = [
      { kind: "personal" as const, address: "kim@example.org", name: "Kim Beispiel", first_opened_at: null },
      { kind: "personal" as const, address: "lou@example.org", name: null, first_opened_at: null },
      { kind: "open" as const, address: null, name: null, first_opened_at: now },
    ].map((one) => ({ ...person, invitation_id: crypto.randomUUID(), ...one }));
    await database.db.insertInto("invitation").values(people).execute();
    const { known } = await readDesk(database.db, roundId, asked(now));
    expect(known?.byLink).toBe(true);
    expect(known?.participants.map(({ name, state, remindable }) => [name, state, remindable])).toEqual([
      ["Kim Beispiel", "invited", true],
      ["lou@example.org", "invited", true],
      [null, "opened", false],
    ]);
    expect(known?.table).toBeNull();
  });

  it("says of anonymous rounds how often links were used, and nothing of anybody", async () => {
    const { db } = database;
    const { roundId } = await openByLink("anonymous");
    const ids = ["a", "b", "c"].map(() => crypto.randomUUID());
    const people = ids.map((invitation_id, i) => ({
      ...{ round_id: roundId, invitation_id, project_id: null, organisation_id: null, attributes: "{}" as never },
      ...{ kind: "personal" as const, address: `${invitation_id}@example.org`, token_hash: Buffer.from(invitation_id) },
      ...{ first_opened_at: null, declined_at: i === 2 ? now : null },
    }));
    await db.insertInto("invitation").values(people).execute();
    await db
      .insertInto("participation")
      .values({ round_id: roundId, token_hash: Buffer.from(ids[0] ?? ""), used: true })
      .execute();
    const desk = await readDesk(db, roundId, asked(now));
    expect(desk.known).toBeUndefined();
    expect(desk.anonymous).toEqual({ invited: 3, used: 1, openUses: null, declined: 1, bounced: 0 });
    for (const id of ids) expect(JSON.stringify(desk)).not.toContain(id);

    const link = { link_id: crypto.randomUUID(), round_id: roundId, token_hash: Buffer.from("x"), uses_limit: 40 };
    await db
      .insertInto("open_link")
      .values({ ...link, uses: 12, made_by: null, revoked_at: null })
      .execute();
    expect((await readDesk(db, roundId, asked(now))).anonymous).toMatchObject({ used: 1, openUses: 12 });
    const listed = (await readRoundGroups(db)).flatMap(({ rounds }) => rounds).find((one) => one.round_id === roundId);
    expect(listed).toMatchObject({ returned: 13, expected: null });
  });
});

it("groups the list by what is to be done, cancelled rounds with the archived", async () => {
  const { db } = database;
  const { roundId } = await openDeskRound(db, versionId, [{ state: "submitted" }], { opensAt, closesAt });
  const groupOf = async () =>
    (await readRoundGroups(db)).find(({ rounds }) => rounds.some((one) => one.round_id === roundId));
  expect(await groupOf()).toMatchObject({ group: "open" });
  expect((await groupOf())?.rounds.find((one) => one.round_id === roundId)).toMatchObject({ returned: 1, expected: 1 });
  await cancelRound(db, { roundId, actorId: null, now }, "Verschoben.");
  expect(await groupOf()).toMatchObject({ group: "archived" });
  const desk = await readDesk(db, roundId, asked(now));
  expect(desk.round.state).toBe("cancelled");
  expect(desk.known?.returns.submitted).toBe(1);
});
