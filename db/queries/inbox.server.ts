import { sql } from "kysely";
import type { Cell } from "#surveys/model.ts";
import { type Db, jsonb, type Tx } from "../client.server.ts";

export type NewInInbox = {
  roundId: string;
  submissionId: string;
  bodyHash: string;
  answers: Record<string, unknown>;
  invisible: string[];
  cells: (Cell & { position: number; visible: boolean })[];
};

/** Puts an anonymous submission in. The app cannot read it again; the round has to be open and anonymous. */
export async function insertInInbox(tx: Tx, { roundId, ...submission }: NewInInbox): Promise<void> {
  await tx
    .insertInto("inbox")
    .values({
      round_id: roundId,
      submission_id: submission.submissionId,
      body_hash: submission.bodyHash,
      answers: jsonb(submission.answers),
      invisible: jsonb(submission.invisible),
      cells: jsonb(submission.cells),
    })
    .execute();
}

/** Whether an id was sent before, and with the same body. */
export async function findInInbox(
  db: Db | Tx,
  roundId: string,
  submissionId: string,
  bodyHash: string,
): Promise<"same" | "different" | undefined> {
  const { rows } = await sql<{ found: "same" | "different" | null }>`
    select find_in_inbox(${roundId}, ${submissionId}, ${bodyHash}) as found`.execute(db);
  return rows[0]?.found ?? undefined;
}

/** How many anonymous submissions of a round wait. */
export async function countInbox(db: Db | Tx, roundId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count_inbox(${roundId}) as n`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Moves what waits into responses, if at least `fewest` came, and gives back how many. The round is still open. */
export async function moveInbox(tx: Tx, roundId: string, fewest: number, at: Date): Promise<number> {
  const { rows } = await sql<{ moved: number }>`select empty_inbox(${roundId}, ${fewest}, ${at}) as moved`.execute(tx);
  return rows[0]?.moved ?? 0;
}

/** Erases what waits of an anonymous round that was cancelled, and gives back how many. */
export async function eraseInbox(tx: Tx, roundId: string): Promise<number> {
  const { rows } = await sql<{ erased: number }>`select discard_inbox(${roundId}) as erased`.execute(tx);
  return rows[0]?.erased ?? 0;
}

/** True while a round has ended since the last rewriting. */
export async function isRewriteDue(db: Db): Promise<boolean> {
  return (await db.selectFrom("rewrite_due").select("round_id").limit(1).executeTakeFirst()) !== undefined;
}

/** Writes participation and inbox anew, so that no row's place tells when it came. */
export async function rewriteTables(db: Db): Promise<void> {
  await sql`select rewrite_participation()`.execute(db);
}
