import { sql } from "kysely";
import type { Tx } from "../client.server.ts";

/** How much of a round was erased. */
export type Erased = { roundId: string; drafts: number; notes: number };

/**
 * Erases drafts that were never submitted, notes and marks of rounds that ended before; gives back the rounds of which there
 * was something. The database refuses a time less than thirty days ago.
 */
export async function eraseWhatIsOver(tx: Tx, endedBefore: Date): Promise<Erased[]> {
  const { rows } = await sql<Erased>`
    select round_id as "roundId", drafts, notes from erase_what_is_over(${endedBefore})`.execute(tx);
  return rows;
}
