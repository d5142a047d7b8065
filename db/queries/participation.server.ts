import { sql } from "kysely";
import type { Tx } from "../client.server.ts";

/**
 * Uses up the token of an invitation to an anonymous round: of any number of callers one gets true. The row is made by
 * the first use; it holds no time.
 */
export async function takeToken(tx: Tx, invitation: { round_id: string; invitation_id: string }): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    insert into participation as known (round_id, token_hash, used)
    select round_id, token_hash, true from invitation
    where round_id = ${invitation.round_id} and invitation_id = ${invitation.invitation_id} and token_hash is not null
    on conflict (round_id, token_hash) do update set used = true where not known.used
    returning used`.execute(tx);
  return rows.length > 0;
}
