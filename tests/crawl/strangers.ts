import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { numbersIn } from "./check-page.ts";
import type { Released } from "./released.ts";

const TEXTS = ["app/locales/de", "app/locales/en"];

/** Numbers that nothing gives; the page's own address is no number. */
export const strangers = (words: string, allowed: ReadonlySet<string>, address = ""): string[] =>
  [...new Set(numbersIn(address ? words.replaceAll(address, " ") : words))].filter((one) => !allowed.has(one));

let known: Set<string> | undefined;
/** Numbers in the sources of the app's own texts, with the constants of the rule that the page about it explains. */
export function numbersOfApp(releases: ReadonlyMap<string, Released>): Set<string> {
  if (known) return known;
  const files = TEXTS.flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)));
  const sources = files.map((file) => readFileSync(file, "utf8"));
  const rules = [...releases.values()].map(({ release }) => JSON.stringify(release.rule));
  known = new Set([...sources, ...rules, "10 5 PNG"].flatMap(numbersIn));
  return known;
}
