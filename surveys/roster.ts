import { asArray, isObject, type JsonObject } from "./json.ts";

/** A member project that can be named in a roster question. */
export type RosterChoice = { value: string; text: string };

/** True where some question asks for member projects. */
export function hasRoster(source: unknown): boolean {
  if (Array.isArray(source)) return source.some(hasRoster);
  return isObject(source) && (source.roster === true || Object.values(source).some(hasRoster));
}

/**
 * The definition with the round's roster put before the fixed choices of every question marked `"roster": true`.
 * Names are shown as they are, in every language.
 */
export function withRoster(source: JsonObject, roster: readonly RosterChoice[]): JsonObject {
  return fill(source, roster) as JsonObject;
}

/** The roster as one of its projects sees it: without itself. */
export function rosterFor(roster: readonly RosterChoice[], ownId: string): readonly RosterChoice[] {
  return ownId ? roster.filter((choice) => choice.value !== ownId) : roster;
}

function fill(value: unknown, roster: readonly RosterChoice[]): unknown {
  if (Array.isArray(value)) return value.map((inner) => fill(inner, roster));
  if (!isObject(value)) return value;
  const filled = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner, roster)]));
  return value.roster === true ? { ...filled, choices: [...roster, ...asArray(filled.choices)] } : filled;
}
