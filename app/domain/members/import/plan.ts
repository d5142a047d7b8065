import type { Fault } from "../../problem.ts";
import { cleanName, nameKey } from "../names.ts";
import { nameClashes, rowClashes } from "./clashes.ts";
import { indexNetwork, type NetworkIndex } from "./index-network.ts";
import type { KnownProject, Network } from "./network.ts";
import { type AttributePlan, planAttributes } from "./plan-attributes.ts";
import { planTeam, type TeamPlan } from "./plan-team.ts";
import { type RowValues, readRow } from "./read-row.ts";
import type { FileRow } from "./read-table.ts";

export type When = {
  /** ISO day from which changed attributes hold; new projects begin then where the file names no day */
  from: string;
  today: string;
};

/** One cell before and after: codes of attributes, ISO days, names, or people; [] is empty. */
export type CellChange = { column: string; before: string[]; after: string[] };

export type RowState = "new" | "changed" | "unchanged" | "problem" | "left";

/** What will happen with one row, and what to do for it. */
export type RowPlan = {
  line: number;
  state: RowState;
  organisation: string;
  project: string;
  /** the organisation does not exist yet */
  newOrganisation: boolean;
  /** paths are columns */
  faults: Fault[];
  changes: CellChange[];
  action?: RowAction;
};

export type RowAction = {
  /** undefined for a new project */
  known: KnownProject | undefined;
  organisation: string;
  name: string;
  activeFrom: string;
  activeUntil: string | null;
  attributes: AttributePlan["rows"];
  team: TeamPlan["team"];
};

export type StoredRow = FileRow & { left?: boolean };

/**
 * What each row of a file would do to the network, in the order of the rows. Pure: the same rows, network and days give
 * the same plan. A row with a fault does nothing, and neither does one that was left out.
 */
export function planRows(rows: readonly StoredRow[], network: Network, when: When): RowPlan[] {
  const index = indexNetwork(network);
  const read = rows.map((row) => ({ row, ...readRow(row.cells) }));
  const taken = read.filter(({ row }) => !row.left);
  const clashes = rowClashes(
    taken.map(({ row, values }) => ({ line: row.line, values })),
    index,
  );
  const named = taken.flatMap(({ values }) => [...(values.leads ?? []), ...(values.members ?? [])]);
  // A name that stands once in the file holds for all rows with the address.
  const names = new Map(named.flatMap(({ address, name }) => (name ? [[address, name] as const] : [])));
  const plans = read.map(({ row, values, faults }): RowPlan => {
    if (row.left) return blank(row, values, "left");
    const found = [...faults, ...(clashes.get(row.line) ?? [])];
    const known = index.findProject(values);
    if (values.id && !known) found.push({ code: "unknown-id", path: "id" });
    return planRow(row, values, { known, index, names, when, faults: found });
  });
  const byLine = new Map(plans.map((plan) => [plan.line, plan]));
  for (const [line, fault] of nameClashes(plans, network)) {
    const plan = byLine.get(line);
    if (plan) Object.assign(plan, { state: "problem", faults: [...plan.faults, fault], action: undefined });
  }
  return plans;
}

type Known = {
  known: KnownProject | undefined;
  index: NetworkIndex;
  /** by address, as the file has them */
  names: ReadonlyMap<string, string>;
  when: When;
  faults: Fault[];
};

function planRow(row: StoredRow, values: RowValues, { known, index, names, when, faults }: Known): RowPlan {
  const formerOrganisation = known && index.organisationName(known.organisationId);
  const typedOrganisation = values.organisation ?? formerOrganisation ?? "";
  // Another spelling of an organisation that we know is that organisation.
  const organisation = index.findOrganisation(typedOrganisation)?.name ?? typedOrganisation;
  const name = values.project ?? known?.name ?? "";
  for (const [path, value] of [
    ["organisation", organisation],
    ["project", name],
  ] as const) {
    if (!value && !faults.some((fault) => fault.path === path)) faults.push({ code: "missing", path });
  }
  const activeFrom = values.activeFrom ?? known?.activeFrom ?? when.from;
  const activeUntil = values.activeUntil === undefined ? (known?.activeUntil ?? null) : values.activeUntil;
  const crossed = activeUntil !== null && activeUntil < activeFrom;
  if (crossed && !faults.some(({ code }) => code === "until-before-from")) {
    faults.push({ code: "until-before-from", path: "active_until" });
  }
  const attributes = planAttributes(
    values.attributes,
    known,
    {
      ...when,
      from: known ? dayFor(known, when.from) : activeFrom,
      shown: known ? dayFor(known, when.today) : activeFrom,
    },
    faults,
  );
  const team = planTeam(values, known, { index, names });
  const days = (day: string | null | undefined) => (day ? [day] : []);
  const changes: CellChange[] = [
    change("organisation", formerOrganisation ? [cleanName(formerOrganisation)] : [], [cleanName(organisation)]),
    change("project", known ? [cleanName(known.name)] : [], [name]),
    ...attributes.changes,
    change("active_from", days(known?.activeFrom), [activeFrom]),
    change("active_until", days(known?.activeUntil), days(activeUntil)),
    ...team.changes,
  ].filter((one) => one.before.join("\n") !== one.after.join("\n"));
  const all = [...faults, ...attributes.faults, ...team.faults];
  const state = all.length > 0 ? "problem" : !known ? "new" : changes.length > 0 ? "changed" : "unchanged";
  const action: RowAction = {
    ...{ known, organisation, name, activeFrom, activeUntil },
    attributes: attributes.rows,
    team: team.team,
  };
  return {
    ...{ line: row.line, state, organisation, project: name, faults: all, changes },
    newOrganisation: organisation !== "" && !index.findOrganisation(organisation),
    ...(state === "new" || state === "changed" ? { action } : {}),
  };
}

/** The day on which a project's attributes are looked at: of one that has not begun, its first. */
export function dayFor(project: KnownProject, day: string): string {
  return project.activeFrom > day ? project.activeFrom : day;
}

function change(column: string, before: string[], after: string[]): CellChange {
  return { column, before, after };
}

function blank(row: StoredRow, values: RowValues, state: RowState): RowPlan {
  const { organisation = "", project = "" } = values;
  return { line: row.line, state, organisation, project, newOrganisation: false, faults: [], changes: [] };
}

/** How many rows are in which state. */
export function countStates(plans: readonly RowPlan[]): Record<RowState, number> {
  const counts = { new: 0, changed: 0, unchanged: 0, problem: 0, left: 0 };
  for (const { state } of plans) counts[state] += 1;
  return counts;
}

/** Organisations that the plan would make, by the name they first stand with. */
export function newOrganisations(plans: readonly RowPlan[]): string[] {
  const named = plans.filter((plan) => plan.action && plan.newOrganisation);
  return [...new Map(named.toReversed().map((plan) => [nameKey(plan.organisation), plan.organisation])).values()];
}
