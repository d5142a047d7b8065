import { isObject } from "./json.ts";
import type { Text } from "./model.ts";

const plain = (value: unknown): string | undefined => {
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
};

/** The text as written for one language; `default` is German here. Undefined where the language is missing. */
export function textIn(value: unknown, language: string): string | undefined {
  if (!isObject(value)) return language === "de" ? plain(value) : undefined;
  return plain(value[language]) ?? (language === "de" ? plain(value.default) : undefined);
}

/** A string or `{default, de, en}` as Text; `fallback` (the name) stands in where nothing is written. */
export function textOf(value: unknown, fallback: string): Text {
  if (!isObject(value)) return { de: plain(value) ?? fallback };
  const en = plain(value.en);
  const any = Object.values(value).map(plain).find(Boolean);
  const de = textIn(value, "de") ?? any ?? fallback;
  return en === undefined ? { de } : { de, en };
}

export const text = (de: string, en: string): Text => ({ de, en });
