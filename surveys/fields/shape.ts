import { segment } from "../json.ts";
import type { Level, Question } from "../question.ts";

/**
 * How an answer comes apart into fields, the unit of revision: two people who change different fields never clash.
 * - `value` one field · `codes` a field per chosen code · `record` a field per part (rows of a matrix, cells of a table)
 * - `entries` a list whose entries have stable ids: a field per entry, which holds its place, and fields below it
 */
export type Shape =
  | { of: "value" }
  | { of: "codes"; codes: readonly string[] }
  | { of: "record"; parts: ReadonlyMap<string, Shape> }
  | { of: "entries"; parts: ReadonlyMap<string, Shape>; defaults: number };

export const WHOLE: Shape = { of: "value" };

/** Longer names, and codes, stay inside the field of their question, so that a path fits into an index. */
const LONGEST_PART = 150;

/** Characters of a path at most. */
export const LONGEST_PATH = 1000;

const known = new WeakMap<Level, ReadonlyMap<string, Shape>>();

/** The shapes of a level's answers by the names under which they are answered, in the order of the form. */
export function shapesOf(level: Level): ReadonlyMap<string, Shape> {
  const cached = known.get(level);
  if (cached) return cached;
  const shapes = new Map<string, Shape>();
  for (const [name, same] of level.byName) {
    // Questions that share a value each write their part of it in a form of their own.
    shapes.set(name, same.length === 1 ? shapeOf(same[0] as Question) : WHOLE);
  }
  known.set(level, shapes);
  return shapes;
}

function shapeOf(question: Question): Shape {
  const shape = question.kind.shape?.(question) ?? WHOLE;
  if (shape.of === "codes") return shape.codes.every(isShort) ? shape : WHOLE;
  if (shape.of === "value") return shape;
  return [...shape.parts.keys()].every((name) => isShort(name) && !name.startsWith("@")) ? shape : WHOLE;
}

const isShort = (name: string) => segment(name).length <= LONGEST_PART;

/** A record whose parts are whole values. */
export const recordOf = (names: readonly string[], part: Shape = WHOLE): Shape => ({
  of: "record",
  parts: new Map(names.map((name) => [name, part])),
});
