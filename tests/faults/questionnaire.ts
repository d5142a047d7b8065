import { pick, type Random, whole } from "#db/seed/random.ts";
import type { JsonObject } from "#surveys/json.ts";

const CODES = ["a", "b", "c", "d", "e"];
const names = (kind: string, count: number) => Array.from({ length: count }, (_, index) => `${kind}_${index + 1}`);

/** Nothing in it is required: a sheet can be submitted at any point. */
export function faultsDefinition(): JsonObject {
  const question = (name: string, type: string, more: JsonObject = {}) => ({
    ...{ name, type, title: { default: `Frage ${name}`, en: `Question ${name}` } },
    ...more,
  });
  const elements = [
    ...names("text", 4).map((name) => question(name, "comment")),
    ...names("zahl", 4).map((name) => question(name, "text", { inputType: "number" })),
    ...names("wahl", 4).map((name) => question(name, "radiogroup", { choices: CODES })),
    ...names("note", 4).map((name) => question(name, "rating")),
  ];
  return { title: { default: "Ausfälle", en: "Faults" }, pages: [{ name: "seite", elements }] };
}

/** One edit that somebody might make; texts are never the same twice, so that a lost one is seen. */
export function randomEdit(random: Random): { path: string; value: unknown } {
  const kind = pick(random, ["text", "zahl", "wahl", "note"]);
  const path = `${kind}_${whole(random, 1, 4)}`;
  if (random() < 0.05) return { path, value: null };
  if (kind === "text") return { path, value: `Satz ${whole(random, 1, 1e9)}` };
  if (kind === "zahl") return { path, value: whole(random, 0, 1e6) };
  if (kind === "wahl") return { path, value: pick(random, CODES) };
  return { path, value: whole(random, 1, 5) };
}
