import { type Kysely, sql } from "kysely";

/** Versions before they are published: uploaded, read by a second person, published or discarded. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table version_draft (
      draft_id uuid primary key,
      -- of the questionnaire, which may not exist yet
      name text not null,
      definition jsonb not null,
      checksum text not null,
      -- set where only wording changes: a version with identical items, which may replace this one in an open round
      amends uuid references version,
      note text not null default '',
      state text not null default 'draft' check (state in ('draft', 'proposed', 'published', 'discarded')),
      uploaded_by uuid not null references account,
      uploaded_at timestamptz not null default now(),
      proposed_by uuid references account,
      proposed_at timestamptz,
      decided_by uuid references account,
      decided_at timestamptz,
      version_id uuid references version,
      -- why a proposal came back
      return_reason text not null default '',
      -- The database holds the second person's yes. A check passes where it is null: so both names must be there.
      constraint two_people check (
        state <> 'published'
        or (proposed_by is not null and decided_by is not null and decided_by <> proposed_by and version_id is not null)
      )
    );

    alter table version add column amends uuid references version;
    alter table version add column proposed_by uuid;
    alter table version add constraint two_people check (
      proposed_by is null or (published_by is not null and published_by <> proposed_by)
    );

    grant select, insert, update, delete on version_draft to praxisspiegel_app;
  `.execute(db);
}
