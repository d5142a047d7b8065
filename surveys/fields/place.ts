import type { Definition } from "../definition.ts";
import { isForbiddenKey } from "../json.ts";
import { LONGEST_PATH, type Shape, shapesOf, WHOLE } from "./shape.ts";
import { joined, partsOf } from "./tree.ts";

/** Where a path leads: to a value, the choice of a code, or the place of an entry; `entries` are the entries it lies in. */
export type FieldPlace = { is: "value" | "code" | "entry"; entries: string[] };

/** Reads a path by the questionnaire. Undefined where no field can have it. */
export function placeOfField(definition: Definition, path: string): FieldPlace | undefined {
  if (path.length > LONGEST_PATH || new TextEncoder().encode(path).length > 2 * LONGEST_PATH) return undefined;
  let shape: Shape = { of: "record", parts: shapesOf(definition.level) };
  let at = "";
  const entries: string[] = [];
  const parts = partsOf(path);
  for (const [i, part] of parts.entries()) {
    const isLast = i === parts.length - 1;
    if (isForbiddenKey(part) || shape.of === "value") return undefined;
    at = joined(at, part);
    if (shape.of === "codes") return isLast && part.startsWith("=") ? { is: "code", entries } : undefined;
    if (shape.of === "entries") {
      if (!/^@[A-Za-z0-9-]{1,40}$/.test(part)) return undefined;
      if (isLast) return { is: "entry", entries };
      entries.push(at);
      shape = { of: "record", parts: shape.parts };
    } else shape = shape.parts.get(part) ?? WHOLE;
  }
  return { is: "value", entries };
}
