import type { Fault } from "../../problem.ts";
import { type DatedValue, differenceOf } from "../dated-values.ts";
import type { KnownProject, Network } from "./network.ts";
import type { Part, Undo } from "./stored.ts";

/** A part of any kind; projectId is empty for those in the consortium. */
type AnyPart = { accountId: string; role: string; projectId: string };
type Use = { id: string; use: "invited" | "asked" | "signed-in" };

/**
 * What stands in the way of an undo: one fault per project, person or organisation that was changed or used since the
 * import. `path` is its id, `detail.name` what it is called. `parts`: all parts of the accounts that the import made.
 */
export function undoConflicts(undo: Undo, network: Network, parts: readonly AnyPart[], uses: readonly Use[]): Fault[] {
  const projects = new Map(network.projects.map((one) => [one.projectId, one]));
  const used = new Map(uses.map(({ id, use }) => [id, use]));
  const given = Map.groupBy(undo.given, (part) => part.projectId);
  const taken = Map.groupBy(undo.taken, (part) => part.projectId);
  return [
    ...undo.projects.flatMap((one) => {
      const { projectId } = one;
      const team = { given: given.get(projectId) ?? [], taken: taken.get(projectId) ?? [] };
      return projectFaults(one, projects.get(projectId), used.get(projectId), team);
    }),
    ...accountFaults(undo, network, parts, used),
    ...organisationFaults(undo, network),
  ];
}

function projectFaults(
  imported: Undo["projects"][number],
  project: KnownProject | undefined,
  use: Use["use"] | undefined,
  team: { given: Part[]; taken: Part[] },
): Fault[] {
  const { projectId, line, after } = imported;
  const about = (code: string): Fault[] => [
    { code, path: projectId, detail: { name: project?.name ?? after.name, line } },
  ];
  if (!project) return about("undo-gone");
  if (use) return about(`undo-${use}`);
  const { organisationId, name, activeFrom, activeUntil } = project;
  if (JSON.stringify({ organisationId, name, activeFrom, activeUntil }) !== JSON.stringify(ordered(after))) {
    return about("undo-changed");
  }
  const touched = project.attributes.filter(
    (row) => imported.before === null || imported.attributes.includes(row.attribute),
  );
  if (differ(touched, imported.rowsAfter)) return about("undo-attributes");
  const has = ({ accountId, role }: Part) =>
    (role === "lead" ? project.leads : [...project.members, ...project.leads]).some(
      (one) => one.accountId === accountId,
    );
  const strangers = imported.before === null && project.leads.length + project.members.length !== team.given.length;
  const changed = strangers || !team.given.every(has) || team.taken.some((part) => hasExactly(project, part));
  return changed ? about("undo-team") : [];
}

function hasExactly(project: KnownProject, { accountId, role }: Part): boolean {
  return (role === "lead" ? project.leads : project.members).some((one) => one.accountId === accountId);
}

function accountFaults(
  undo: Undo,
  network: Network,
  parts: readonly AnyPart[],
  used: ReadonlyMap<string, string>,
): Fault[] {
  const accounts = new Map(network.accounts.map((one) => [one.accountId, one]));
  const keyOf = ({ accountId, role, projectId }: AnyPart) => `${accountId} ${role} ${projectId}`;
  const given = new Set(undo.given.map(keyOf));
  const strange = new Set(parts.filter((part) => !given.has(keyOf(part))).map(({ accountId }) => accountId));
  return undo.accounts.flatMap((one): Fault[] => {
    const account = accounts.get(one.accountId);
    const about = (code: string): Fault[] => [
      { code, path: one.accountId, detail: { name: account?.name ?? one.after ?? "" } },
    ];
    if (!account || account.closed || account.name !== one.after) return about("undo-person");
    if (!one.made) return [];
    if (used.has(one.accountId)) return about("undo-signed-in");
    return strange.has(one.accountId) ? about("undo-parts") : [];
  });
}

function organisationFaults(undo: Undo, network: Network): Fault[] {
  const names = new Map(network.organisations.map((one) => [one.organisationId, one.name]));
  const mine = new Set(undo.projects.map(({ projectId }) => projectId));
  const others = network.projects.filter((one) => !mine.has(one.projectId));
  return undo.organisations.flatMap(({ organisationId, name }): Fault[] => {
    const changed = names.get(organisationId) !== name;
    const joined = others.some((project) => project.organisationId === organisationId);
    return changed || joined ? [{ code: "undo-organisation", path: organisationId, detail: { name } }] : [];
  });
}

function ordered({ organisationId, name, activeFrom, activeUntil }: Undo["projects"][number]["after"]) {
  return { organisationId, name, activeFrom, activeUntil };
}

function differ(rows: readonly DatedValue[], expected: readonly DatedValue[]): boolean {
  const { removed, added } = differenceOf(rows, expected);
  return removed.length + added.length > 0;
}
