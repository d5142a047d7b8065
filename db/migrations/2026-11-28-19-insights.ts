import { type Kysely, sql } from "kysely";

/**
 * Looks at the answers of single responses: who, when, which round and why. The teams concerned read it. Nobody can change
 * or delete a row.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table insight (
      insight_id uuid primary key,
      round_id uuid not null references round,
      account_id uuid not null references account,
      reason text not null check (char_length(reason) between 10 and 500),
      at timestamptz not null
    );
    create index insight_round on insight (round_id, at);
    grant select, insert on insight to praxisspiegel_app;
  `.execute(db);
}
