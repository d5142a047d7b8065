import { sql } from "kysely";
import type { Tx } from "../client.server.ts";

/** Lets this transaction think and work for longer than one of the app may: the sample's answers are drawn within it. */
export async function withoutHurry(tx: Tx): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(tx);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx);
}

/** Drops what empty_inbox() leaves until the commit, so that one transaction can empty several inboxes. */
export async function dropTemporaryTables(tx: Tx): Promise<void> {
  await sql`discard temp`.execute(tx);
}
