import { chance, pick, type Random, whole } from "#db/seed/random.ts";
import type { JsonObject } from "#surveys/json.ts";

const CODES = ["a", "b", "c", "d", "e"];
const names = (kind: string, count: number) => Array.from({ length: count }, (_, index) => `${kind}_${index + 1}`);

/** Every kind of field there is. Nothing is required: a sheet can be submitted at any point. */
export function faultsDefinition(): JsonObject {
  const question = (name: string, type: string, more: JsonObject = {}) => ({
    ...{ name, type, title: { default: `Frage ${name}`, en: `Question ${name}` } },
    ...more,
  });
  const item = (name: string, more: JsonObject = {}) => ({ name, title: { default: name, en: name }, ...more });
  const elements = [
    ...names("text", 3).map((name) => question(name, "comment")),
    ...names("zahl", 3).map((name) => question(name, "text", { inputType: "number" })),
    ...names("wahl", 2).map((name) => question(name, "radiogroup", { choices: CODES })),
    question("note", "rating"),
    question("themen", "checkbox", { choices: CODES }),
    question("lage", "matrix", { rows: ["eins", "zwei", "drei"], columns: [1, 2, 3, 4] }),
    question("adresse", "multipletext", { items: [item("ort"), item("land")] }),
    question("partner", "paneldynamic", {
      ...{ panelCount: 0, maxPanelCount: 500 },
      templateElements: [question("name", "text"), question("seit", "text", { inputType: "number" })],
    }),
  ];
  return { title: { default: "Ausfälle", en: "Faults" }, pages: [{ name: "seite", elements }] };
}

/** A hundred numbers, for somebody who fills in all of them on the train. */
export function longDefinition(): JsonObject {
  const elements = names("feld", 100).map((name) => ({
    ...{ name, type: "text", inputType: "number", title: { default: `Zahl ${name}`, en: `Number ${name}` } },
  }));
  return { title: { default: "Unterwegs", en: "On the way" }, pages: [{ name: "seite", elements }] };
}

export type Edit = { path: string; value: unknown };

/**
 * One edit that somebody might make who sees `entries` (paths of entries that are there). Texts are never the same twice,
 * so that a lost one is seen.
 */
export function randomEdit(random: Random, entries: readonly string[] = []): Edit {
  const draws: (() => Edit)[] = [
    () => ({ path: pick(random, names("text", 3)), value: `Satz ${whole(random, 1, 1e9)}` }),
    () => ({ path: pick(random, names("zahl", 3)), value: whole(random, 0, 1e6) }),
    () => ({ path: pick(random, names("wahl", 2)), value: pick(random, CODES) }),
    () => ({ path: "note", value: whole(random, 1, 5) }),
    () => ({ path: `themen/=${pick(random, CODES)}`, value: chance(random, 0.6) ? true : null }),
    () => ({ path: `lage/${pick(random, ["eins", "zwei", "drei"])}`, value: whole(random, 1, 4) }),
    () => ({ path: `adresse/${pick(random, ["ort", "land"])}`, value: `Ort ${whole(random, 1, 1e9)}` }),
    () => entryEdit(random, entries),
  ];
  const { path, value } = pick(random, draws)();
  return { path, value: !path.includes("@") && chance(random, 0.05) ? null : value };
}

/** Adds an entry, fills one in, moves one, or takes one away. */
function entryEdit(random: Random, entries: readonly string[]): Edit {
  if (entries.length === 0 || (entries.length < 6 && chance(random, 0.3))) {
    return { path: `partner/@${whole(random, 1, 1e9).toString(36)}`, value: whole(random, 1, 1000) };
  }
  const entry = pick(random, entries);
  const kind = random();
  if (kind < 0.4) return { path: `${entry}/name`, value: `Name ${whole(random, 1, 1e9)}` };
  if (kind < 0.7) return { path: `${entry}/seit`, value: whole(random, 1990, 2026) };
  return { path: entry, value: kind < 0.85 ? whole(random, 1, 1000) : null };
}
