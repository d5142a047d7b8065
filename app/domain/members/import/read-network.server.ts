import type { Db, Tx } from "#db/client.server.ts";
import { readNetworkRows } from "#db/queries/network.server.ts";
import type { DatedValue } from "../dated-values.ts";
import type { KnownAccount, Network } from "./network.ts";

/** The network as plans and exports see it. Whoever leads a project is not listed as its member, too. */
export async function readNetwork(db: Db | Tx): Promise<Network> {
  const rows = await readNetworkRows(db);
  const accounts = new Map(
    rows.accounts.map((row): [string, KnownAccount] => {
      const { account_id: accountId, address, name, disabled_at } = row;
      return [accountId, { accountId, address, name, closed: disabled_at !== null }];
    }),
  );
  const attributes = Map.groupBy(rows.attributes, (row) => row.project_id);
  const teams = Map.groupBy(rows.memberships, (row) => row.project_id);
  const peopleWith = (projectId: string, role: "lead" | "member"): KnownAccount[] =>
    (teams.get(projectId) ?? [])
      .filter((row) => row.role === role)
      .flatMap((row) => accounts.get(row.account_id) ?? []);
  return {
    organisations: rows.organisations.map((row) => ({ organisationId: row.organisation_id, name: row.name })),
    accounts: [...accounts.values()],
    projects: rows.projects.map((row) => {
      const leads = peopleWith(row.project_id, "lead");
      return {
        projectId: row.project_id,
        organisationId: row.organisation_id,
        name: row.name,
        activeFrom: row.active_from,
        activeUntil: row.active_until,
        attributes: (attributes.get(row.project_id) ?? []).map(({ project_id: _, ...value }): DatedValue => value),
        leads,
        members: peopleWith(row.project_id, "member").filter((one) => !leads.includes(one)),
      };
    }),
  };
}
