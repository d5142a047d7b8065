import { type Kysely, sql } from "kysely";

/**
 * What is told of ties beside them tells of nobody. How many reports were frozen is no longer kept apart: less those that are
 * shown, it gave the number of reports of whoever withdrew. Of wishes, those that are mutual and those where there is contact
 * already are withheld each by itself. And the app writes nodes and ties but cannot read them: what it reads are the views.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table release_network drop column reports;
    alter table release_network drop constraint release_network_check;
    alter table release_network add check (
      (wishing is null) = (wishes is null) and (wishing is not null or num_nonnulls(wishes_mutual, wishes_known) = 0)
    );
    revoke select on release_node, release_tie from praxisspiegel_app;
  `.execute(db);
}
