import { BYTE_ORDER_MARK, csvRecords } from "../../export/csv.ts";
import { valuesOn } from "../dated-values.ts";
import { germanDay } from "../days.ts";
import { cleanName } from "../names.ts";
import { COLUMNS, type Column, columnLabel } from "./columns.ts";
import type { KnownProject, Network } from "./network.ts";
import { writeNames, writePeople } from "./people.ts";
import { dayFor } from "./plan.ts";
import { valueLabel } from "./values.ts";

/** A cell of the export: a text, or a day that a spreadsheet may know as one. */
export type OutCell = { text: string } | { day: string };

/** Heads and one row per project, sorted by organisation and name, with the attributes of the day: what is planned, for projects to come. */
export function writeTable(network: Network, day: string): { heads: string[]; rows: OutCell[][] } {
  const organisations = new Map(network.organisations.map((one) => [one.organisationId, one.name]));
  const sorted = network.projects
    .map((project) => ({ project, organisation: organisations.get(project.organisationId) ?? "" }))
    .sort(
      (a, b) =>
        a.organisation.localeCompare(b.organisation, "de") || a.project.name.localeCompare(b.project.name, "de"),
    );
  return {
    heads: COLUMNS.map(({ id }) => columnLabel(id)),
    rows: sorted.map(({ project, organisation }) => {
      const values = valuesOn(project.attributes, dayFor(project, day));
      return COLUMNS.map((column) => cellOf(column, project, organisation, values));
    }),
  };
}

function cellOf(
  { id, kind }: Column,
  project: KnownProject,
  organisation: string,
  values: Readonly<Record<string, string[]>>,
): OutCell {
  if (kind === "attribute") return { text: (values[id] ?? []).map((value) => valueLabel(id, value)).join("; ") };
  if (kind === "day") {
    const day = id === "active_from" ? project.activeFrom : project.activeUntil;
    return day ? { day } : { text: "" };
  }
  if (kind === "names") return { text: writeNames(project.leads) };
  if (kind === "addresses") return { text: project.leads.map(({ address }) => address).join("; ") };
  if (kind === "people") return { text: writePeople(project.members) };
  if (kind === "id") return { text: project.projectId };
  return { text: cleanName(id === "organisation" ? organisation : project.name) };
}

/** The file for German Excel: byte order mark, semicolons, CRLF, texts that would be formulas guarded. */
export function writeCsv(network: Network, day: string): string {
  const { heads, rows } = writeTable(network, day);
  const cells = rows.map((row) => row.map((cell) => ("day" in cell ? germanDay(cell.day) : twiceGuarded(cell.text))));
  return BYTE_ORDER_MARK + csvRecords([heads, ...cells]);
}

/** What looks as if it had been guarded gets one more apostrophe, so that reading takes away exactly one. */
function twiceGuarded(text: string): string {
  return /^'+[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
}
