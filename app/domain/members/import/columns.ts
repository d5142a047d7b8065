import { textsOf } from "../../../locales/index.ts";
import { TYPED_ATTRIBUTES } from "../attributes.ts";
import { foldText } from "../names.ts";

/** A column of the member file: what the import reads and the export writes. */
export type Column = {
  id: string;
  kind: "id" | "name" | "day" | "attribute" | "names" | "addresses" | "people";
};

/** In the order of the export. The columns of attributes have the codes of the catalogue. */
export const COLUMNS: readonly Column[] = [
  { id: "organisation", kind: "name" },
  { id: "project", kind: "name" },
  ...TYPED_ATTRIBUTES.map(({ code }): Column => ({ id: code, kind: "attribute" })),
  { id: "active_from", kind: "day" },
  { id: "active_until", kind: "day" },
  { id: "lead_name", kind: "names" },
  { id: "lead_address", kind: "addresses" },
  { id: "members", kind: "people" },
  { id: "id", kind: "id" },
];

/** Without these a row says nothing about a project. */
export const NEEDED_COLUMNS = ["organisation", "project"] as const;

/** Names of columns in files of others. */
const ALIASES: Record<string, readonly string[]> = {
  organisation: ["organisation", "organization", "trägername", "name des trägers", "einrichtung"],
  project: ["projektname", "name des projekts", "project name", "maßnahme"],
  land: ["bundesland", "state"],
  ph_haupt: ["hauptphänomen", "phänomen", "phänomenbereich"],
  ph: ["phänomene", "weitere phänomene"],
  setting: ["setting", "settings"],
  traeger: ["trägerart", "rechtsform"],
  vzae: ["vzä", "vollzeitstellen", "vollzeitäquivalente", "stellenumfang"],
  restlauf: ["restlaufzeit"],
  status: ["status", "stand"],
  active_from: ["beginn", "start", "von", "im netzwerk seit"],
  active_until: ["ende", "bis", "end"],
  lead_name: ["projektleitung", "name der leitung", "name leitung", "leitung name", "ansprechperson"],
  lead_address: [
    "e-mail",
    "email",
    "mail",
    "e-mail-adresse",
    "e-mail leitung",
    "leitung e-mail",
    "adresse der leitung",
  ],
  members: ["team", "teammitglieder", "mitarbeitende"],
  id: ["kennung", "id", "project id", "projekt-id", "uuid"],
};

/** Columns that the export of others may have and that follow from the rest. */
const DERIVED = ["region5", "region"];

/** The German name of a column, as the export writes it. */
export function columnLabel(id: string, locale: "de" | "en" = "de"): string {
  const texts = textsOf(locale);
  const columns: Record<string, string> = texts.members.columns;
  return columns[id] ?? texts.attributes.names[id] ?? id;
}

const NAMINGS: ((id: string) => readonly string[])[] = [
  (id) => ALIASES[id] ?? [],
  (id) => [id],
  (id) => [columnLabel(id, "en")],
  (id) => [columnLabel(id, "de")],
];

/** Later ways of naming win over earlier ones. */
const byName = new Map(
  NAMINGS.flatMap((namesOf) =>
    COLUMNS.flatMap(({ id }) => namesOf(id).map((name): [string, string] => [foldText(name), id])),
  ),
);

/**
 * The column that a head stands for: its code, its German or English name, or what others call it. Codes go first, as
 * they stand: `traeger` is the kind of organisation, "Träger" and "Traeger" are the organisation.
 */
export function findColumn(head: string): string | undefined {
  const code = head.trim();
  return COLUMNS.some(({ id }) => id === code) ? code : byName.get(foldText(head));
}

/** True for columns that may be there and are not needed. */
export function isDerivedColumn(head: string): boolean {
  return DERIVED.includes(foldText(head));
}
