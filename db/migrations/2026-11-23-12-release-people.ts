import { type Kysely, sql } from "kysely";

/** Rounds by link: people answer, not projects, and where an open link went round nobody knows how many were asked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table release alter column invited drop not null;
    alter table release add column respondents text not null default 'projects'
      check (respondents in ('projects', 'people'));
  `.execute(db);
}
