import { sql } from "kysely";
import type { Text } from "#surveys/model.ts";
import type { Db } from "../client.server.ts";

/** What is kept about one person, for the file that they may download. Nothing here names anybody else. */

/** Mails to the person: kind and times. What they said is kept nowhere. */
export function listOwnMails(db: Db, accountId: string) {
  return db
    .selectFrom("mail")
    .select(["kind", "state", "queued_at", "sent_at"])
    .where("account_id", "=", accountId)
    .orderBy("queued_at")
    .execute();
}

/** What the person did, and what others did to their account (without saying who). */
export function listOwnEvents(db: Db, accountId: string) {
  const own = sql<boolean>`actor_id = ${accountId}`;
  return (
    db
      .selectFrom("audit")
      .select(["at", "verb", "object", own.as("own")])
      // An account's id among one's own actions is somebody else's.
      .select(
        sql<string | null>`case when object <> 'account' or object_id = ${accountId} then object_id end`.as(
          "object_id",
        ),
      )
      .where(sql<boolean>`actor_id = ${accountId} or (object = 'account' and object_id = ${accountId})`)
      .orderBy("audit_id")
      .execute()
  );
}

/** How often and when the person edited which response; the answers belong to the project and stay there. */
export function listOwnEdits(db: Db, accountId: string) {
  return db
    .selectFrom("operation")
    .innerJoin("response", (join) =>
      join
        .onRef("response.round_id", "=", "operation.round_id")
        .onRef("response.response_id", "=", "operation.response_id"),
    )
    .innerJoin("round", "round.round_id", "operation.round_id")
    .leftJoin("invitation", (join) =>
      join
        .onRef("invitation.round_id", "=", "response.round_id")
        .onRef("invitation.invitation_id", "=", "response.invitation_id"),
    )
    .leftJoin("project", "project.project_id", "invitation.project_id")
    .select([
      "operation.response_id",
      "round.title",
      "round.wave",
      "project.name as project",
      sql<number>`count(*)`.as("edits"),
      sql<Date>`min(operation.at)`.as("first_at"),
      sql<Date>`max(operation.at)`.as("last_at"),
    ])
    .where("operation.by", "=", accountId)
    .groupBy(["operation.response_id", "round.title", "round.wave", "project.name"])
    .orderBy("first_at")
    .execute();
}

/** How many notes the person wrote beside which sheet, and when; what they say belongs to the team and stays there. */
export function listOwnNotes(db: Db, accountId: string) {
  return db
    .selectFrom("note")
    .innerJoin("round", "round.round_id", "note.round_id")
    .innerJoin("invitation", (join) =>
      join
        .onRef("invitation.round_id", "=", "note.round_id")
        .onRef("invitation.invitation_id", "=", "note.invitation_id"),
    )
    .leftJoin("project", "project.project_id", "invitation.project_id")
    .select(["round.title", "round.wave", "project.name as project"])
    .select([sql<number>`count(*)`.as("notes"), sql<Date>`min(note.at)`.as("first_at")])
    .select(sql<Date>`max(note.at)`.as("last_at"))
    .where("note.by", "=", accountId)
    .where("note.withdrawn_at", "is", null)
    .groupBy(["note.invitation_id", "round.title", "round.wave", "project.name"])
    .orderBy("first_at")
    .execute();
}

export function listOwnSubmissions(db: Db, accountId: string) {
  return db
    .selectFrom("submission")
    .innerJoin("round", "round.round_id", "submission.round_id")
    .select(["round.title", "round.wave", "submission.receipt", "submission.number", "submission.submitted_at"])
    .where("submission.submitted_by", "=", accountId)
    .orderBy("submission.submitted_at")
    .execute();
}

export function listOwnSessions(db: Db, accountId: string) {
  return db
    .selectFrom("session")
    .select(["created_at", "seen_at"])
    .where("account_id", "=", accountId)
    .orderBy("created_at")
    .execute();
}

export function listOwnAddressChanges(db: Db, accountId: string) {
  return db
    .selectFrom("address_change")
    .select(["address", "asked_at", "used_at"])
    .where("account_id", "=", accountId)
    .orderBy("asked_at")
    .execute();
}

/** Changes of a project's data that the person asked for. */
export function listOwnRequests(db: Db, accountId: string) {
  return db
    .selectFrom("attribute_request")
    .innerJoin("project", "project.project_id", "attribute_request.project_id")
    .select(["project.name as project", "changes", "valid_from", "note", "state", "asked_at", "decided_at"])
    .where("asked_by", "=", accountId)
    .orderBy("asked_at")
    .execute();
}

/** What the person asked the coordination, with its answers. */
export function listOwnInquiries(db: Db, accountId: string) {
  return db
    .selectFrom("inquiry")
    .innerJoin("round", "round.round_id", "inquiry.round_id")
    .select(["round.title", "round.wave", "inquiry.question", "inquiry.text", "inquiry.asked_at"])
    .select(["inquiry.answer", "inquiry.answered_at"])
    .where("inquiry.author_id", "=", accountId)
    .orderBy("inquiry.asked_at")
    .execute();
}

/** What the person answered for the coordination; what was asked belongs to others. */
export function listOwnInquiryAnswers(db: Db, accountId: string) {
  return db
    .selectFrom("inquiry")
    .innerJoin("round", "round.round_id", "inquiry.round_id")
    .select(["round.title", "round.wave", "inquiry.answer", "inquiry.answered_at"])
    .where("inquiry.answered_by", "=", accountId)
    .orderBy("inquiry.answered_at")
    .execute();
}

/** Measures that the person sees to. */
export function listOwnMeasures(db: Db, accountId: string) {
  return db
    .selectFrom("measure")
    .select(["title", "state"])
    .where("responsible_id", "=", accountId)
    .orderBy("title")
    .execute();
}

/** Steps of measures that the person took: which, when and what they changed. */
export function listOwnMeasureSteps(db: Db, accountId: string) {
  return db
    .selectFrom("measure_event")
    .innerJoin("measure", "measure.measure_id", "measure_event.measure_id")
    .select(["measure.title", "measure_event.at", "measure_event.changes"])
    .select(sql<string>`coalesce(measure_event.state, 'changed')`.as("step"))
    .where("measure_event.by", "=", accountId)
    .orderBy("measure_event.at")
    .orderBy("measure_event.number")
    .execute();
}

/** What the person said for a project under "we seek, we offer", and which projects they asked. */
export async function listOwnExchange(db: Db, accountId: string) {
  const { rows } = await sql<{ project: string; step: string; seeks: string; offers: string; at: Date }>`
    select project.name as project, step, seeks, offers, at from (
      select project_id, case when published then 'said' else 'withdrawn' end as step,
        concat_ws(' – ', nullif(array_to_string(exchange_step.seeks, ', '), ''), nullif(seeks_text, '')) as seeks,
        concat_ws(' – ', nullif(array_to_string(exchange_step.offers, ', '), ''), nullif(offers_text, '')) as offers, at
        from exchange_step where by = ${accountId}
      union all
      select from_project, 'asked', '', '', at from exchange_contact where by = ${accountId}
    ) as taken join project using (project_id)
    order by at`.execute(db);
  return rows;
}

/** What the person noted on releases, with the words that hold now. */
export function listOwnFigureNotes(db: Db, accountId: string) {
  return db
    .selectFrom("figure_note as note")
    .innerJoin("release", "release.release_id", "note.release_id")
    .select(["release.title", "release.wave", "note.text", "note.at", "note.withdrawn_at"])
    .where("note.author_id", "=", accountId)
    .orderBy("note.at")
    .execute();
}

/** What those notes said before the person changed them. */
export function listOwnEarlierWords(db: Db, accountId: string) {
  return db
    .selectFrom("figure_note_text as earlier")
    .innerJoin("figure_note as note", "note.note_id", "earlier.note_id")
    .innerJoin("release", "release.release_id", "note.release_id")
    .select(["release.title", "release.wave", "earlier.text", "earlier.until"])
    .where("note.author_id", "=", accountId)
    .orderBy("earlier.until")
    .execute();
}

/** Notes on releases that speak to the person: where and when. What they say belongs to those who wrote it. */
export function listOwnMentions(db: Db, accountId: string) {
  return db
    .selectFrom("figure_note_mention as mention")
    .innerJoin("figure_note as note", "note.note_id", "mention.note_id")
    .innerJoin("release", "release.release_id", "note.release_id")
    .select(["release.title", "release.wave", "note.at"])
    .where("mention.account_id", "=", accountId)
    .orderBy("note.at")
    .execute();
}

/** Responses that the person signed off, opened again or withdrew, or for whose name they took or gave back consent: which and when. */
export async function listOwnSteps(db: Db, accountId: string) {
  const { rows } = await sql<{ title: Text; wave: string; step: string; reason: string; at: Date }>`
    select round.title, round.wave, step, reason, at from (
      select round_id, 'signed-off' as step, '' as reason, at from sign_off where account_id = ${accountId}
      union all
      select round_id, kind, reason, at from response_event where by = ${accountId}
      union all
      select round_id, case when withdrawn then 'name-withdrawn' else 'name-given' end, '', at
        from naming_step where by = ${accountId}
    ) as taken join round using (round_id)
    order by at`.execute(db);
  return rows;
}

/** Versions of goals that the person wrote, with the reasons they gave. */
export function listOwnGoals(db: Db, accountId: string) {
  return db
    .selectFrom("goal_version")
    .select(["title", "number", "reason", "at"])
    .where("by", "=", accountId)
    .orderBy("at")
    .execute();
}
