import { type Db, type Tx, transact } from "#db/client.server.ts";
import * as queries from "#db/queries/figure-notes.server.ts";
import { enqueueMail, type Jobs } from "../mail/enqueue.server.ts";
import { Problem } from "../problem.ts";
import { readReport } from "../report/read-report.server.ts";
import { rolesWith } from "../roles.ts";
import { FIGURE_NOTE_LENGTH, MENTIONS_PER_NOTE } from "./limits.ts";

type Acting = { db: Db; report: Db; jobs: Jobs; accountId: string; now: Date };

export type WrittenNote = {
  noteId: string;
  releaseId: string;
  /** null: about the release as a whole; of an answer its thread says it */
  item: string | null;
  /** the first note of the thread that it answers */
  replyTo: string | null;
  text: string;
  /** accounts of colleagues, who get a mail that says nothing of it */
  mentions: readonly string[];
};

/**
 * Writes a note on a release, on one of its items, or an answer. Sent again under its id it counts once. Throws not-found where
 * release, item or thread are not there, invalid-note for no text or too much of it, invalid-request for somebody who may read
 * no notes.
 */
export async function writeNote({ db, report, jobs, accountId, now }: Acting, note: WrittenNote): Promise<void> {
  const text = checkedText(note.text);
  const { blocks, release } = await readReport(report, note.releaseId, null);
  const isThere = blocks.some(({ items }) => items.some(({ key }) => key === note.item));
  if (note.item !== null && !isThere) throw new Problem("not-found");
  await transact(db, async (tx) => {
    const thread =
      note.replyTo === null ? undefined : await queries.lockFigureNote(tx, release.releaseId, note.replyTo);
    if (note.replyTo !== null && (!thread || thread.reply_to !== null)) throw new Problem("not-found");
    const mentions = await checkedMentions(tx, note.mentions, accountId);
    const about = { releaseId: release.releaseId, item: thread ? thread.item : note.item, replyTo: note.replyTo };
    const made = await queries.insertFigureNote(
      tx,
      { ...about, noteId: note.noteId, authorId: accountId, text, at: now },
      mentions,
    );
    if (!made) return;
    for (const mentioned of mentions) {
      await enqueueMail(tx, jobs, {
        key: `mention:${note.noteId}:${mentioned}`,
        kind: "mention",
        accountId: mentioned,
        subjectIds: { noteId: note.noteId },
      });
    }
  });
}

type OwnNote = { releaseId: string; noteId: string };

/** Changes the words of one's own note; those before stay readable. Throws not-found for anybody else's, invalid-note. */
export async function changeNote(
  { db, accountId, now }: Acting,
  { releaseId, noteId }: OwnNote,
  typed: string,
): Promise<void> {
  const text = checkedText(typed);
  await transact(db, async (tx) => {
    const note = await ownNote(tx, releaseId, noteId, accountId);
    if (note.withdrawn_at) throw new Problem("not-found");
    if (note.text !== text) await queries.updateFigureNote(tx, noteId, text, now);
  });
}

/** Takes one's own note back: its words are gone, that it was there stays. Throws not-found for anybody else's. */
export async function takeBackNote({ db, accountId, now }: Acting, { releaseId, noteId }: OwnNote): Promise<void> {
  await transact(db, async (tx) => {
    const note = await ownNote(tx, releaseId, noteId, accountId);
    if (!note.withdrawn_at) await queries.withdrawFigureNote(tx, noteId, now);
  });
}

/** Says of a thread that its matter is settled, or open again. Throws not-found for what is no thread. */
export async function settleThread(
  { db, accountId, now }: Acting,
  { releaseId, noteId }: OwnNote,
  isSettled: boolean,
): Promise<void> {
  await transact(db, async (tx) => {
    const note = await queries.lockFigureNote(tx, releaseId, noteId);
    if (!note || note.reply_to !== null) throw new Problem("not-found");
    if ((note.resolved_at !== null) === isSettled) return;
    await queries.putResolved(tx, noteId, isSettled ? { at: now, by: accountId } : null);
  });
}

async function ownNote(tx: Tx, releaseId: string, noteId: string, accountId: string) {
  const note = await queries.lockFigureNote(tx, releaseId, noteId);
  if (note?.author_id !== accountId) throw new Problem("not-found");
  return note;
}

function checkedText(typed: string): string {
  const text = typed.replaceAll("\r\n", "\n").trim();
  const fault = (code: string) => new Problem("invalid-note", { faults: [{ code, path: "/text" }] });
  if (text === "") throw fault("empty");
  if (text.length > FIGURE_NOTE_LENGTH) throw fault("too-long");
  return text;
}

async function checkedMentions(tx: Tx, mentions: readonly string[], accountId: string): Promise<string[]> {
  const known = new Set((await queries.listColleagues(tx, rolesWith("note.read"))).map((one) => one.account_id));
  const asked = [...new Set(mentions)].filter((one) => one !== accountId);
  if (asked.length > MENTIONS_PER_NOTE || asked.some((one) => !known.has(one))) throw new Problem("invalid-request");
  return asked;
}
