import type { Fault } from "../../problem.ts";
import { nameKey } from "../names.ts";
import type { NetworkIndex } from "./index-network.ts";
import type { Network } from "./network.ts";
import type { RowPlan } from "./plan.ts";
import type { RowValues } from "./read-row.ts";

type Row = { line: number; values: RowValues };

/** Rows of one file that contradict each other: the same project twice, one address with two names. By line. */
export function rowClashes(rows: readonly Row[], index: NetworkIndex): Map<number, Fault[]> {
  const faults = new Map<number, Fault[]>();
  const report = (line: number, fault: Fault) => faults.set(line, [...(faults.get(line) ?? []), fault]);
  const projects = Map.groupBy(rows, ({ values }) => {
    const { organisation = "", project = "" } = values;
    const known = index.findProject(values)?.projectId ?? values.id;
    return known ?? (project ? `${nameKey(organisation)}\n${nameKey(project)}` : "");
  });
  for (const [key, same] of projects) {
    if (key === "" || same.length < 2) continue;
    for (const { line } of same) {
      const other = same.find((one) => one.line !== line)?.line ?? line;
      report(line, { code: "project-twice", path: "project", detail: { line: other } });
    }
  }
  const people = rows.flatMap(({ line, values }) => [
    ...(values.leads ?? []).map((person) => ({ ...person, line, path: "lead_address" })),
    ...(values.members ?? []).map((person) => ({ ...person, line, path: "members" })),
  ]);
  for (const same of Map.groupBy(people, ({ address }) => address).values()) {
    const named = same.filter(({ name }) => name !== "");
    const [first] = named;
    const second = named.find((one) => first && nameKey(one.name) !== nameKey(first.name));
    if (!first || !second) continue;
    for (const { line, path, name, address } of named) {
      const other = nameKey(name) === nameKey(first.name) ? second : first;
      report(line, { code: "address-twice", path, detail: { typed: address, name: other.name, line: other.line } });
    }
  }
  return faults;
}

/** Rows whose project would then be called as another one of its organisation that the file does not touch, or touches too. */
export function nameClashes(plans: readonly RowPlan[], network: Network): [line: number, fault: Fault][] {
  const organisations = new Map(network.organisations.map((one) => [one.organisationId, one.name]));
  const touched = new Set(plans.flatMap(({ action }) => (action?.known ? [action.known.projectId] : [])));
  const key = (organisation: string, name: string) => `${nameKey(organisation)}\n${nameKey(name)}`;
  const resting = new Set(
    network.projects
      .filter((one) => !touched.has(one.projectId))
      .map((one) => key(organisations.get(one.organisationId) ?? "", one.name)),
  );
  const seen = new Map<string, number>();
  const clashes: [number, Fault][] = [];
  for (const { line, action } of plans) {
    if (!action) continue;
    const own = key(action.organisation, action.name);
    const renamed =
      !action.known || key(organisations.get(action.known.organisationId) ?? "", action.known.name) !== own;
    const earlier = seen.get(own);
    if (earlier !== undefined)
      clashes.push([line, { code: "project-twice", path: "project", detail: { line: earlier } }]);
    else if (renamed && resting.has(own)) clashes.push([line, { code: "name-taken", path: "project" }]);
    seen.set(own, line);
  }
  return clashes;
}
