import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readDraft } from "#app/domain/responses/read-response.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { changeTalk, talkSchema } from "#app/domain/talk/change-talk.server.ts";
import { NOTE_LENGTH, NOTES_PER_SHEET } from "#app/domain/talk/limits.ts";
import { readTalk } from "#app/domain/talk/read-talk.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertAccount, insertProject } from "../../../support/people.ts";
import { openPost, type TestPost } from "../../../support/post.ts";
import { attempt, CLOSED, NO_RIGHT } from "../../../support/refusal.ts";
import { openSampleSheet, outcomeOf, type SampleSheet } from "../responses/sample-sheet.ts";

let database: TestDatabase;
let post: TestPost;
let sheet: SampleSheet;
let invitationId: string;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
});
afterAll(async () => {
  await post?.close();
  await database?.dispose();
});
beforeEach(async () => {
  sheet = await openSampleSheet(database.db);
  invitationId = (await sheet.invitation()).invitation_id;
});

/** Through the same schema as a request. */
const take = async (step: Record<string, unknown>, viewer: Viewer = sheet.lead) =>
  changeTalk({ db: database.db, jobs: post.jobs }, viewer, invitationId, talkSchema.parse(step));
const read = (viewer: Viewer = sheet.lead) => readTalk(database.db, viewer, invitationId);
const note = (text: string, more: Record<string, unknown> = {}) => ({
  ...{ step: "note", noteId: randomUUID(), place: "plan", kind: "comment", text },
  ...more,
});

describe("notes", () => {
  test("stand there before there is any answer, for the whole team, and never move the answers on", async () => {
    await take(note("  Kannst du das klären?\r\nDanke "));
    await take(note("Mach ich.", { place: "page:eins", kind: "reason" }), sheet.member);
    const { notes, me, open } = await read(sheet.member);
    expect(notes).toMatchObject([
      { place: "plan", kind: "comment", text: "Kannst du das klären?\nDanke", by: "Test lead" },
      { place: "page:eins", kind: "reason", text: "Mach ich.", by: "Test member", byId: sheet.member.accountId },
    ]);
    expect([me, open]).toEqual([sheet.member.accountId, true]);
    expect((await sheet.invitation()).response_id).toBeNull();
    expect(await readDraft(database.db, await sheet.invitation())).toMatchObject({ answers: {}, seq: 0 });
  });

  test("sent again they stand there once; another text, place or person under the same id is refused", async () => {
    const once = note("Bitte prüfen");
    await Promise.all([take(once), take(once), take(once)]);
    expect((await read()).notes).toHaveLength(1);
    expect(await outcomeOf(take({ ...once, text: "anders" }))).toBe("different-body");
    expect(await outcomeOf(take({ ...once, place: "zahl" }))).toBe("different-body");
    expect(await outcomeOf(take(once, sheet.member))).toBe("different-body");
  });

  test("are taken back by who wrote them alone; the text is gone, and a late retry does not bring it back", async () => {
    const once = note("geheimnisvoll");
    await take(once);
    const back = { step: "withdraw", noteId: once.noteId };
    expect(await outcomeOf(take(back, sheet.member))).toBe("not-found");
    expect(await outcomeOf(take({ step: "withdraw", noteId: randomUUID() }))).toBe("not-found");
    await take(back);
    await take(back);
    await take(once);
    expect((await read()).notes).toEqual([]);
    const rows = await database.db.selectFrom("note").selectAll().where("invitation_id", "=", invitationId).execute();
    expect(rows).toMatchObject([{ text: "", withdrawn_at: expect.any(Date) }]);
  });

  test("have an end, each and together", async () => {
    expect(talkSchema.safeParse(note("x".repeat(NOTE_LENGTH))).success).toBe(true);
    expect(talkSchema.safeParse(note("x".repeat(NOTE_LENGTH + 1))).success).toBe(false);
    expect(talkSchema.safeParse(note(" \n\0 ")).success).toBe(false);
    await database.db
      .insertInto("note")
      .values(
        Array.from({ length: NOTES_PER_SHEET - 1 }, () => ({
          ...{ round_id: sheet.roundId, invitation_id: invitationId, note_id: randomUUID(), place: "plan" },
          ...{ kind: "comment" as const, text: "x", by: sheet.lead.accountId, withdrawn_at: null },
        })),
      )
      .execute();
    const results = await Promise.all([outcomeOf(take(note("eins"))), outcomeOf(take(note("zwei")))]);
    expect(results.filter((one) => one === "too-many-notes")).toHaveLength(1);
  });

  test("need a place that the questionnaire has", async () => {
    for (const place of ["nichts", "page:nichts", "page:", "__proto__", "constructor", "plan-Comment"]) {
      expect(await outcomeOf(take(note("hier", { place }))), place).toBe("invalid-request");
    }
  });
});

describe("marks", () => {
  test("somebody is asked, somebody else, nobody; it is settled and open again", async () => {
    await take({ step: "assign", place: "zahl", assignee: sheet.member.accountId });
    await take({ step: "clarify", place: "zahl", clarified: true }, sheet.member);
    expect((await read()).marks).toMatchObject([
      {
        place: "zahl",
        assignee: { accountId: sheet.member.accountId, name: "Test member" },
        assignedBy: "Test lead",
        clarified: { by: "Test member" },
      },
    ]);
    await take({ step: "assign", place: "zahl", assignee: sheet.lead.accountId });
    expect((await read()).marks).toMatchObject([{ assignee: { name: "Test lead" }, clarified: { by: "Test member" } }]);
    await take({ step: "assign", place: "zahl", assignee: null });
    await take({ step: "clarify", place: "zahl", clarified: false });
    expect((await read()).marks).toEqual([]);
  });

  test("nobody outside the team is asked, and who leaves it is not asked any more", async () => {
    const { projectId } = await insertProject(database.db);
    const stranger = await insertAccount(database.db, { role: "member", projectId });
    const closed = await insertAccount(database.db, { role: "member", projectId: sheet.projectId });
    await database.db
      .updateTable("account")
      .set({ disabled_at: new Date() })
      .where("account_id", "=", closed)
      .execute();
    for (const assignee of [stranger, closed, randomUUID()]) {
      expect(await outcomeOf(take({ step: "assign", place: "plan", assignee }))).toBe("invalid-request");
    }
    expect((await read()).team.map(({ name }) => name).sort()).toEqual(["Test lead", "Test member"]);
    await take({ step: "assign", place: "plan", assignee: sheet.member.accountId });
    await database.db.deleteFrom("membership").where("account_id", "=", sheet.member.accountId).execute();
    expect((await read()).marks).toEqual([]);
  });
});

describe("who and when", () => {
  test("nobody but the team: not another project, not a guest", async () => {
    const other = await openSampleSheet(database.db);
    const guest = { accountId: null, locale: "de" as const, parts: [], guestOf: [invitationId] };
    for (const viewer of [other.lead, other.member]) {
      expect(await outcomeOf(read(viewer))).toBe("not-found");
      expect(await outcomeOf(take(note("hier"), viewer))).toBe("not-found");
    }
    expect(await outcomeOf(readTalk(database.db, guest, invitationId))).toBe("not-found");
  });

  test("after the round has closed everything can be read and nothing written, by the database either", async () => {
    const once = note("vorher");
    await take(once);
    await take({ step: "assign", place: "plan", assignee: sheet.member.accountId });
    await closeRound(database.db, { roundId: sheet.roundId, actorId: null, now: new Date() });
    for (const step of [
      note("nachher"),
      { step: "withdraw", noteId: once.noteId },
      { step: "assign", place: "plan", assignee: null },
      { step: "clarify", place: "plan", clarified: true },
    ]) {
      expect(await outcomeOf(take(step))).toBe("round-closed");
    }
    expect(await read()).toMatchObject({ open: false, notes: [{ text: "vorher" }], marks: [{ place: "plan" }] });
    const refused = await attempt(
      database.db,
      `update place_mark set assignee = null, assigned_at = null where round_id = '${sheet.roundId}'`,
    );
    expect(refused).toBe(CLOSED);
  });

  test("a note is never rewritten or deleted", async () => {
    await take(note("so war es"));
    const where = `where invitation_id = '${invitationId}'`;
    expect(await attempt(database.db, `update note set text = 'anders' ${where}`)).toBe(CLOSED);
    expect(await attempt(database.db, `update note set place = 'zahl' ${where}`)).toBe(NO_RIGHT);
    expect(await attempt(database.db, `delete from note ${where}`)).toBe(NO_RIGHT);
    expect(await attempt(database.db, `delete from place_mark ${where}`)).toBe(NO_RIGHT);
  });
});
