import type { Tx } from "../client.server.ts";

/** Switches reminders off. Gives back the ids of those where they were on. */
export async function muteInvitations(tx: Tx, roundId: string, ids: readonly string[], at: Date): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .updateTable("invitation")
    .set({ reminders_off_at: at })
    .where("round_id", "=", roundId)
    .where("invitation_id", "in", [...ids])
    .where("reminders_off_at", "is", null)
    .returning("invitation_id")
    .execute();
  return rows.map((row) => row.invitation_id);
}
