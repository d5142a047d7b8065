import { type Kysely, sql } from "kysely";

/**
 * The key by which the counts of a round are protected: made at its first release and kept, so that later releases protect
 * the same answers in the same way. It stays outside the tables of releases; these name it by its id.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table rounding_key (
      round_id uuid primary key references round,
      key_id uuid not null unique,
      key bytea not null check (octet_length(key) = 32),
      made_at timestamptz not null
    );
    grant select, insert on rounding_key to praxisspiegel_app;

    alter table release add column key_id uuid;
  `.execute(db);
}
