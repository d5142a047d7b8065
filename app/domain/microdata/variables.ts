import type { Item } from "#surveys/model.ts";
import { NAMES, PSEUDONYM } from "./columns.ts";

/** A value of a coded variable. Valid ones are 0 or more, missing ones below 0. */
export type ValueLabel = { value: number; code: string; label: string; missing: boolean };

/**
 * A column of the wide file, one row per response:
 * - `coded` one code of a closed list, as the number of `values`
 * - `chosen` 1 if this option of a question with several answers was chosen, 0 if another one was
 * - `place` the position of this option in a ranking, 1 is the first
 * - `number` a quantity · `date` an ISO date or time as text
 * - `given` 1 if a text or file was given: what it says is left to the coding desk
 */
export type Variable = {
  /** letters, digits and underscores, at most 64; unique whatever the case */
  name: string;
  kind: "coded" | "chosen" | "place" | "number" | "date" | "given";
  item: string;
  /** entry of a repeated group, null outside */
  entry: string | null;
  /** the option, for `chosen` and `place` */
  code: string | null;
  /** in German, as the questionnaire is */
  label: string;
  values: ValueLabel[];
};

/** SPSS takes no longer names. */
const NAME_LENGTH = 64;
/** Words of SPSS that cannot name a variable. */
const RESERVED = /^(all|and|by|eq|ge|gt|le|lt|ne|not|or|to|with)$/;
/** Stands for a code that the definition does not list: somebody typed it. */
export const UNLISTED = "-unlisted";
const UNLISTED_LABEL = "eigene Angabe oder Name";

/** Codes for missing answers in the order in which a questionnaire first names them, from −1 downwards. */
export type MissingNumbers = ReadonlyMap<string, number>;

function missingNumbers(items: readonly Item[]): MissingNumbers {
  const codes = new Set(items.flatMap((item) => item.codes.filter(({ missing }) => missing).map(({ code }) => code)));
  return new Map([...codes].map((code, at) => [code, -1 - at]));
}

/**
 * The columns of the wide file, in the order of the questionnaire.
 * @param entriesOf entries that occur of a repeated item, in order
 */
export function variablesOf(items: readonly Item[], entriesOf: (item: string) => readonly string[]): Variable[] {
  const missing = missingNumbers(items);
  const nameFor = namer();
  return items.flatMap((item) => {
    const entries = item.repeated ? entriesOf(item.key) : [null];
    return entries.flatMap((entry) => columnsOf(item, entry, missing, nameFor));
  });
}

function columnsOf(
  item: Item,
  entry: string | null,
  missing: MissingNumbers,
  nameFor: (parts: readonly string[]) => string,
): Variable[] {
  const stem = [...item.key.split("/"), ...(entry === null ? [] : [`e${entry}`])];
  const label = labelOf(item, entry);
  const column = (kind: Variable["kind"], code: string | null, text: string, values: ValueLabel[]): Variable => ({
    name: nameFor(code === null ? stem : [...stem, code]),
    ...{ kind, item: item.key, entry, code, label: text, values },
  });
  const valid = item.codes.filter((code) => !code.missing);
  switch (item.scale) {
    case "choice":
    case "ordinal":
      return [column("coded", null, label, valuesOf(item, missing))];
    case "multiple":
    case "rank": {
      const gaps = missingValues(item, missing);
      const chosen: ValueLabel[] = [
        { value: 0, code: "", label: "nicht gewählt", missing: false },
        { value: 1, code: "", label: "gewählt", missing: false },
      ];
      const kind = item.scale === "rank" ? "place" : "chosen";
      const values = kind === "place" ? gaps : [...chosen, ...gaps];
      return valid.map((code) => column(kind, code.code, `${label}: ${code.label.de}`, values));
    }
    case "number":
      return [column("number", null, label, [])];
    case "date":
      return [column("date", null, label, [])];
    case "text":
    case "file":
      return [column("given", null, label, [{ value: 1, code: "", label: "Angabe vorhanden", missing: false }])];
  }
}

function labelOf({ title, label }: Item, entry: string | null): string {
  const own = label.de === title.de ? title.de : `${title.de}: ${label.de}`;
  return entry === null ? own : `${own} (Eintrag ${entry})`;
}

/** The definition's own numbers where every valid code has one of 0 or more, else 1, 2, 3 in its order. */
function valuesOf(item: Item, missing: MissingNumbers): ValueLabel[] {
  const valid = item.codes.filter((code) => !code.missing);
  const numbers = valid.map(({ number }) => number);
  const usable = numbers.every((one) => one !== undefined && one >= 0) && new Set(numbers).size === valid.length;
  const values = valid.map(({ code, label, number }, at) => ({
    value: usable && number !== undefined ? number : at + 1,
    ...{ code, label: label.de, missing: false },
  }));
  const unlisted = Math.max(0, ...values.map(({ value }) => Math.ceil(value))) + 1;
  return [
    ...values,
    { value: unlisted, code: UNLISTED, label: UNLISTED_LABEL, missing: false },
    ...missingValues(item, missing),
  ];
}

function missingValues(item: Item, missing: MissingNumbers): ValueLabel[] {
  return item.codes.flatMap(({ code, label, missing: isMissing }) =>
    isMissing ? [{ value: missing.get(code) ?? -1, code, label: label.de, missing: true }] : [],
  );
}

/** The number that stands for a code; what is not listed was typed. */
export function numberFor(variable: Variable, code: string): number | null {
  const found =
    variable.values.find((one) => one.code === code) ?? variable.values.find((one) => one.code === UNLISTED);
  return found?.value ?? null;
}

/** Makes names out of the parts of a path; a name that occurs again, or is one of the columns in front, gets a number. */
function namer(): (parts: readonly string[]) => string {
  const taken = new Set<string>([PSEUDONYM, ...NAMES]);
  return (parts) => {
    const plain = parts
      .map((part) =>
        part
          .normalize("NFKD")
          .replace(/[^A-Za-z0-9]+/g, "_")
          .replace(/^_+|_+$/g, ""),
      )
      .filter(Boolean)
      .join("_");
    const lead = /^[A-Za-z]/.test(plain) && !RESERVED.test(plain.toLowerCase()) ? plain : `v_${plain}`;
    for (let again = 1; ; again++) {
      const tail = again === 1 ? "" : `_${again}`;
      const name = lead.slice(0, NAME_LENGTH - tail.length) + tail;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
}
