import { asArray, asNumber, canonical, isObject, isTrue, type JsonObject } from "./json.ts";
import { limits } from "./limits.ts";
import type { Code, Text } from "./model.ts";
import type { Choice } from "./question.ts";
import { text, textOf } from "./texts.ts";

/** Codes that mean "no statement" wherever they are offered: survey-core's own two and the network's three. */
const missingCodes = new Set(["refused", "dontknow", "wn", "nz", "ka"]);

/** The code of a stored value: its text for scalars, canonical JSON for choices whose value is an object. */
export const codeOf = (value: unknown): string =>
  typeof value === "object" && value !== null ? canonical(value) : String(value);

/** A numeric reading of a code ("4", "-1", "2.5"), undefined for anything else. */
const numberOf = (code: string): number | undefined => (/^-?\d+(\.\d+)?$/.test(code) ? asNumber(code) : undefined);

/** An entry of choices, rows or columns: a scalar, `"value|text"`, `{value, text}`, `{text}`, or an object as value. */
function readItemValue(item: unknown): { value: unknown; text?: unknown; source: JsonObject } | undefined {
  const source = isObject(item) ? item : {};
  let value = item;
  let label: unknown;
  if (isObject(item)) {
    if (item.value !== undefined) value = item.value;
    else if (item.text !== undefined && Object.keys(item).length === 1) value = item.text;
    else if (Object.keys(item).length === 0 || "elements" in item) return undefined;
    label = item.text;
  }
  if (value === null || value === undefined || value === "") return undefined;
  if (typeof value === "string" && value.includes("|")) {
    const at = value.indexOf("|");
    label ??= value.slice(at + 1) || undefined;
    value = value.slice(0, at);
  }
  return { value, text: label, source };
}

export function codeFor(value: unknown, label: Text, missing = false): Code {
  const code = codeOf(value);
  const number = numberOf(code);
  return { code, label, ...(number === undefined ? {} : { number }), ...(missing ? { missing: true } : {}) };
}

/** The stored value where the code does not show its type. */
export const rawOf = (value: unknown): { raw?: unknown } => (typeof value === "string" ? {} : { raw: value });

/** Reads a list of choices, columns or rate values; repeated values keep their first text. */
export function readChoices(list: unknown): Choice[] {
  const choices = new Map<string, Choice>();
  for (const item of asArray(list)) {
    const read = readItemValue(item);
    if (!read) continue;
    const code = codeOf(read.value);
    const known = choices.get(code);
    if (known) {
      known.times += 1;
      continue;
    }
    const missing = missingCodes.has(code) || isTrue(read.source.missing);
    choices.set(code, {
      ...codeFor(read.value, textOf(read.text, code), missing),
      ...rawOf(read.value),
      times: 1,
      exclusive: isTrue(read.source.isExclusive),
      commented: isTrue(read.source.showCommentArea),
    });
  }
  return [...choices.values()];
}

/** Names and labels of matrix rows. */
export function readRows(list: unknown): { name: string; label: Text }[] {
  return readChoices(list).map(({ code, label }) => ({ name: code, label }));
}

const builtIn = (code: string, label: Text, exclusive: boolean, missing: boolean): Choice => ({
  ...codeFor(code, label, missing),
  times: 1,
  exclusive,
  commented: false,
});

const offered = (source: JsonObject, ...names: string[]) => names.some((name) => isTrue(source[name]));

/** "Other", "none", "refused" and "don't know" as far as the question offers them (new and old property names). */
export function readSpecialChoices(source: JsonObject): Choice[] {
  const label = (property: string, standard: Text): Text =>
    source[property] === undefined ? standard : textOf(source[property], standard.de);
  const special: Choice[] = [];
  if (offered(source, "showOtherItem", "hasOther")) {
    special.push(builtIn("other", label("otherText", text("Sonstiges", "Other")), false, false));
  }
  if (offered(source, "showNoneItem", "hasNone")) {
    special.push(builtIn("none", label("noneText", text("Nichts davon", "None of these")), true, true));
  }
  if (offered(source, "showRefuseItem")) {
    special.push(
      builtIn("refused", label("refuseText", text("Möchte ich nicht angeben", "Prefer not to say")), true, true),
    );
  }
  if (offered(source, "showDontKnowItem")) {
    special.push(builtIn("dontknow", label("dontKnowText", text("Weiß ich nicht", "Don’t know")), true, true));
  }
  return special;
}

/** Numbers that survey-core generates from a range; cut off at the limit of choices, which the reading has checked. */
export function numberChoices(min: number, max: number, step: number, most: number = limits.choices): Choice[] {
  const choices: Choice[] = [];
  const digits = Math.min(10, String(step).split(".")[1]?.length ?? 0);
  for (let value = min; value <= max && choices.length < most; value = Number((value + step).toFixed(digits))) {
    choices.push({
      ...codeFor(value, { de: String(value) }),
      raw: value,
      times: 1,
      exclusive: false,
      commented: false,
    });
    if (step <= 0) break;
  }
  return choices;
}

/** First list wins; later ones add what it lacks. */
export function mergeChoices(...lists: Choice[][]): Choice[] {
  const merged = new Map<string, Choice>();
  for (const choice of lists.flat()) if (!merged.has(choice.code)) merged.set(choice.code, choice);
  return [...merged.values()];
}

export const toCode = ({ code, label, number, missing }: Choice): Code => ({
  code,
  label,
  ...(number === undefined ? {} : { number }),
  ...(missing ? { missing } : {}),
});

/** An ordered scale: every code that is not a missing one is a number, and there are at least two. */
export const isNumericScale = (choices: readonly Code[]): boolean => {
  const valid = choices.filter((choice) => !choice.missing);
  return valid.length > 1 && valid.every((choice) => choice.number !== undefined);
};
