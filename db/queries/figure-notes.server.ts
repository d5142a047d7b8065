import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

/** The notes on a release with their authors, the oldest first. */
export function listFigureNotes(db: Db | Tx, releaseId: string) {
  return db
    .selectFrom("figure_note as note")
    .innerJoin("account as author", "author.account_id", "note.author_id")
    .leftJoin("account as settler", "settler.account_id", "note.resolved_by")
    .select(["note.note_id", "note.item", "note.reply_to", "note.author_id", "author.name as author", "note.at"])
    .select(["note.text", "note.revision", "note.withdrawn_at", "note.resolved_at", "settler.name as resolved_by"])
    .where("note.release_id", "=", releaseId)
    .orderBy("note.at")
    .orderBy("note.note_id")
    .execute();
}

/**
 * How many threads on these releases wait to be settled, by item. One of which only answers that were taken back, or none at
 * all, are left is not among them.
 */
export function countOpenThreads(db: Db | Tx, releaseIds: readonly string[]) {
  return db
    .selectFrom("figure_note as note")
    .select(["note.release_id", "note.item"])
    .select(({ fn }) => fn.countAll<number>().as("open"))
    .where("note.release_id", "in", [...releaseIds])
    .where("note.reply_to", "is", null)
    .where("note.resolved_at", "is", null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("figure_note as said")
          .select("said.note_id")
          .where(({ eb, or }) =>
            or([eb("said.note_id", "=", eb.ref("note.note_id")), eb("said.reply_to", "=", eb.ref("note.note_id"))]),
          )
          .where("said.withdrawn_at", "is", null),
      ),
    )
    .groupBy(["note.release_id", "note.item"])
    .orderBy("note.release_id")
    .orderBy("note.item")
    .execute();
}

/** What the notes on a release said before they were changed, the oldest first. */
export function listEarlierTexts(db: Db | Tx, releaseId: string) {
  return db
    .selectFrom("figure_note_text as earlier")
    .innerJoin("figure_note as note", "note.note_id", "earlier.note_id")
    .select(["earlier.note_id", "earlier.revision", "earlier.text", "earlier.until"])
    .where("note.release_id", "=", releaseId)
    .orderBy("earlier.revision")
    .execute();
}

/** Whom the notes on a release speak to, by name. */
export function listMentions(db: Db | Tx, releaseId: string) {
  return db
    .selectFrom("figure_note_mention as mention")
    .innerJoin("figure_note as note", "note.note_id", "mention.note_id")
    .innerJoin("account", "account.account_id", "mention.account_id")
    .select(["mention.note_id", "account.name"])
    .where("note.release_id", "=", releaseId)
    .orderBy("account.name")
    .execute();
}

/** The note, locked until the transaction ends. */
export function lockFigureNote(tx: Tx, releaseId: string, noteId: string) {
  return tx
    .selectFrom("figure_note")
    .selectAll()
    .where("release_id", "=", releaseId)
    .where("note_id", "=", noteId)
    .forUpdate()
    .executeTakeFirst();
}

export function findFigureNote(db: Db | Tx, noteId: string) {
  return db
    .selectFrom("figure_note")
    .select(["note_id", "release_id", "item", "author_id", "withdrawn_at"])
    .where("note_id", "=", noteId)
    .executeTakeFirst();
}

/** A note with the words that it was first written with; they are gone from one that was taken back. */
export function findWrittenNote(db: Db | Tx, noteId: string) {
  return db
    .selectFrom("figure_note as note")
    .leftJoin("figure_note_text as first", (join) =>
      join.onRef("first.note_id", "=", "note.note_id").on("first.revision", "=", 1),
    )
    .select(["note.release_id", "note.item", "note.reply_to", "note.author_id", "note.withdrawn_at"])
    .select(({ fn }) => fn.coalesce("first.text", "note.text").as("text"))
    .where("note.note_id", "=", noteId)
    .executeTakeFirst();
}

export type NewFigureNote = {
  noteId: string;
  releaseId: string;
  item: string | null;
  replyTo: string | null;
  authorId: string;
  text: string;
  at: Date;
};

/** False where there is one with this id already. */
export async function insertFigureNote(tx: Tx, note: NewFigureNote, mentions: readonly string[]): Promise<boolean> {
  const made = await tx
    .insertInto("figure_note")
    .values({
      ...{ note_id: note.noteId, release_id: note.releaseId, item: note.item, reply_to: note.replyTo },
      ...{ author_id: note.authorId, at: note.at, text: note.text },
      ...{ withdrawn_at: null, resolved_at: null, resolved_by: null },
    })
    .onConflict((conflict) => conflict.column("note_id").doNothing())
    .returning("note_id")
    .executeTakeFirst();
  if (!made) return false;
  if (mentions.length > 0) {
    const rows = mentions.map((accountId) => ({ note_id: note.noteId, account_id: accountId }));
    await tx.insertInto("figure_note_mention").values(rows).execute();
  }
  return true;
}

/** Puts new words in place of the old ones, which are kept. */
export async function updateFigureNote(tx: Tx, noteId: string, text: string, now: Date): Promise<void> {
  await sql`
    insert into figure_note_text (note_id, revision, text, until)
    select note_id, revision, text, ${now} from figure_note where note_id = ${noteId}`.execute(tx);
  await tx
    .updateTable("figure_note")
    .set(({ eb }) => ({ text, revision: eb("revision", "+", 1) }))
    .where("note_id", "=", noteId)
    .execute();
}

/** Takes a note back: its words are gone, those before as well. */
export async function withdrawFigureNote(tx: Tx, noteId: string, now: Date): Promise<void> {
  await tx.deleteFrom("figure_note_text").where("note_id", "=", noteId).execute();
  await tx.updateTable("figure_note").set({ text: "", withdrawn_at: now }).where("note_id", "=", noteId).execute();
}

/** Says of a thread that its matter is settled, or open again. */
export async function putResolved(tx: Tx, noteId: string, settled: { at: Date; by: string } | null): Promise<void> {
  await tx
    .updateTable("figure_note")
    .set({ resolved_at: settled?.at ?? null, resolved_by: settled?.by ?? null })
    .where("note_id", "=", noteId)
    .execute();
}

/** Open accounts with one of these parts in the consortium, by name. */
export function listColleagues(db: Db | Tx, roles: readonly ("coordination" | "steering" | "analyst")[]) {
  return db
    .selectFrom("account")
    .select(["account.account_id", "account.name"])
    .where("disabled_at", "is", null)
    .where("pseudonymised_at", "is", null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("membership")
          .select("membership_id")
          .whereRef("membership.account_id", "=", "account.account_id")
          .where("role", "in", [...roles]),
      ),
    )
    .orderBy("name")
    .orderBy("account_id")
    .execute();
}
