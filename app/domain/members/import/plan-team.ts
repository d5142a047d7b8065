import type { Fault } from "../../problem.ts";
import { cleanName } from "../names.ts";
import type { NetworkIndex } from "./index-network.ts";
import type { KnownAccount, KnownProject } from "./network.ts";
import { type Named, writePeople } from "./people.ts";
import type { CellChange } from "./plan.ts";
import type { RowValues } from "./read-row.ts";

export type TeamPlan = {
  changes: CellChange[];
  faults: Fault[];
  /** who has which part afterwards; undefined where a row says nothing about it */
  team: { leads?: Named[]; members?: Named[] };
};

/** What a row changes about a team: who leads, who belongs to it, and what they are called. */
export function planTeam(
  values: RowValues,
  known: KnownProject | undefined,
  { index, names }: { index: NetworkIndex; names: ReadonlyMap<string, string> },
): TeamPlan {
  const faults: Fault[] = [];
  const named = (people: Named[] | undefined, column: string) =>
    people?.map((person): Named => {
      const account = index.findAccount(person.address);
      const name = person.name || names.get(person.address) || cleanName(account?.name ?? "");
      if (account?.closed) faults.push({ code: "closed-account", path: column, detail: { typed: person.address } });
      else if (!account && !name) {
        faults.push({
          code: "nameless",
          path: column === "members" ? column : "lead_name",
          detail: { typed: person.address },
        });
      }
      return { name, address: person.address };
    });
  const leads = named(values.leads, "lead_address");
  const members = named(values.members, "members");
  const changes = [
    leads ? [changeOf("lead_address", known?.leads ?? [], leads)] : [],
    members ? [changeOf("members", known?.members ?? [], members)] : [],
  ].flat();
  // Somebody who becomes a lead is no longer listed as a member, and the other way round.
  const isIn = (people: Named[] | undefined) => (one: KnownAccount) => people?.some((p) => p.address === one.address);
  if (leads && !members && known?.members.some(isIn(leads))) {
    const staying = known.members.filter((one) => !isIn(leads)(one));
    return {
      changes: [...changes, changeOf("members", known.members, staying)],
      faults,
      team: { leads, members: staying },
    };
  }
  if (members && !leads && known?.leads.some(isIn(members))) {
    faults.push({ code: "is-lead", path: "members" });
  }
  return { changes, faults, team: { leads, members } };
}

function changeOf(column: string, before: readonly Named[], after: readonly Named[]): CellChange {
  return { column, before: listed(before), after: listed(after) };
}

function listed(people: readonly Named[]): string[] {
  return people
    .toSorted((a, b) => (a.address < b.address ? -1 : 1))
    .map(({ name, address }) => writePeople([{ name: cleanName(name), address }]));
}
