import { isObject } from "#surveys/json.ts";

/** The parts of a field path below the name of its question. */
export function partsBelow(path: string): string[] {
  return path
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value of a field inside an answer; undefined where nothing stands. Entries of lists have no value here. */
export function fieldIn(answer: unknown, parts: readonly string[]): unknown {
  const [part, ...rest] = parts;
  if (part === undefined) return answer;
  if (part.startsWith("=")) return listOf(answer).some((one) => String(one) === part.slice(1)) ? true : undefined;
  return isObject(answer) && Object.hasOwn(answer, part) ? fieldIn(answer[part], rest) : undefined;
}

function listOf(answer: unknown): unknown[] {
  return Array.isArray(answer) ? answer : [];
}
