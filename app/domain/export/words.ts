/** German words of the files for people. Column names of the files for machines are English and stand with their format. */

export const KINDS = { valid: "gültig", missing: "fehlend", unanswered: "ohne Antwort", all: "gültig" } as const;
export const VALID_ANSWERS = "gültige Antworten";
/** How a release is marked that is not the final one. */
export const STANDS = { interim: "Zwischenstand, nur Gesamtwerte", correction: "Korrektur, nur Gesamtwerte" } as const;
export const UNITS = { entry: "Eintrag", response: "Antwortbogen" } as const;

export const SCALES = {
  choice: "eine Antwort",
  multiple: "mehrere Antworten",
  ordinal: "geordnete Skala",
  number: "Zahl",
  date: "Datum",
  rank: "Rangfolge",
  text: "freier Text",
  file: "Datei",
} as const;

/** What the upper end of an ordered scale means. */
export const POLARITIES = { "high-good": "günstig", "high-bad": "ungünstig", neutral: "weder noch" } as const;

/** What is derived of the counts. */
export const DERIVED = { top: "oberes Ende", net: "Saldo", meanRank: "mittlerer Rang" } as const;

/** Statistics in the order in which files list them. */
export const STATISTICS = [
  { key: "mean", label: "Mittelwert" },
  { key: "sd", label: "Standardabweichung" },
  { key: "q1", label: "unteres Viertel" },
  { key: "median", label: "Median" },
  { key: "q3", label: "oberes Viertel" },
] as const;
