import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { writeCallList } from "#app/domain/rounds/desk/call-list.server.ts";
import { readDesk } from "#app/domain/rounds/desk/read-desk.server.ts";
import { remindSelected } from "#app/domain/rounds/desk/remind-selected.server.ts";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import { createDatabase, type TestDatabase } from "../../../../support/database.ts";
import { insertAccount } from "../../../../support/people.ts";
import { openPost, type TestPost } from "../../../../support/post.ts";
import { outcomeOf } from "../../responses/sample-sheet.ts";
import { asked, CANARY, type Invitee, openDeskRound, publish } from "./desk-sample.ts";

const DAY_MS = 86_400_000;
let database: TestDatabase;
let post: TestPost;
let versionId: string;
let actorId: string;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
  versionId = (await publish(database.db)).versionId;
  actorId = await insertAccount(database.db, { role: "coordination" });
});
afterAll(async () => {
  await post?.close();
  await database?.dispose();
});

const period = () => ({
  opensAt: new Date(Date.now() - 12 * DAY_MS),
  closesAt: new Date(Date.now() + 12 * DAY_MS),
});
const openAnonymous = () =>
  openRound(database.db, {
    ...period(),
    ...{ versionId, wave: "anonym", privacy: "anonymous", audience: { kind: "link" }, actorId: null },
  });

describe("reminding those who were chosen", () => {
  const remind = (roundId: string, rows: { invitationId: string }[]) =>
    remindSelected(database.db, post.jobs, {
      roundId,
      invitationIds: rows.map((one) => one.invitationId),
      actorId,
    });

  it("writes to those who have still to answer, once a week at most, and shows it on the desk", async () => {
    const people: Invitee[] = [{ state: "invited" }, { state: "begun" }, { state: "submitted" }, { state: "declined" }];
    const { roundId, rows } = await openDeskRound(database.db, versionId, people, period());
    expect(await remind(roundId, rows.slice(0, 1))).toEqual({ queued: 1, tooSoon: 0 });
    expect(await remind(roundId, rows)).toEqual({ queued: 1, tooSoon: 1 });
    expect(await remind(roundId, rows)).toEqual({ queued: 0, tooSoon: 2 });
    const { known } = await readDesk(database.db, roundId, asked(new Date()));
    const reminded = known?.participants.filter((one) => one.remindedAt).map((one) => one.state);
    expect(reminded?.sort()).toEqual(["begun", "invited"]);
    expect(known?.due).toBe(0);
    const nextWeek = await readDesk(database.db, roundId, asked(new Date(Date.now() + 7 * DAY_MS)));
    expect(nextWeek.known?.due).toBe(2);
    const events = await database.db.selectFrom("audit").selectAll().where("verb", "=", "round.remind").execute();
    expect(events.map((one) => [one.actor_id, one.object_id])).toEqual([
      [actorId, roundId],
      [actorId, roundId],
    ]);
  });

  it("counts and ticks nobody who was reminded of another round this week, and says so", async () => {
    const { db } = database;
    const people: Invitee[] = [
      { name: "Eins", state: "invited" },
      { name: "Zwei", state: "invited" },
    ];
    const first = await openDeskRound(db, versionId, people, period());
    const { roundId, invitations } = await openRound(db, {
      ...period(),
      ...{ versionId, wave: "daneben", privacy: "confidential", actorId: null },
      audience: { kind: "projects", projectIds: first.rows.map((one) => one.projectId) },
    });
    await remind(first.roundId, first.rows.slice(0, 1));
    const desk = async (now = new Date()) => (await readDesk(db, roundId, asked(now))).known;
    const shown = (await desk())?.participants.map((one) => [one.name, one.due, one.remindedElsewhere]);
    expect(shown).toEqual([
      ["Eins", false, true],
      ["Zwei", true, false],
    ]);
    expect((await desk())?.due).toBe(1);
    expect(await remind(roundId, invitations)).toEqual({ queued: 1, tooSoon: 1 });
    expect((await desk())?.due).toBe(0);
    // A week later it is no longer in the way, and what other rounds sent is no longer said.
    const later = await desk(new Date(Date.now() + 7 * DAY_MS));
    expect(later?.due).toBe(2);
    expect(later?.participants.map((one) => [one.remindedElsewhere, one.remindedAt !== null])).toEqual([
      [false, false],
      [false, true],
    ]);
  });

  it("leaves invitations of other rounds alone", async () => {
    const one = await openDeskRound(database.db, versionId, [{ state: "invited" }], period());
    const other = await openDeskRound(database.db, versionId, [{ state: "invited" }], period());
    expect(await remind(one.roundId, other.rows)).toEqual({ queued: 0, tooSoon: 0 });
  });

  it("is refused in closed and in anonymous rounds", async () => {
    const { roundId, rows } = await openDeskRound(database.db, versionId, [{ state: "invited" }], period());
    await closeRound(database.db, { roundId, actorId, now: new Date() });
    expect(await outcomeOf(remind(roundId, rows))).toBe("round-closed");
    expect(await outcomeOf(remind((await openAnonymous()).roundId, rows))).toBe("not-found");
  });
});

describe("the call list", () => {
  it("holds who has neither submitted nor declined, with the people to ring up, safe for a spreadsheet", async () => {
    const people: Invitee[] = [
      { name: "=HYPERLINK(1)", state: "begun", land: "by", at: new Date("2026-11-04T23:30:00Z") },
      { name: "Zwei; Ufer", state: "bounced", land: "nw" },
      { name: "Fertig", state: "submitted" },
      { name: "Ohne uns", state: "declined" },
    ];
    const { roundId, rows } = await openDeskRound(database.db, versionId, people, period());
    const [first] = rows;
    await insertAccount(database.db, { role: "member", projectId: first?.projectId });
    const second = await insertAccount(database.db, { role: "lead", projectId: first?.projectId });
    const addresses = await database.db
      .selectFrom("account")
      .select(["account_id", "address"])
      .where("account_id", "in", [first?.leadId ?? "", second])
      .execute();
    await remindSelected(database.db, post.jobs, { roundId, invitationIds: [first?.invitationId ?? ""], actorId });

    const { name, text } = await writeCallList(database.db, { roundId, actorId, now: new Date() });
    expect(name).toBe("anrufliste-lage-2026.csv");
    expect(text.startsWith("\uFEFF")).toBe(true);
    expect(text).not.toContain(CANARY);
    const records: Record<string, string>[] = parse(text, {
      bom: true,
      delimiter: ";",
      columns: true,
      record_delimiter: "\r\n",
    });
    expect(records.map((one) => [one.Projekt, one.Land, one.Stand])).toEqual([
      ["'=HYPERLINK(1)", "Bayern", "in Arbeit"],
      ["Zwei; Ufer", "Nordrhein-Westfalen", "unzustellbar"],
    ]);
    const [begun] = records;
    expect(begun?.["Letztes Lebenszeichen"]).toBe("05.11.2026");
    expect(begun?.["Letzte Erinnerung"]).toMatch(/^\d{2}\.\d{2}\.\d{4}$/);
    expect(begun?.Leitung).toBe("Test lead, Test lead");
    expect(begun?.Adresse?.split(", ").sort()).toEqual(addresses.map((one) => one.address).sort());

    const note = await database.db.selectFrom("audit").selectAll().where("verb", "=", "round.call-list").execute();
    expect(note.map(({ actor_id, object_id, detail }) => [actor_id, object_id, detail])).toEqual([
      [actorId, roundId, { rows: 2 }],
    ]);
  });

  it("is not there for anonymous rounds", async () => {
    const { roundId } = await openAnonymous();
    expect(await outcomeOf(writeCallList(database.db, { roundId, actorId, now: new Date() }))).toBe("not-found");
  });
});
