import { sql } from "kysely";
import type { Tx } from "../client.server.ts";

/**
 * Lets a transaction think for up to fifteen minutes between two statements, instead of the fifteen seconds of the app's role:
 * on a busy machine a whole release, or a file of thousands of projects, takes longer to work out.
 */
export async function allowPauses(tx: Tx): Promise<void> {
  await sql`set local idle_in_transaction_session_timeout = '15min'`.execute(tx);
}
