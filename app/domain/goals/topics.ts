import type { Definition } from "#surveys/definition.ts";
import type { Code, Item, Text } from "#surveys/model.ts";
import { releaseHints } from "#surveys/release-hints.ts";
import type { FormulaKind } from "./formula.ts";

/** What can be measured in one go: a question, or one column of a table, with its rows and their common codes. */
export type Topic = {
  key: string;
  title: Text;
  rows: { key: string; label: Text }[];
  /** valid ones */
  codes: Code[];
  /** any number of codes may be given at once */
  isMultiple: boolean;
};

/** The questions of a definition that a kind of formula can ask for, in the order of the questionnaire. */
export function topicsOf(definition: Definition, kind: FormulaKind): Topic[] {
  const { isReleased, isRoster } = releaseHints(definition);
  const usable = definition.items.filter(
    (item) => !item.repeated && isReleased(item) && !isRoster(item) && suits(item, kind),
  );
  const topics = [...Map.groupBy(usable, topicKey)].map(([key, items]) => topicOf(key, items));
  return topics.filter(({ rows }) => kind !== "rows" || rows.length > 1);
}

function suits({ scale, codes }: Item, kind: FormulaKind): boolean {
  const valid = codes.filter(({ missing }) => !missing);
  switch (kind) {
    case "share":
    case "rows":
      return (scale === "choice" || scale === "ordinal" || scale === "multiple") && valid.length > 0;
    case "top":
      return scale === "ordinal" && valid.length > 0;
    case "mean":
      return scale === "ordinal" && valid.length > 0 && valid.every(({ number }) => number !== undefined);
    case "returns":
      return false;
  }
}

/** Rows of a table belong together where they ask for the same column: what follows the row in the key. */
function topicKey({ key, question }: Item): string {
  const [, ...column] = key.slice(question.length + 1).split("/");
  return [question, ...column].join("|");
}

function topicOf(key: string, items: readonly Item[]): Topic {
  const [first] = items as [Item, ...Item[]];
  const column = key.includes("|") ? columnOf(items.map(({ label }) => label)) : null;
  const joined = (language: "de" | "en") =>
    [first.title[language] ?? first.title.de, column?.[language]].filter(Boolean).join(" · ");
  return {
    key,
    title: column ? { de: joined("de"), en: joined("en") } : first.title,
    rows: items.map(({ key, label }) => ({ key, label: column ? rowIn(label) : label })),
    codes: first.codes.filter(({ missing }) => !missing),
    isMultiple: first.scale === "multiple",
  };
}

/** "Polizei: Form" → "Polizei" */
function rowIn({ de, en }: Text): Text {
  const row = (label: string) => label.split(": ")[0] ?? label;
  return en === undefined ? { de: row(de) } : { de: row(de), en: row(en) };
}

/** What stands behind the colon in the label of every row: "Polizei: Form" → "Form". */
function columnOf(labels: readonly Text[]): Text | null {
  const ends = (language: "de" | "en") =>
    new Set(labels.map((label) => (label[language] ?? label.de).split(": ").slice(1).join(": ")));
  const [de, en] = [ends("de"), ends("en")];
  return de.size === 1 ? { de: [...de][0] ?? "", en: [...en][0] ?? "" } : null;
}
