import { limits } from "./limits.ts";
import type { SurveyProblem } from "./model.ts";

export type JsonObject = { [key: string]: unknown };

/** Keys that reach an object's prototype in code that copies by name. survey-core's `mergeData` is such code. */
const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

export const isForbiddenKey = (key: string): boolean => forbiddenKeys.has(key);

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An own property, or undefined: never one inherited from the prototype. */
export const own = (object: JsonObject, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined);

export const asArray = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export const asString = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

export const asNumber = (value: unknown): number | undefined => {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
};

/** `true` and `"true"`, as survey-core reads them. */
export const isTrue = (value: unknown): boolean => value === true || value === "true";

/** Escapes one segment of a JSON Pointer; the keys of items use the same notation. */
export const segment = (name: string | number): string => {
  const text = String(name);
  return text.includes("~") || text.includes("/") ? text.replaceAll("~", "~0").replaceAll("/", "~1") : text;
};

export const pointer = (path: string, name: string | number): string => `${path}/${segment(name)}`;

/** Canonical text of a value: equal values have equal texts, whatever the order of their keys. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (isObject(value)) {
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
};

/** Empty as survey-core sees it: nothing was answered. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);

type Bounds = { depth: number; nodes: number; text: number };

const loneSurrogate = /\p{Surrogate}/u;

const unstorable = (text: string): string | undefined => {
  if (text.includes("\u0000")) return "nul-character";
  return loneSurrogate.test(text) ? "broken-unicode" : undefined;
};

/**
 * Walks a JSON value without recursion and says what makes it unfit: `too-deep`, `too-many-values`, `text-too-long`,
 * `forbidden-key`, `nul-character`, `broken-unicode` (PostgreSQL stores neither of these two), `not-json`.
 * It stops at the first problem that makes going on pointless, and after 50 problems.
 */
export function inspectJson(value: unknown, bounds: Bounds): SurveyProblem[] {
  const problems: SurveyProblem[] = [];
  const stack: { value: unknown; path: string; depth: number }[] = [{ value, path: "", depth: 0 }];
  let nodes = 0;
  const report = (code: string, path: string, detail?: Record<string, string | number>) =>
    problems.push({ code, path: path.length > 500 ? `${path.slice(0, 500)}…` : path, detail });

  while (stack.length > 0 && problems.length < 50) {
    const { value: current, path, depth } = stack.pop()!;
    nodes += 1;
    if (nodes > bounds.nodes) {
      report("too-many-values", path, { limit: bounds.nodes });
      return problems;
    }
    if (typeof current === "string") {
      if (current.length > bounds.text) report("text-too-long", path, { limit: bounds.text, length: current.length });
      const fault = unstorable(current);
      if (fault) report(fault, path);
    } else if (typeof current === "object" && current !== null) {
      if (depth >= bounds.depth) {
        report("too-deep", path, { limit: bounds.depth });
        return problems;
      }
      if (Array.isArray(current)) {
        if (current.length > bounds.nodes) {
          report("too-many-values", path, { limit: bounds.nodes, length: current.length });
          return problems;
        }
        for (let i = current.length - 1; i >= 0; i--) {
          stack.push({ value: current[i], path: `${path}/${i}`, depth: depth + 1 });
        }
      } else {
        for (const key of Object.keys(current)) {
          if (forbiddenKeys.has(key)) report("forbidden-key", pointer(path, key));
          const fault = unstorable(key);
          if (fault) report(fault, path);
          stack.push({ value: (current as JsonObject)[key], path: pointer(path, key), depth: depth + 1 });
        }
      }
    } else if (
      typeof current === "number"
        ? !Number.isFinite(current)
        : !["boolean", "undefined"].includes(typeof current) && current !== null
    ) {
      report("not-json", path);
    }
  }
  return problems;
}

/** Parses JSON text within a limit of bytes. Problems: `too-large`, `invalid-json`. */
export function parseJson(text: string, bytes: number = limits.bytes): { value?: unknown; problems: SurveyProblem[] } {
  const size = new TextEncoder().encode(text).length;
  if (size > bytes) return { problems: [{ code: "too-large", path: "", detail: { limit: bytes, size } }] };
  try {
    return { value: JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text), problems: [] };
  } catch (error) {
    const message = error instanceof Error ? error.message.slice(0, 200) : "";
    return { problems: [{ code: "invalid-json", path: "", detail: { message } }] };
  }
}
