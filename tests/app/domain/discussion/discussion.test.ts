import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { changeNote, settleThread, takeBackNote, writeNote } from "#app/domain/discussion/change-discussion.server.ts";
import { FIGURE_NOTE_LENGTH, MENTIONS_PER_NOTE } from "#app/domain/discussion/limits.ts";
import { readOpenNotes } from "#app/domain/discussion/open-notes.server.ts";
import { readDiscussion } from "#app/domain/discussion/read-discussion.server.ts";
import { paths } from "#app/paths.ts";
import type { TestDatabase } from "../../../support/database.ts";
import { addressOf } from "../../../support/mail-round.ts";
import { insertAccount, insertProject, viewerOf } from "../../../support/people.ts";
import { openPost, type TestPost } from "../../../support/post.ts";
import { createSeededDatabase } from "../../../support/seeded.ts";

let database: TestDatabase;
let post: TestPost;
let releaseId: string;
let author: string;
let other: string;

beforeAll(async () => {
  database = await createSeededDatabase();
  post = await openPost(database);
  const release = database.db.selectFrom("release").select("release_id").where("questionnaire", "=", "bedarfe");
  releaseId = (await release.executeTakeFirstOrThrow()).release_id;
}, 240_000);
afterAll(async () => {
  await post?.close();
  await database?.dispose();
});
beforeEach(async () => {
  author = await insertAccount(database.db, { role: "steering" });
  other = await insertAccount(database.db, { role: "analyst" });
});

const acting = (accountId: string) => ({
  ...{ db: database.db, report: database.report, jobs: post.jobs, accountId, now: new Date() },
});
async function write(
  text: string,
  more: { item?: string; replyTo?: string; mentions?: string[]; noteId?: string } = {},
) {
  const { noteId = randomUUID(), item = null, replyTo = null, mentions = [] } = more;
  await writeNote(acting(author), { noteId, releaseId, item, replyTo, text, mentions });
  return noteId;
}
const read = async (accountId: string, ...about: string[]) =>
  readDiscussion(database.db, database.report, await viewerOf(database.db, accountId), {
    releaseId,
    about,
    noteOn: [],
  });
const threadOf = async (noteId: string, as = author) =>
  (await read(as)).threads.find(({ first }) => first.noteId === noteId);
const problem = (code: string) => expect.objectContaining({ code });

test("a note sent twice counts once, stands beside its item, and its mail says neither who nor what", async () => {
  const item = "bed_wichtig/psych_netz";
  const noteId = await write("Geheimer Gedanke", { item, mentions: [other, other, author] });
  await write("Geheimer Gedanke", { item, mentions: [other], noteId });
  expect((await read(other, item)).threads.map(({ first }) => first.noteId)).toContain(noteId);
  expect((await read(other, "bed_gedeckt/psych_netz")).threads).toEqual([]);
  const mails = await post.deliver(await addressOf(database.db, other));
  expect(mails).toHaveLength(1);
  expect(mails[0]?.subject).toBe("Jemand spricht Sie an");
  expect(mails[0]?.text).toContain(paths.notes(releaseId));
  const { name } = await viewerOf(database.db, author);
  expect(mails[0]?.text).not.toMatch(new RegExp(`Geheim|psych|${name}`));
});

test("a mail is dropped when its note was taken back before it left, or its reader may read no notes any more", async () => {
  const note = { releaseId, noteId: await write("Zu früh", { mentions: [other] }) };
  await takeBackNote(acting(author), note);
  expect(await post.deliver(await addressOf(database.db, other))).toEqual([]);
  await write("Zu spät", { mentions: [other] });
  await database.owner.deleteFrom("membership").where("account_id", "=", other).execute();
  expect(await post.deliver(await addressOf(database.db, other))).toEqual([]);
});

test("only its author changes a note or takes it back; earlier words stay until then", async () => {
  const noteId = await write("Erst so");
  await expect(changeNote(acting(other), { releaseId, noteId }, "Fremd")).rejects.toEqual(problem("not-found"));
  await expect(takeBackNote(acting(other), { releaseId, noteId })).rejects.toEqual(problem("not-found"));
  await changeNote(acting(author), { releaseId, noteId }, "Dann so");
  await changeNote(acting(author), { releaseId, noteId }, "Dann so");
  const changed = (await threadOf(noteId, other))?.first;
  expect(changed).toMatchObject({ text: "Dann so", isOwn: false, earlier: [{ text: "Erst so" }] });
  await takeBackNote(acting(author), { releaseId, noteId });
  expect((await threadOf(noteId))?.first).toMatchObject({ text: "", isWithdrawn: true, isOwn: true, earlier: [] });
  await expect(changeNote(acting(author), { releaseId, noteId }, "Doch")).rejects.toEqual(problem("not-found"));
});

test("an answer belongs to the first note of its thread, which anybody settles and opens again", async () => {
  const noteId = await write("Frage");
  const replyTo = noteId;
  const answer = await write("Antwort", { replyTo });
  await expect(write("Antwort auf Antwort", { replyTo: answer })).rejects.toEqual(problem("not-found"));
  await expect(settleThread(acting(other), { releaseId, noteId: answer }, true)).rejects.toEqual(problem("not-found"));
  await settleThread(acting(other), { releaseId, noteId }, true);
  const { name } = await viewerOf(database.db, other);
  expect(await threadOf(noteId)).toMatchObject({ answers: [{ text: "Antwort" }], resolved: { by: name } });
  await settleThread(acting(author), { releaseId, noteId }, false);
  expect((await threadOf(noteId))?.resolved).toBeNull();
});

test("at each figure stands how many notes wait, to those who may read them", async () => {
  const [item, another] = ["bed_gedeckt/psych_netz", "bed_gedeckt/evaluation"];
  const open = async (as = author) => {
    const notes = await readOpenNotes(database.db, await viewerOf(database.db, as), releaseId);
    return new Map(notes?.open.map((one) => [one.item, one.openNotes]));
  };
  expect((await open()).get(item)).toBeUndefined();
  const [first, second, third] = [
    await write("Eins", { item }),
    await write("Zwei", { item }),
    await write("Drei", { item: another }),
  ];
  const answer = await write("Antwort", { replyTo: third });
  expect([(await open()).get(item), (await open()).get(another)]).toEqual([2, 1]);
  // What is settled, and what was taken back altogether, waits no more; an answer keeps a matter open.
  await settleThread(acting(other), { releaseId, noteId: first }, true);
  await takeBackNote(acting(author), { releaseId, noteId: second });
  await takeBackNote(acting(author), { releaseId, noteId: third });
  expect((await open()).get(item)).toBeUndefined();
  expect((await open()).get(another)).toBe(1);
  await takeBackNote(acting(author), { releaseId, noteId: answer });
  expect((await open()).get(another)).toBeUndefined();
  expect((await read(author, "bed_gedeckt")).threads.filter(({ isOpen }) => isOpen)).toEqual([]);
  // A question stands for all its items.
  const keys = (await read(author, "bed_gedeckt")).threads.map(({ first: note }) => note.noteId);
  expect(keys.toSorted()).toEqual([first, second, third].toSorted());
  const { projectId } = await insertProject(database.db);
  const lead = await insertAccount(database.db, { role: "lead", projectId });
  expect(await readOpenNotes(database.db, await viewerOf(database.db, lead), releaseId)).toBeNull();
});

test("refuses no text, too much of it, what is not in the release, and people who may read no notes", async () => {
  await expect(write("  \n ")).rejects.toEqual(problem("invalid-note"));
  await expect(write("x".repeat(FIGURE_NOTE_LENGTH + 1))).rejects.toEqual(problem("invalid-note"));
  await expect(write("Text", { item: "gibt_es_nicht" })).rejects.toEqual(problem("not-found"));
  const { projectId } = await insertProject(database.db);
  const lead = await insertAccount(database.db, { role: "lead", projectId });
  const faultOf = async (mentions: string[]) => (await write("Text", { mentions }).catch((error) => error)).faults;
  expect(await faultOf([lead])).toEqual([{ code: "gone", path: "/mentions" }]);
  const many = Array.from({ length: MENTIONS_PER_NOTE + 1 }, () => randomUUID());
  expect(await faultOf(many)).toEqual([{ code: "too-many", path: "/mentions", detail: { limit: MENTIONS_PER_NOTE } }]);
});

test("under an id that says something else nothing is written, and nothing is dropped without a word", async () => {
  const noteId = await write("Erst so", { mentions: [other] });
  await expect(write("Anders", { noteId })).rejects.toEqual(problem("different-body"));
  const foreign = { noteId, releaseId, item: null, replyTo: null, text: "Erst so", mentions: [] };
  await expect(writeNote(acting(other), foreign)).rejects.toEqual(problem("different-body"));
  // Sent again after it was changed it is still the same note, whoever has left meanwhile.
  await changeNote(acting(author), { releaseId, noteId }, "Dann so");
  await database.owner.deleteFrom("membership").where("account_id", "=", other).execute();
  await write("Erst so", { noteId, mentions: [other] });
  expect((await threadOf(noteId))?.first.text).toBe("Dann so");
});
