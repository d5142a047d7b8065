import type { Leading } from "./columns.ts";
import type { Variable } from "./variables.ts";

/** Limits of SPSS, in bytes of UTF-8. */
const LABEL_BYTES = 250;
const VALUE_LABEL_BYTES = 118;
const TEXT_WIDTH = 32;

/**
 * SPSS (and PSPP) syntax that reads the wide file: names, labels, values and which of them are missing.
 * @param leading the columns of text in front
 */
export function spssSyntax(file: string, leading: readonly Leading[], variables: readonly Variable[]): string {
  const format = ({ kind }: Variable) => (kind === "date" ? `A${TEXT_WIDTH}` : "F12.2");
  const labelled = variables.filter(({ values }) => values.length > 0);
  const gaps = labelled.filter(({ values }) => values.some(({ missing }) => missing));
  const ordinal = variables.filter(({ kind }) => kind === "place" || kind === "coded").map(({ name }) => name);
  const lines = [
    "* Encoding: UTF-8.",
    `GET DATA /TYPE=TXT /FILE=${quoted(file)} /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELIMITERS=',' /QUALIFIER='"'`,
    "  /FIRSTCASE=2 /VARIABLES=",
    ...leading.map(({ name, width }) => `  ${name} A${width}`),
    ...variables.map((one) => `  ${one.name} ${format(one)}`),
    "  .",
    "VARIABLE LABELS",
    ...leading.map(({ name, label }, at) => `  ${at === 0 ? "" : "/"}${name} ${quoted(label)}`),
    ...variables.map((one) => `  /${one.name} ${quoted(cut(one.label, LABEL_BYTES))}`),
    "  .",
  ];
  if (labelled.length > 0) {
    const values = labelled.map(({ name, values }, at) => {
      const pairs = values.map(({ value, label }) => `${value} ${quoted(cut(label, VALUE_LABEL_BYTES))}`);
      return `  ${at === 0 ? "" : "/"}${name} ${pairs.join(" ")}`;
    });
    lines.push("VALUE LABELS", ...values, "  .");
  }
  lines.push(...gaps.map(({ name }) => `MISSING VALUES ${name} (LOWEST THRU -1).`));
  lines.push(...ordinal.map((name) => `VARIABLE LEVEL ${name} (ORDINAL).`));
  lines.push("EXECUTE.");
  return `${lines.join("\r\n")}\r\n`;
}

/** R without packages: labelled factors beside the numbers, missing values as NA. */
export function rScript(file: string, leading: readonly Leading[], variables: readonly Variable[]): string {
  const coded = variables.filter(({ values }) => values.length > 0);
  const texts = leading.map(({ name }) => `${name} = "character"`).join(", ");
  const lines = [
    "# Liest die breite Datei: negative Werte sind fehlende Angaben.",
    `daten <- read.csv(${JSON.stringify(file)}, fileEncoding = "UTF-8", colClasses = c(${texts}))`,
    "werte <- list(",
    coded
      .map(({ name, values }) => {
        const valid = values.filter(({ missing }) => !missing);
        const [numbers, labels] = [valid.map(({ value }) => value), valid.map(({ label }) => JSON.stringify(label))];
        return `  ${name} = setNames(c(${numbers.join(", ")}), c(${labels.join(", ")}))`;
      })
      .join(",\n"),
    ")",
    "for (name in names(werte)) {",
    "  daten[[name]][daten[[name]] < 0] <- NA",
    `  daten[[paste0(name, "_text")]] <- factor(daten[[name]], levels = werte[[name]], labels = names(werte[[name]]))`,
    "}",
  ];
  return `${lines.join("\n")}\n`;
}

/** Python with pandas: the same. */
export function pandasScript(file: string, leading: readonly Leading[], variables: readonly Variable[]): string {
  const coded = variables.filter(({ values }) => values.length > 0);
  const entries = coded.map(({ name, values }) => {
    const valid = values
      .filter(({ missing }) => !missing)
      .map(({ value, label }) => `${value}: ${JSON.stringify(label)}`);
    return `    ${JSON.stringify(name)}: {${valid.join(", ")}},`;
  });
  const texts = leading.map(({ name }) => `${JSON.stringify(name)}: str`).join(", ");
  const lines = [
    "# Liest die breite Datei: negative Werte sind fehlende Angaben.",
    "import pandas as pd",
    "",
    `daten = pd.read_csv(${JSON.stringify(file)}, dtype={${texts}})`,
    "werte = {",
    ...entries,
    "}",
    "for name, labels in werte.items():",
    "    daten[name] = daten[name].where(~(daten[name] < 0))",
    "    daten[name + '_text'] = daten[name].map(labels)",
  ];
  return `${lines.join("\n")}\n`;
}

/** A text in single quotes on one line. */
const quoted = (text: string): string => `'${text.replace(/\s+/g, " ").trim().replaceAll("'", "''")}'`;

/** Cuts at whole characters, so that at most so many bytes of UTF-8 are left. */
function cut(text: string, bytes: number): string {
  const encoder = new TextEncoder();
  if (encoder.encode(text).length <= bytes) return text;
  let length = 0;
  let short = "";
  for (const sign of text) {
    length += encoder.encode(sign).length;
    if (length > bytes - 3) return `${short}…`;
    short += sign;
  }
  return short;
}
