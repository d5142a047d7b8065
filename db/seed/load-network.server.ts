import { createHash } from "node:crypto";
import type { Tx } from "../client.server.ts";
import type { SampleNetwork } from "./sample.ts";

const ROWS_PER_INSERT = 500;

/** The database id of a sample row: the same for the same sample id, in the form of a UUID (RFC 9562, version 8). */
export function sampleUuid(sampleId: string): string {
  const hex = createHash("sha256").update(`praxisspiegel sample ${sampleId}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Writes the sample network into an empty database. Attributes hold from the day on which a project became active. */
export async function loadNetwork(tx: Tx, network: SampleNetwork, activeFrom: string): Promise<void> {
  const organisations = network.organisations.map((one) => ({
    organisation_id: sampleUuid(one.id),
    name: one.name,
    is_partner: one.consortium,
  }));
  const projects = network.projects.map((one) => ({
    project_id: sampleUuid(one.id),
    organisation_id: sampleUuid(one.organisation),
    name: one.name,
    active_from: activeFrom,
    active_until: null,
  }));
  const attributes = network.projects.flatMap((project) =>
    Object.entries(project.attributes).flatMap(([attribute, value]) =>
      [value].flat().map((code) => ({
        project_id: sampleUuid(project.id),
        attribute,
        value: code,
        valid_from: activeFrom,
        valid_until: null,
      })),
    ),
  );
  const accounts = network.people.map((person) => ({
    account_id: sampleUuid(person.id),
    address: person.email,
    name: person.name,
    disabled_at: null,
  }));
  const memberships = network.people.map((person) => ({
    account_id: sampleUuid(person.id),
    role: person.role,
    project_id: person.project && sampleUuid(person.project),
  }));
  await tx.insertInto("organisation").values(organisations).execute();
  await tx.insertInto("project").values(projects).execute();
  for (let from = 0; from < attributes.length; from += ROWS_PER_INSERT) {
    await tx
      .insertInto("project_attribute")
      .values(attributes.slice(from, from + ROWS_PER_INSERT))
      .execute();
  }
  await tx.insertInto("account").values(accounts).execute();
  await tx.insertInto("membership").values(memberships).execute();
}
