import { nameKey } from "../names.ts";
import type { KnownAccount, KnownProject, Network } from "./network.ts";
import type { RowValues } from "./read-row.ts";

export type NetworkIndex = {
  organisationName: (organisationId: string) => string | undefined;
  findOrganisation: (name: string) => { organisationId: string; name: string } | undefined;
  /** the project that a row is about: by its identifier, else by organisation and name */
  findProject: (values: RowValues) => KnownProject | undefined;
  findAccount: (address: string) => KnownAccount | undefined;
};

/** Stands in no name that PostgreSQL keeps. */
const BETWEEN = "\0";

/** Finds things by the names in files: exactly as they stand there first, then whatever their case. */
export function indexNetwork(network: Network): NetworkIndex {
  const organisationsById = new Map(network.organisations.map((one) => [one.organisationId, one]));
  const organisations = byNames(network.organisations, (one) => one.name);
  const projectsById = new Map(network.projects.map((one) => [one.projectId, one]));
  const nameOf = (project: KnownProject) => organisationsById.get(project.organisationId)?.name ?? "";
  const projects = byNames(network.projects, (one) => pair(nameOf(one), one.name));
  const accounts = new Map(network.accounts.map((one) => [one.address, one]));
  return {
    organisationName: (organisationId) => organisationsById.get(organisationId)?.name,
    findOrganisation: organisations,
    findProject: ({ id, organisation = "", project = "" }) =>
      id ? projectsById.get(id) : projects(pair(organisations(organisation)?.name ?? organisation, project)),
    findAccount: (address) => accounts.get(address),
  };
}

function pair(organisation: string, project: string): string {
  return `${organisation}${BETWEEN}${project}`;
}

function byNames<T>(things: readonly T[], nameOf: (thing: T) => string): (name: string) => T | undefined {
  const exact = new Map(things.map((thing) => [nameOf(thing), thing]));
  const folded = new Map(things.map((thing) => [foldLines(nameOf(thing)), thing]));
  return (name) => exact.get(name) ?? folded.get(foldLines(name));
}

function foldLines(name: string): string {
  return name.split(BETWEEN).map(nameKey).join(BETWEEN);
}
