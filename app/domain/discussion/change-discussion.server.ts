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
 * release, item or thread are not there; invalid-note for no text or too much of it, too many people spoken to, or one who may
 * read no notes (any more); different-body where something else was written under its id.
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
    const about = { releaseId: release.releaseId, item: thread ? thread.item : note.item, replyTo: note.replyTo };
    const written = { ...about, noteId: note.noteId, authorId: accountId, text, at: now };
    if (await isKept(tx, written)) return;
    const mentions = await checkedMentions(tx, note.mentions, accountId);
    // Of two at once the second waits here, and then finds the first.
    if (!(await queries.insertFigureNote(tx, written, mentions))) {
      await isKept(tx, written);
      return;
    }
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

/** True if this very note is there already. Throws different-body where its id says something else, or is somebody else's. */
async function isKept(tx: Tx, note: queries.NewFigureNote): Promise<boolean> {
  const kept = await queries.findWrittenNote(tx, note.noteId);
  if (!kept) return false;
  const same =
    kept.author_id === note.authorId &&
    kept.release_id === note.releaseId &&
    kept.item === note.item &&
    kept.reply_to === note.replyTo &&
    // Of one that was taken back nobody knows what it said.
    (kept.withdrawn_at !== null || kept.text === note.text);
  if (!same) throw new Problem("different-body");
  return true;
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

const invalid = (path: "/text" | "/mentions", code: string, limit?: number) =>
  new Problem("invalid-note", { faults: [{ code, path, ...(limit ? { detail: { limit } } : {}) }] });

function checkedText(typed: string): string {
  const text = typed.replaceAll("\r\n", "\n").trim();
  if (text === "") throw invalid("/text", "empty");
  if (text.length > FIGURE_NOTE_LENGTH) throw invalid("/text", "too-long", FIGURE_NOTE_LENGTH);
  return text;
}

async function checkedMentions(tx: Tx, mentions: readonly string[], accountId: string): Promise<string[]> {
  const known = new Set((await queries.listColleagues(tx, rolesWith("note.read"))).map((one) => one.account_id));
  const asked = [...new Set(mentions)].filter((one) => one !== accountId);
  if (asked.length > MENTIONS_PER_NOTE) throw invalid("/mentions", "too-many", MENTIONS_PER_NOTE);
  if (asked.some((one) => !known.has(one))) throw invalid("/mentions", "gone");
  return asked;
}
