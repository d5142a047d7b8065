import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type AgendaLine, readAgenda } from "#app/domain/home/read-agenda.server.ts";
import { endRound } from "#app/domain/rounds/change-round.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { jsonb } from "#db/client.server.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertAccount, insertProject, viewerOf } from "../../../support/people.ts";
import { type Invitee, openDeskRound, publish } from "../rounds/desk/desk-sample.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.dispose());

const now = new Date("2026-11-10T09:00:00Z");
const opensAt = new Date("2026-10-10T09:00:00Z");
const short = (line: AgendaLine) => ("wave" in line ? `${line.kind} ${line.wave}` : line.kind);

it("names what is due, the nearest deadline first, and only to those who may do something about it", async () => {
  const { db } = database;
  const { versionId } = await publish(db);
  const people: Invitee[] = [{ state: "submitted" }, { state: "invited" }];
  const open = (wave: string, closesAt: string) =>
    openDeskRound(db, versionId, people, { opensAt, closesAt: new Date(closesAt), wave });
  await open("in einer Woche", "2026-11-17T17:00:00Z");
  await open("heute", "2026-11-10T17:00:00Z");
  await open("später", "2026-11-18T08:00:00Z");
  await open("gestern", "2026-11-09T17:00:00Z");
  const done = await open("geschlossen", "2026-11-05T17:00:00Z");
  await closeRound(db, { roundId: done.roundId, actorId: null, now: new Date("2026-11-05T17:00:00Z") });

  const coordination = await viewerOf(db, await insertAccount(db, { role: "coordination" }));
  const other = await insertAccount(db, { role: "coordination" });
  const { projectId } = await insertProject(db);
  const lead = await insertAccount(db, { role: "lead", projectId });
  await db
    .insertInto("attribute_request")
    .values({
      ...{
        request_id: randomUUID(),
        project_id: projectId,
        changes: jsonb({ vzae: ["u2"] }),
        valid_from: "2026-11-01",
      },
      ...{ asked_by: lead, decided_by: null, decided_at: null },
    })
    .execute();
  const draft = { definition: jsonb({}), checksum: "x", amends: null, decided_by: null, decided_at: null };
  for (const [name, by] of [
    ["eigener", coordination.accountId],
    ["fremder", other],
  ] as const) {
    const row = { draft_id: randomUUID(), name, uploaded_by: by, proposed_by: by, proposed_at: now, version_id: null };
    await db
      .insertInto("version_draft")
      .values({ ...draft, ...row, state: "proposed" })
      .execute();
  }
  await db.updateTable("account").set({ bounced_at: now }).where("account_id", "=", lead).execute();

  const agenda = await readAgenda(db, coordination, now);
  expect(agenda.rounds.map(short)).toEqual([
    "overdue gestern",
    "ends heute",
    "ends in einer Woche",
    "to-release geschlossen",
  ]);
  await endRound(db, { roundId: done.roundId, actorId: coordination.accountId, now });
  const later = await readAgenda(db, coordination, now);
  expect(later.rounds.map((line) => line.kind)).not.toContain("to-release");
  expect(agenda.rounds[1]).toMatchObject({ days: 0, submitted: 1, invited: 2 });
  expect(agenda.members).toEqual([
    { kind: "requests", n: 1 },
    { kind: "bounced", n: 1 },
  ]);
  expect(agenda.questionnaires.map(short).sort()).toEqual(["own-proposal", "second-yes"]);
  expect(agenda.questionnaires.find((one) => one.kind === "second-yes")).toMatchObject({ name: "fremder" });

  for (const role of ["steering", "analyst"] as const) {
    const viewer = await viewerOf(db, await insertAccount(db, { role }));
    expect(await readAgenda(db, viewer, now)).toEqual({ rounds: [], members: [], questionnaires: [] });
  }
});
