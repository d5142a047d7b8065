import { type Kysely, sql } from "kysely";

/** Why a proposal came back, and a second yes that no missing name can stand for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table version_draft add column return_reason text not null default '';

    -- A check passes where it is null: so both names must be there.
    alter table version_draft drop constraint two_people;
    alter table version_draft add constraint two_people check (
      state <> 'published'
      or (proposed_by is not null and decided_by is not null and decided_by <> proposed_by and version_id is not null)
    );
    alter table version add constraint two_people check (
      proposed_by is null or (published_by is not null and published_by <> proposed_by)
    );
  `.execute(db);
}
