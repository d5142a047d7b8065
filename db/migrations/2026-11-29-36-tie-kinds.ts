import { type Kysely, sql } from "kysely";

/**
 * What contacts are about, and which are closest. `kinds` is what the project says that reports the tie; `closest` is true
 * where both name each other, so that nobody reads whose closeness was not returned. Releases made before hold neither.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table release_network add column kinds jsonb not null default '[]';
    alter table release_tie
      add column kinds text[] not null default '{}',
      -- null where nobody was asked
      add column closest boolean;
    create or replace view shown_tie with (security_barrier) as
      select tie.release_id, tie.from_project_id, tie.to_project_id, tie.frequency, tie.kinds, tie.closest
      from release_tie tie
      join shown_node a on a.release_id = tie.release_id and a.project_id = tie.from_project_id
      join shown_node b on b.release_id = tie.release_id and b.project_id = tie.to_project_id;
  `.execute(db);
}
