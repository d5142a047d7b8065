import type { Fault } from "../../problem.ts";
import { findAttribute } from "../attributes.ts";
import { readDay } from "../days.ts";
import { cleanName, NAME_CHARS } from "../names.ts";
import { COLUMNS } from "./columns.ts";
import { CELL_CHARS } from "./limits.ts";
import { type Named, readAddresses, readNames, readPeople } from "./people.ts";
import { readValues } from "./values.ts";

/** What a row says. What is not there was empty: it changes nothing. Null and [] empty what was there. */
export type RowValues = {
  id?: string;
  organisation?: string;
  project?: string;
  activeFrom?: string;
  activeUntil?: string | null;
  attributes: Record<string, string[]>;
  leads?: Named[];
  members?: Named[];
};

/** Typed into a cell, it empties what is kept. */
const CLEARED = /^[-–—]$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Reads the cells of a row by themselves: what they say, and the faults with their columns as paths. */
export function readRow(cells: Readonly<Record<string, string>>): { values: RowValues; faults: Fault[] } {
  const values: RowValues = { attributes: {} };
  const faults: Fault[] = [];
  const report = (column: string, code: string, detail: Record<string, string | number> = {}) =>
    faults.push({ code, path: column, detail });
  for (const { id: column, kind } of COLUMNS) {
    const cell = cells[column]?.trim() ?? "";
    if (cell === "") continue;
    if (cell.length > CELL_CHARS) {
      report(column, "too-long", { limit: CELL_CHARS });
    } else if (kind === "id") {
      if (UUID.test(cell)) values.id = cell.toLowerCase();
      else report(column, "unknown-id");
    } else if (kind === "name") {
      const name = cleanName(cell);
      if (name.length > NAME_CHARS) report(column, "too-long", { limit: NAME_CHARS });
      else values[column as "organisation" | "project"] = name;
    } else if (kind === "day") {
      readDayCell(column, cell, values, report);
    } else if (kind === "attribute") {
      readAttributeCell(column, cell, values, report);
    } else if (kind === "people") {
      readTeamCell(column, cell, values, report);
    }
  }
  // What is too long was reported above, and is not read.
  if (!faults.some(({ path }) => path.startsWith("lead_"))) readLeads(cells, values, report);
  if (values.activeFrom && values.activeUntil && values.activeUntil < values.activeFrom) {
    report("active_until", "until-before-from");
  }
  return { values, faults };
}

type Report = (column: string, code: string, detail?: Record<string, string | number>) => void;

function readDayCell(column: string, cell: string, values: RowValues, report: Report): void {
  const day = readDay(cell);
  if (column === "active_from") {
    if (day) values.activeFrom = day;
  } else if (day || CLEARED.test(cell)) {
    values.activeUntil = day ?? null;
    return;
  }
  if (!day) report(column, "day", { typed: short(cell) });
}

function readAttributeCell(column: string, cell: string, values: RowValues, report: Report): void {
  if (CLEARED.test(cell)) {
    if (findAttribute(column)?.required) report(column, "missing");
    else values.attributes[column] = [];
    return;
  }
  const { codes, unknown } = readValues(column, cell);
  if (unknown.length > 0) report(column, "unknown-value", { typed: short(unknown.join(", ")) });
  else if (codes.length > 0) values.attributes[column] = codes;
}

function readTeamCell(column: string, cell: string, values: RowValues, report: Report): void {
  if (CLEARED.test(cell)) {
    values.members = [];
    return;
  }
  const { people, unread } = readPeople(cell);
  const twice = doubled(people.map(({ address }) => address));
  if (unread.length > 0) report(column, "address", { typed: short(unread.join("; ")) });
  else if (twice) report(column, "twice-in-row", { typed: short(twice) });
  else values.members = people;
}

/** Names and addresses stand in two cells, in the same order. */
function readLeads(cells: Readonly<Record<string, string>>, values: RowValues, report: Report): void {
  const names = readNames(cells.lead_name ?? "");
  const { addresses, unread } = readAddresses(cells.lead_address ?? "");
  if (unread.length > 0) {
    report("lead_address", "address", { typed: short(unread.join(" ")) });
    return;
  }
  if (addresses.length === 0) {
    if (names.length > 0) report("lead_address", "missing");
    return;
  }
  const members = values.members?.map(({ address }) => address) ?? [];
  const twice = doubled(addresses) ?? addresses.find((address) => members.includes(address));
  if (twice) report("lead_address", "twice-in-row", { typed: short(twice) });
  else if (names.length > 0 && names.length !== addresses.length)
    report("lead_name", "names-and-addresses", { names: names.length, addresses: addresses.length });
  else if (names.some((name) => name.length > NAME_CHARS)) report("lead_name", "too-long", { limit: NAME_CHARS });
  else values.leads = addresses.map((address, index) => ({ name: names[index] ?? "", address }));
}

function doubled(values: readonly string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) !== index);
}

/** As much of a cell as a message can hold. */
function short(typed: string): string {
  return typed.length > 60 ? `${typed.slice(0, 59)}…` : typed;
}
