import { type DatedValue, differenceOf } from "../dated-values.ts";
import { cleanName, nameKey } from "../names.ts";
import type { KnownAccount, Network } from "./network.ts";
import type { Named } from "./people.ts";
import { newOrganisations, type RowPlan } from "./plan.ts";
import type { Part, Undo } from "./stored.ts";

/** Everything that is to be written, and what undoes it. */
export type Changes = {
  undo: Undo;
  newAccounts: { accountId: string; address: string; name: string }[];
  attributesRemoved: (DatedValue & { projectId: string })[];
  attributesAdded: (DatedValue & { projectId: string })[];
};

/** Turns plans without faults into rows to write. Pure but for the ids, which `makeId` makes. */
export function prepareChanges(plans: readonly RowPlan[], network: Network, makeId: () => string): Changes {
  const made = newOrganisations(plans).map((name) => ({ organisationId: makeId(), name }));
  const organisations = new Map(
    [...network.organisations, ...made].map((one) => [nameKey(one.name), one.organisationId] as const),
  );
  const exactly = new Map(network.organisations.map((one) => [one.name, one.organisationId] as const));
  const accounts = new Map(network.accounts.map((one) => [one.address, one]));
  const people = collectPeople(plans, accounts, makeId);
  const changes: Changes = {
    undo: { organisations: made, projects: [], accounts: people.touched, given: [], taken: [] },
    newAccounts: people.made,
    attributesRemoved: [],
    attributesAdded: [],
  };
  for (const { line, action } of plans) {
    if (!action) continue;
    const { known } = action;
    const projectId = known?.projectId ?? makeId();
    const organisationId = exactly.get(action.organisation) ?? organisations.get(nameKey(action.organisation));
    const { removed, added } = differenceOf(known?.attributes ?? [], action.attributes);
    const touched = [...new Set([...removed, ...added].map(({ attribute }) => attribute))];
    const ofTouched = (rows: readonly DatedValue[]) => rows.filter((row) => touched.includes(row.attribute));
    changes.undo.projects.push({
      line,
      projectId,
      before: known
        ? {
            organisationId: known.organisationId,
            name: known.name,
            activeFrom: known.activeFrom,
            activeUntil: known.activeUntil,
          }
        : null,
      after: {
        organisationId: organisationId ?? "",
        name: known && cleanName(known.name) === action.name ? known.name : action.name,
        activeFrom: action.activeFrom,
        activeUntil: action.activeUntil,
      },
      attributes: touched,
      rowsBefore: ofTouched(known?.attributes ?? []),
      rowsAfter: ofTouched(action.attributes),
    });
    for (const row of removed) changes.attributesRemoved.push({ ...row, projectId });
    for (const row of added) changes.attributesAdded.push({ ...row, projectId });
    const part = (role: Part["role"]) => (accountId: string) => ({ accountId, role, projectId });
    for (const [role, now, before] of [
      ["lead", action.team.leads, known?.leads ?? []],
      ["member", action.team.members, known?.members ?? []],
    ] as const) {
      const { given, taken } = teamChange(now, before, people.idOf);
      changes.undo.given.push(...given.map(part(role)));
      changes.undo.taken.push(...taken.map(part(role)));
    }
  }
  return changes;
}

function teamChange(
  now: readonly Named[] | undefined,
  before: readonly KnownAccount[],
  idOf: (address: string) => string,
) {
  if (!now) return { given: [], taken: [] };
  const wanted = now.map(({ address }) => idOf(address));
  const had = before.map(({ accountId }) => accountId);
  return { given: wanted.filter((id) => !had.includes(id)), taken: had.filter((id) => !wanted.includes(id)) };
}

/** New accounts, and known ones that get another name. */
function collectPeople(plans: readonly RowPlan[], known: ReadonlyMap<string, KnownAccount>, makeId: () => string) {
  const ids = new Map([...known].map(([address, { accountId }]) => [address, accountId]));
  const made: Changes["newAccounts"] = [];
  const touched = new Map<string, Undo["accounts"][number]>();
  for (const { action } of plans) {
    for (const { name, address } of [...(action?.team.leads ?? []), ...(action?.team.members ?? [])]) {
      const account = known.get(address);
      if (!account && !ids.has(address)) {
        const accountId = makeId();
        ids.set(address, accountId);
        made.push({ accountId, address, name });
        touched.set(accountId, { accountId, made: true, before: null, after: name });
      } else if (account && cleanName(account.name) !== name) {
        const { accountId } = account;
        touched.set(accountId, { accountId, made: false, before: account.name, after: name });
      }
    }
  }
  return { made, touched: [...touched.values()], idOf: (address: string) => ids.get(address) ?? "" };
}
