import { type Kysely, sql } from "kysely";

/** A draft that opens by itself at `opens_at`: who said so. Any change of the draft takes it back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table round add column planned_by uuid;
    create index round_planned on round (opens_at) where state = 'draft' and planned_by is not null;
  `.execute(db);
}
