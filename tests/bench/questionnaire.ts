import type { JsonObject } from "#surveys/json.ts";

const CODES = ["a", "b", "c", "d", "e"];
const KINDS = ["radiogroup", "rating", "checkbox", "boolean", "text", "comment"] as const;
const LENGTH = 40;

const names = Array.from({ length: LENGTH }, (_, index) => `frage${index + 1}`);
const kindOf = (index: number) => KINDS[index % KINDS.length] as (typeof KINDS)[number];

/** Forty questions of six types on four pages. */
export function benchDefinition(): JsonObject {
  const elements = names.map((name, index) => {
    const kind = kindOf(index);
    const title = { default: `Frage ${index + 1}`, en: `Question ${index + 1}` };
    const choices = kind === "radiogroup" || kind === "checkbox" ? { choices: CODES } : {};
    return { type: kind, name, title, ...choices, ...(kind === "text" ? { inputType: "number" } : {}) };
  });
  const pages = [0, 1, 2, 3].map((page) => ({
    name: `seite${page + 1}`,
    elements: elements.slice(page * 10, page * 10 + 10),
  }));
  return { title: { default: "Messung", en: "Measurement" }, pages };
}

const LONG = 100;

/** A hundred questions of the same six types on one page: more than anybody should ask. */
export function longDefinition(): JsonObject {
  const forty = benchDefinition().pages as { elements: JsonObject[] }[];
  const elements = forty.flatMap((page) => page.elements);
  const repeated = Array.from({ length: LONG }, (_, index) => ({
    ...elements[index % elements.length],
    name: `lang${index + 1}`,
  }));
  return {
    title: { default: "Lange Messung", en: "Long measurement" },
    pages: [{ name: "alles", elements: repeated }],
  };
}

/** One answer to each of them; `seed` makes them differ. */
function benchAnswers(seed: number): JsonObject {
  return Object.fromEntries(names.map((name, index) => [name, answerTo(kindOf(index), seed + index)]));
}

/** The same answers as the edits that a browser sends: a multiple choice is saved code by code. */
export function benchEdits(seed: number): { path: string; value: unknown }[] {
  return Object.entries(benchAnswers(seed)).flatMap(([path, value]) =>
    Array.isArray(value) ? value.map((code) => ({ path: `${path}/=${code}`, value: true })) : [{ path, value }],
  );
}

function answerTo(kind: (typeof KINDS)[number], seed: number): JsonObject[string] {
  const code = CODES[seed % CODES.length] as string;
  switch (kind) {
    case "radiogroup":
      return code;
    case "rating":
      return 1 + (seed % 5);
    case "checkbox":
      return CODES.slice(0, 1 + (seed % 4));
    case "boolean":
      return seed % 2 === 0;
    case "text":
      return seed % 100;
    case "comment":
      return `Was uns in diesem Jahr beschäftigt hat, Nummer ${seed}: zu wenig Zeit für Nachsorge und Vernetzung.`;
  }
}
