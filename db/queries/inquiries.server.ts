import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type NewInquiry = {
  inquiryId: string;
  roundId: string;
  /** null: asked without saying who asks */
  invitationId: string | null;
  authorId: string | null;
  question: string | null;
  text: string;
  /** samples are asked on days of their own */
  askedAt?: Date;
};

const inquiries = (db: Db | Tx) =>
  db
    .selectFrom("inquiry")
    .leftJoin("invitation", (join) =>
      join
        .onRef("invitation.round_id", "=", "inquiry.round_id")
        .onRef("invitation.invitation_id", "=", "inquiry.invitation_id"),
    )
    .leftJoin("project", "project.project_id", "invitation.project_id")
    .leftJoin("account as author", "author.account_id", "inquiry.author_id")
    .leftJoin("account as answering", "answering.account_id", "inquiry.answered_by")
    .select([
      "inquiry.inquiry_id",
      "inquiry.round_id",
      "inquiry.invitation_id",
      "inquiry.author_id",
      "inquiry.question",
      "inquiry.text",
      "inquiry.asked_at",
      "inquiry.answer",
      "inquiry.answered_at",
      "inquiry.closed_at",
      "invitation.kind",
      "invitation.project_id",
      "invitation.name as guest",
      "project.name as project",
      "author.name as author",
      "answering.name as answered_by",
    ]);

export type InquiryRow = NonNullable<Awaited<ReturnType<typeof findInquiry>>>;

export function findInquiry(db: Db | Tx, inquiryId: string) {
  return inquiries(db).where("inquiry.inquiry_id", "=", inquiryId).executeTakeFirst();
}

/** What was asked under an invitation, the latest first. */
export function listInquiriesOf(db: Db | Tx, invitationId: string): Promise<InquiryRow[]> {
  return inquiries(db)
    .where("inquiry.invitation_id", "=", invitationId)
    .orderBy("inquiry.asked_at", "desc")
    .orderBy("inquiry.inquiry_id")
    .execute();
}

/** What was asked about a round: what is open first, the oldest of it first; then what is done, the latest first. */
export function listInquiriesOfRound(db: Db | Tx, roundId: string, most: number): Promise<InquiryRow[]> {
  return inquiries(db)
    .where("inquiry.round_id", "=", roundId)
    .where("inquiry.erased_at", "is", null)
    .orderBy(sql`inquiry.closed_at is not null`)
    .orderBy(sql`case when inquiry.closed_at is null then inquiry.asked_at end`)
    .orderBy("inquiry.closed_at", "desc")
    .orderBy("inquiry.inquiry_id")
    .limit(most)
    .execute();
}

/** How many wait for an answer, by round; rounds without any are left out. */
export function countOpenInquiries(db: Db | Tx) {
  return db
    .selectFrom("inquiry")
    .select(["round_id", ({ fn }) => fn.countAll<number>().as("n")])
    .where("closed_at", "is", null)
    .groupBy("round_id")
    .execute();
}

/** Keeps what was asked. False when there is one with this id already. */
export async function insertInquiry(tx: Tx, inquiry: NewInquiry): Promise<boolean> {
  const row = await tx
    .insertInto("inquiry")
    .values({
      inquiry_id: inquiry.inquiryId,
      round_id: inquiry.roundId,
      invitation_id: inquiry.invitationId,
      author_id: inquiry.authorId,
      question: inquiry.question,
      text: inquiry.text,
      ...(inquiry.askedAt ? { asked_at: inquiry.askedAt } : {}),
    })
    .onConflict((conflict) => conflict.column("inquiry_id").doNothing())
    .returning("inquiry_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** The inquiry as it stands, held until the transaction ends. */
export function lockInquiry(tx: Tx, roundId: string, inquiryId: string) {
  return tx
    .selectFrom("inquiry")
    .select(["inquiry_id", "round_id", "invitation_id", "author_id", "answer", "answered_by", "closed_at", "erased_at"])
    .where("round_id", "=", roundId)
    .where("inquiry_id", "=", inquiryId)
    .forUpdate()
    .executeTakeFirst();
}

/** Answers it, or settles it without an answer. */
export async function closeInquiry(
  tx: Tx,
  inquiryId: string,
  { by, at, answer }: { by: string; at: Date; answer?: string },
): Promise<void> {
  const answered = answer === undefined ? {} : { answer, answered_by: by, answered_at: at };
  await tx
    .updateTable("inquiry")
    .set({ ...answered, closed_by: by, closed_at: at })
    .where("inquiry_id", "=", inquiryId)
    .execute();
}

/** Takes out what a person asked, and what they were answered: by their account, or by the invitation of a guest. */
export async function eraseInquiries(tx: Tx, who: { accountId?: string; invitationId?: string }): Promise<void> {
  await sql`select erase_inquiries(${who.accountId ?? null}::uuid, ${who.invitationId ?? null}::uuid)`.execute(tx);
}

/** Accounts with a part in the coordination to which mail can be sent. */
export async function listCoordination(db: Db | Tx): Promise<string[]> {
  const rows = await db
    .selectFrom("membership")
    .innerJoin("account", "account.account_id", "membership.account_id")
    .select("account.account_id")
    .where("membership.role", "=", "coordination")
    .where("account.disabled_at", "is", null)
    .where("account.pseudonymised_at", "is", null)
    .where("account.bounced_at", "is", null)
    .orderBy("account.account_id")
    .execute();
  return rows.map((row) => row.account_id);
}
