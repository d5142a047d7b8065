import { NAME_CHARS } from "../members/names.ts";

/** The column that tells the rows of one response from those of others. */
export const PSEUDONYM = "bogen";
/** Columns of an export with names: the project and its organisation, empty where no name may stand. */
export const NAMES = ["projekt", "traeger"] as const;

/** No sign of a name takes more bytes of UTF-8 for each of its characters; the writer may put an apostrophe in front. */
const NAME_BYTES = NAME_CHARS * 3 + 1;

/** A column of text in front of what was answered; `width` in bytes of UTF-8. */
export type Leading = { name: string; label: string; width: number };

const OWN: Leading = { name: PSEUDONYM, label: "Antwortbogen (Pseudonym)", width: 32 };
const NAMING: Leading[] = [
  { name: NAMES[0], label: "Projekt, wenn zugestimmt und nicht widerrufen", width: NAME_BYTES },
  { name: NAMES[1], label: "Träger des Projekts", width: NAME_BYTES },
];

/** The columns in front, in their order. */
export const leadingColumns = (withNames: boolean): Leading[] => (withNames ? [OWN, ...NAMING] : [OWN]);
