import { sql } from "kysely";
import type { Cell } from "#surveys/model.ts";
import { type Db, jsonb, type Tx } from "../client.server.ts";
import type { ResponseKey } from "./responses.server.ts";

const CELLS_PER_INSERT = 1000;

export type NewSubmission = {
  submissionId: string;
  /** the state of the response that is submitted */
  seq: number;
  receipt: string;
  answers: Record<string, unknown>;
  invisible: string[];
  checksum: string;
  actorId: string | null;
  /** defaults to now */
  at?: Date;
};

const submissions = (db: Db | Tx, key: ResponseKey) =>
  db
    .selectFrom("submission")
    .leftJoin("account", "account.account_id", "submission.submitted_by")
    .select([
      "submission.submission_id",
      "submission.number",
      "submission.seq",
      "submission.receipt",
      "submission.answers",
      "submission.invisible",
      "submission.checksum",
      "submission.submitted_at",
      "account.name as submitted_by",
    ])
    .where("submission.round_id", "=", key.roundId)
    .where("submission.response_id", "=", key.responseId);

/** Every submission of a response, the latest first. */
export function listSubmissions(db: Db | Tx, key: ResponseKey) {
  return submissions(db, key).orderBy("submission.number", "desc").execute();
}

/** The latest submission: it counts unless the response is a draft (see `isCounting`). */
export function findLatestSubmission(db: Db | Tx, key: ResponseKey) {
  return submissions(db, key).orderBy("submission.number", "desc").limit(1).executeTakeFirst();
}

export function findNumberedSubmission(db: Db | Tx, key: ResponseKey, number: number) {
  return submissions(db, key).where("submission.number", "=", number).executeTakeFirst();
}

export function findSubmission(db: Db | Tx, key: ResponseKey, submissionId: string) {
  return submissions(db, key).where("submission.submission_id", "=", submissionId).executeTakeFirst();
}

/** Keeps a submission as the latest of its response and marks the response as submitted. Gives back its number. */
export async function insertSubmission(tx: Tx, key: ResponseKey, submission: NewSubmission): Promise<number> {
  const at = submission.at ?? sql<Date>`now()`;
  const { number } = await tx
    .insertInto("submission")
    .values(({ selectFrom }) => ({
      round_id: key.roundId,
      response_id: key.responseId,
      submission_id: submission.submissionId,
      number: selectFrom("submission")
        .select(sql<number>`coalesce(max(number), 0) + 1`.as("number"))
        .where("round_id", "=", key.roundId)
        .where("response_id", "=", key.responseId),
      seq: submission.seq,
      receipt: submission.receipt,
      answers: jsonb(submission.answers),
      invisible: jsonb(submission.invisible),
      checksum: submission.checksum,
      submitted_at: at,
      submitted_by: submission.actorId,
    }))
    .returning("number")
    .executeTakeFirstOrThrow();
  await tx
    .updateTable("response")
    .set({ state: "submitted", submitted_at: at })
    .where("round_id", "=", key.roundId)
    .where("response_id", "=", key.responseId)
    .execute();
  return number;
}

/** Replaces the long form of a response. Cells of questions that the definition hides are kept but not `visible`. */
export async function replaceCells(tx: Tx, key: ResponseKey, cells: (Cell & { visible: boolean })[]): Promise<void> {
  await tx.deleteFrom("cell").where("round_id", "=", key.roundId).where("response_id", "=", key.responseId).execute();
  const rows = cells.map((cell, position) => ({
    round_id: key.roundId,
    response_id: key.responseId,
    position,
    item: cell.item,
    entry: cell.entry,
    code: cell.code,
    number: cell.number,
    text: cell.text,
    visible: cell.visible,
  }));
  for (let from = 0; from < rows.length; from += CELLS_PER_INSERT) {
    await tx
      .insertInto("cell")
      .values(rows.slice(from, from + CELLS_PER_INSERT))
      .execute();
  }
}
