/** German words of the files for people. Column names of the files for machines are English and stand with their format. */

export const KINDS = { valid: "gültig", missing: "fehlend", unanswered: "ohne Antwort", all: "gültig" } as const;
export const VALID_ANSWERS = "gültige Antworten";
export const UNITS = { entry: "Eintrag", response: "Antwortbogen" } as const;
