import { type Kysely, sql } from "kysely";

/**
 * The ties that may be shown, as before; which nodes may be shown is asked once per release. A view with a security barrier is
 * never merged into the query around it, so that joined to it every tie asked for all nodes anew.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace view shown_tie with (security_barrier) as
      select tie.release_id, tie.from_project_id, tie.to_project_id, tie.frequency, tie.kinds, tie.closest
      from release
      cross join lateral (
        select array_agg(node.project_id) as ids from shown_node node where node.release_id = release.release_id
      ) shown
      join release_tie tie on tie.release_id = release.release_id
      where tie.from_project_id = any (shown.ids) and tie.to_project_id = any (shown.ids);
  `.execute(db);
}
