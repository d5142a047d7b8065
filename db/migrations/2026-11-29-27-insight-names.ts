import { type Kysely, sql } from "kysely";

/** A look at single responses may be with the names of those who consented: the teams concerned read that it was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table insight add column with_names boolean not null default false`.execute(db);
}
