import { type Kysely, sql } from "kysely";

/**
 * Releases that are being made, one per round: the row has the id of the release to be, so that it is made once whoever
 * tries again. And of every release whom it counted, for what comes later: interim releases and corrections are allowed
 * only where enough respondents are new or others. That stays outside the tables that the report role reads.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table release_run (
      release_id uuid primary key,
      round_id uuid not null unique references round,
      kind text not null check (kind in ('interim', 'final', 'correction')),
      requested_by uuid not null references account,
      requested_at timestamptz not null,
      stage text not null default 'waiting'
        check (stage in ('waiting', 'grouping', 'counting', 'checking', 'writing')),
      -- of the questions that the stage goes through
      done integer not null default 0,
      total integer not null default 0,
      -- why it ended without a release
      problem text,
      failed_at timestamptz,
      check ((problem is null) = (failed_at is null))
    );
    grant select, insert, delete on release_run to praxisspiegel_app;
    grant update (stage, done, total, problem, failed_at) on release_run to praxisspiegel_app;

    create table release_respondent (
      release_id uuid not null references release deferrable initially deferred,
      response_id uuid not null,
      organisation_id uuid not null,
      -- which submission counted, and a hash of what of it was counted
      submitted_at timestamptz,
      content bytea,
      primary key (release_id, response_id)
    );
    create trigger keep_frozen before insert on release_respondent
      for each row execute function keep_frozen_release();
    grant select, insert on release_respondent to praxisspiegel_app;
  `.execute(db);
}
