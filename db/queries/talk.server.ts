import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import type { NoteTable } from "../tables/talk.ts";

/** A sheet is named by its round and its invitation: what stands beside the answers may be there before any answer. */
export type SheetKey = { roundId: string; invitationId: string };

/** The notes of a sheet, oldest first; of withdrawn ones only that they were there. */
export function listNotes(db: Db | Tx, key: SheetKey) {
  return db
    .selectFrom("note")
    .innerJoin("account", "account.account_id", "note.by")
    .select(["note.note_id", "note.place", "note.kind", "note.text", "note.by", "account.name", "note.at"])
    .where("note.round_id", "=", key.roundId)
    .where("note.invitation_id", "=", key.invitationId)
    .where("note.withdrawn_at", "is", null)
    .orderBy("note.at")
    .orderBy("note.note_id")
    .execute();
}

export function findNote(db: Db | Tx, key: SheetKey, noteId: string) {
  return db
    .selectFrom("note")
    .select(["place", "kind", "text", "by", "withdrawn_at"])
    .where("round_id", "=", key.roundId)
    .where("invitation_id", "=", key.invitationId)
    .where("note_id", "=", noteId)
    .executeTakeFirst();
}

/** How many notes a sheet holds, withdrawn ones included. */
export async function countNotes(tx: Tx, key: SheetKey): Promise<number> {
  const row = await tx
    .selectFrom("note")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("round_id", "=", key.roundId)
    .where("invitation_id", "=", key.invitationId)
    .executeTakeFirstOrThrow();
  return row.n;
}

export type NewNote = { noteId: string; place: string; kind: NoteTable["kind"]; text: string; by: string; at?: Date };

export async function insertNote(tx: Tx, key: SheetKey, note: NewNote): Promise<void> {
  const { noteId, at = new Date(), ...rest } = note;
  const ids = { round_id: key.roundId, invitation_id: key.invitationId, note_id: noteId };
  await tx
    .insertInto("note")
    .values({ ...ids, ...rest, at, withdrawn_at: null })
    .execute();
}

/** Takes a note back: its text is gone. */
export async function withdrawNote(tx: Tx, key: SheetKey, noteId: string): Promise<void> {
  await tx
    .updateTable("note")
    .set({ text: "", withdrawn_at: sql<Date>`now()` })
    .where("round_id", "=", key.roundId)
    .where("invitation_id", "=", key.invitationId)
    .where("note_id", "=", noteId)
    .where("withdrawn_at", "is", null)
    .execute();
}

/** The marks of a sheet with the names of those concerned. */
export function listMarks(db: Db | Tx, key: SheetKey) {
  return db
    .selectFrom("place_mark as mark")
    .leftJoin("account as asked", "asked.account_id", "mark.assignee")
    .leftJoin("account as asking", "asking.account_id", "mark.assigned_by")
    .leftJoin("account as clear", "clear.account_id", "mark.clarified_by")
    .select(["mark.place", "mark.assignee", "asked.name as assignee_name", "asking.name as assigned_by"])
    .select(["mark.assigned_at", "clear.name as clarified_by", "mark.clarified_at"])
    .where("mark.round_id", "=", key.roundId)
    .where("mark.invitation_id", "=", key.invitationId)
    .orderBy("mark.place")
    .execute();
}

export function findMark(db: Db | Tx, key: SheetKey, place: string) {
  return db
    .selectFrom("place_mark")
    .select(["assignee", "assigned_by", "clarified_at"])
    .where("round_id", "=", key.roundId)
    .where("invitation_id", "=", key.invitationId)
    .where("place", "=", place)
    .executeTakeFirst();
}

/** Who is asked for a place and by whom, in words. */
export function findAsked(db: Db | Tx, key: SheetKey, place: string) {
  return db
    .selectFrom("place_mark as mark")
    .leftJoin("account", "account.account_id", "mark.assigned_by")
    .select(["mark.assignee", "mark.clarified_at", "account.name as assigned_by"])
    .where("mark.round_id", "=", key.roundId)
    .where("mark.invitation_id", "=", key.invitationId)
    .where("mark.place", "=", place)
    .executeTakeFirst();
}

/** Asks somebody for a place, or nobody any more. */
export async function putAssignee(
  tx: Tx,
  key: SheetKey,
  { place, assignee, by, at = new Date() }: { place: string; assignee: string | null; by: string; at?: Date },
): Promise<void> {
  const asked = assignee ? { assignee, assigned_by: by, assigned_at: at } : NOBODY;
  await tx
    .insertInto("place_mark")
    .values({ ...idsOf(key, place), ...asked, clarified_by: null, clarified_at: null })
    .onConflict((conflict) => conflict.columns(["round_id", "invitation_id", "place"]).doUpdateSet(asked))
    .execute();
}

/** Marks a place as settled, or as open again. */
export async function putClarified(
  tx: Tx,
  key: SheetKey,
  { place, clarified, by, at = new Date() }: { place: string; clarified: boolean; by: string; at?: Date },
): Promise<void> {
  const settled = clarified ? { clarified_by: by, clarified_at: at } : { clarified_by: null, clarified_at: null };
  await tx
    .insertInto("place_mark")
    .values({ ...idsOf(key, place), ...NOBODY, ...settled })
    .onConflict((conflict) => conflict.columns(["round_id", "invitation_id", "place"]).doUpdateSet(settled))
    .execute();
}

const NOBODY = { assignee: null, assigned_by: null, assigned_at: null };
const idsOf = ({ roundId, invitationId }: SheetKey, place: string) => ({
  round_id: roundId,
  invitation_id: invitationId,
  place,
});

/** Who of a project can be asked: everybody with an account that is not closed, each once. */
export function listAssignable(db: Db | Tx, projectId: string) {
  return db
    .selectFrom("membership")
    .innerJoin("account", "account.account_id", "membership.account_id")
    .select(["account.account_id", "account.name"])
    .distinct()
    .where("membership.project_id", "=", projectId)
    .where("account.disabled_at", "is", null)
    .where("account.pseudonymised_at", "is", null)
    .orderBy("account.name")
    .orderBy("account.account_id")
    .execute();
}

/** How many mails about assignments of a sheet were queued for a person since then. */
export async function countAssignmentMails(
  tx: Tx,
  { accountId, invitationId, since }: { accountId: string; invitationId: string; since: Date },
): Promise<number> {
  const row = await tx
    .selectFrom("mail")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("kind", "=", "assignment")
    .where("account_id", "=", accountId)
    .where(sql<boolean>`subject_ids ->> 'invitationId' = ${invitationId}`)
    .where("queued_at", ">=", since)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** What a person is asked for in the open rounds of these projects and is not settled yet. */
export function listAssignments(db: Db | Tx, accountId: string, projectIds: readonly string[], now: Date) {
  return db
    .selectFrom("place_mark as mark")
    .innerJoin("invitation", (join) =>
      join
        .onRef("invitation.round_id", "=", "mark.round_id")
        .onRef("invitation.invitation_id", "=", "mark.invitation_id"),
    )
    .innerJoin("round", "round.round_id", "mark.round_id")
    .select(["mark.invitation_id", "mark.place"])
    .where("mark.assignee", "=", accountId)
    .where("mark.clarified_at", "is", null)
    .where("round.state", "=", "open")
    .where("round.closes_at", ">", now)
    .where("invitation.project_id", "in", projectIds.length > 0 ? [...projectIds] : [null as unknown as string])
    .orderBy("mark.assigned_at")
    .execute();
}
