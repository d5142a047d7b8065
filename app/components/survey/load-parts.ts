import { parts } from "virtual:survey-parts";
import { isObject, type JsonObject } from "#surveys/json.ts";

/** Loads the parts of SurveyJS that this definition asks for, before a model is made of it. */
export async function loadParts(source: JsonObject): Promise<void> {
  const words = new Set<string>();
  collectWords(source, words);
  const asked = parts.filter((part) => part.asked.some((word) => words.has(word)));
  await Promise.all(asked.map((part) => part.load()));
}

/** All texts of the definition as SurveyJS reads a type: any of them might be one. */
function collectWords(value: unknown, into: Set<string>): void {
  if (typeof value === "string") into.add(value.trim().toLowerCase());
  else if (Array.isArray(value)) for (const inner of value) collectWords(inner, into);
  else if (isObject(value)) for (const inner of Object.values(value)) collectWords(inner, into);
}
