/** A member file as somebody would write it in German Excel. */

export const HEADS = [
  "Träger",
  "Projekt",
  "Land",
  "Schwerpunkt",
  "Phänomenbereiche",
  "Ansatz",
  "Arbeitsorte",
  "Stellen",
  "Aktiv ab",
  "Leitung",
  "E-Mail der Leitung",
  "Weitere Teammitglieder",
  "Bemerkung",
] as const;

export type Head = (typeof HEADS)[number];
export type FileLine = Partial<Record<Head, string>>;

const LANDS = ["Bayern", "BY", "by", "Sachsen", "NRW", "Baden-Württemberg", "hessen", "Mecklenburg-Vorpommern"];
const FOCUS = ["Rechtsextremismus", "Islamismus", "Phänomenübergreifend"];

/** One sound row; `n` makes it another project. */
export function fileLine(n: number, changes: FileLine = {}): FileLine {
  return {
    Träger: `Träger Nummer ${Math.ceil(n / 3)} e. V.`,
    Projekt: `Projekt ${n} „Übergänge“`,
    Land: LANDS[n % LANDS.length]!,
    Schwerpunkt: FOCUS[n % FOCUS.length]!,
    Phänomenbereiche: n % 2 ? "Rechtsextremismus; Verschwörungsideologien, Reichsbürger-Szene" : "",
    Ansatz: "Person und Umfeld",
    Arbeitsorte: "Beratungsstelle, Schule",
    Stellen: "2,5",
    "Aktiv ab": "01.03.2026",
    Leitung: `Leitung ${n}`,
    "E-Mail der Leitung": `Leitung.${n}@traeger.example`,
    "Weitere Teammitglieder": n % 4 ? "" : `Kollege ${n} <kollege.${n}@traeger.example>`,
    Bemerkung: "wird nicht gelesen",
    ...changes,
  };
}

/** Ten kinds of faults, by the number of the project they spoil (its row is one further down). */
export const FAULTY: Record<number, FileLine> = {
  5: { Land: "Bayernn" },
  20: { Schwerpunkt: "Fußball" },
  40: { "Aktiv ab": "31.02.2026" },
  60: { "E-Mail der Leitung": "leitung.60(at)traeger.example" },
  80: { Projekt: "" },
  140: { Projekt: "Projekt 139 „Übergänge“", Träger: "Träger Nummer 47 e. V." },
  160: { "E-Mail der Leitung": "leitung.159@traeger.example" },
  180: { "Weitere Teammitglieder": "Nur ein Name" },
  200: { Stellen: "viele" },
  220: { Leitung: "" },
};

/** The twelve rows that such a file cannot take: those above, and two that are contradicted by one of them. */
export const FAULTY_ROWS = [6, 21, 41, 61, 81, 140, 141, 160, 161, 181, 201, 221];

export function csvOf(lines: readonly FileLine[], separator = ";", heads: readonly Head[] = HEADS): string {
  const cell = (text: string) =>
    /["\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  const rows = [heads, ...lines.map((line) => heads.map((head) => line[head] ?? ""))];
  return rows.map((row) => row.map(cell).join(separator)).join("\r\n");
}

/** So many projects, those of FAULTY spoilt. */
export function spoiltFile(n: number): FileLine[] {
  return Array.from({ length: n }, (_, i) => fileLine(i + 1, FAULTY[i + 1]));
}

/** As Windows writes it where nobody thought of Unicode: umlauts and quotation marks as one byte each. */
export function inWindows1252(text: string): Uint8Array {
  const beyond: Record<string, number> = { "€": 0x80, "„": 0x84, "“": 0x93, "”": 0x94, "–": 0x96 };
  return Uint8Array.from([...text].map((sign) => beyond[sign] ?? sign.charCodeAt(0)));
}
