import type { Definition } from "./definition.ts";
import { asArray, asString, isObject, type JsonObject, segment } from "./json.ts";

/** What is looked at in the cooperation with a field, in the order in which it is shown. */
export const ASPECTS = ["contact", "form", "quality", "reliability", "trust"] as const;
export type Aspect = (typeof ASPECTS)[number];

/**
 * Which questions ask how the cooperation with other fields goes. Questions are named by their keys, columns by their
 * names. `from` is the code from which on an answer counts, in the order of the scale: of contact once a month, of form a
 * fixed contact person.
 */
export type InterfaceQuestions = {
  /** a table: a row for each field, how often there is contact */
  contact: { question: string; from: string };
  /** a table of the same rows with a column for each of the next four */
  detail: string;
  form: { column: string; from: string };
  quality: string;
  reliability: string;
  trust: string;
  /** a table of the same rows: how much contact is wanted */
  wanted?: string;
  /** a choice among the same codes: with which fields it is hardest */
  hardest?: string;
  /** a choice, repeated for fields: what makes it hard */
  obstacles?: string;
  /** free texts that tell what works well */
  practice: string[];
};

/** What a definition says in its property `interfaces`; undefined where it says nothing that can be used. */
export function interfacesIn(mark: unknown): InterfaceQuestions | undefined {
  if (!isObject(mark)) return undefined;
  const contact = partIn(mark.contact, "question");
  const form = partIn(mark.form, "column");
  const [detail, quality, reliability, trust] = ["detail", "quality", "reliability", "trust"].map((name) =>
    asString(mark[name]),
  );
  if (!contact || !form || !detail || !quality || !reliability || !trust) return undefined;
  const optional = (name: "wanted" | "hardest" | "obstacles") => {
    const key = asString(mark[name]);
    return key ? { [name]: key } : {};
  };
  return {
    contact: { question: contact.name, from: contact.from },
    form: { column: form.name, from: form.from },
    ...{ detail, quality, reliability, trust },
    ...{ ...optional("wanted"), ...optional("hardest"), ...optional("obstacles") },
    practice: asArray(mark.practice).flatMap((key) => asString(key) ?? []),
  };
}

function partIn(part: unknown, of: string): { name: string; from: string } | undefined {
  const read: JsonObject = isObject(part) ? part : {};
  const name = asString(read[of]);
  const from = typeof read.from === "number" ? String(read.from) : asString(read.from);
  return name && from ? { name, from } : undefined;
}

/**
 * Whether the questions that a definition names as those of interfaces are there: ordered scales with these codes, for
 * the same rows.
 */
export function hasInterfaces({ level, items }: Definition, asked: InterfaceQuestions): boolean {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const rowsOf = (key: string) =>
    level.questions.find((question) => question.key === key)?.rows.map(({ name }) => name);
  const rows = rowsOf(asked.contact.question) ?? [];
  const isOrdered = (key: string, from?: string) => {
    const item = byKey.get(key);
    return item?.scale === "ordinal" && (from === undefined || item.codes.some(({ code }) => code === from));
  };
  const columns = [asked.form.column, asked.quality, asked.reliability, asked.trust];
  const inColumn = (row: string, column: string) => `${asked.detail}/${segment(row)}/${segment(column)}`;
  const hardest = asked.hardest === undefined ? undefined : byKey.get(asked.hardest);
  return (
    rows.length > 0 &&
    rows.every(
      (row) =>
        isOrdered(`${asked.contact.question}/${segment(row)}`, asked.contact.from) &&
        columns.every((column, i) => isOrdered(inColumn(row, column), i === 0 ? asked.form.from : undefined)) &&
        (asked.wanted === undefined || isOrdered(`${asked.wanted}/${segment(row)}`)) &&
        (hardest === undefined || hardest.codes.some(({ code }) => code === row)),
    ) &&
    [asked.hardest, asked.obstacles, ...asked.practice].every((key) => key === undefined || byKey.has(key))
  );
}
