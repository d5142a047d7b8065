import { expect, test } from "vitest";
import { findPressingNeeds, type NeedsBlocks } from "#app/domain/overview/pressing-needs.ts";
import type { Sampling } from "#app/domain/report/derived.ts";
import { block, figures } from "../needs/blocks.ts";

const many = (n: number, step: number) => Array.from({ length: n }, () => step);

const EXACT: Sampling = { kind: "part", fraction: 0.6 };
const PROTECTED: Sampling = { kind: "protected", fraction: 0.6 };

/** Everybody finds everything very important; `covered`: how far each row is covered. */
function wave(covered: Record<string, number[]>, sampling = EXACT): NeedsBlocks {
  const rows = (answers: (row: string) => number[]) =>
    Object.fromEntries(Object.keys(covered).map((row) => [row, [figures(answers(row))]]));
  return {
    importance: block(
      "w",
      rows(() => many(40, 5)),
    ),
    coverage: block(
      "g",
      rows((row) => covered[row] ?? []),
    ),
    sampling,
  };
}

test("five at most, the most pressing first, with their places in the wave before", () => {
  const now = wave({ a: [1], b: [2], c: [3], d: [4], e: [5], f: [5], new: [1, 2] });
  const before = wave({ a: [2], b: [1], c: [3], d: [4], e: [5], f: [5] });
  const found = findPressingNeeds(now, before).map(({ need, placeBefore }) => [need.label.de, placeBefore]);
  expect(found).toEqual([
    ["a", 2],
    ["new", null],
    ["b", 1],
    ["c", 3],
    ["d", 4],
  ]);
  expect(findPressingNeeds(now, null).map(({ placeBefore, movement }) => [placeBefore, movement])).toEqual(
    many(5, 0).map(() => [null, null]),
  );
});

test("says that coverage moved only where chance would rarely move it as far", () => {
  const before = wave({ up: many(40, 2), down: many(40, 3), still: [...many(20, 1), ...many(20, 2)] });
  const now = wave({ up: many(40, 3), down: many(40, 2), still: [...many(19, 1), ...many(21, 2)] });
  const movements = Object.fromEntries(
    findPressingNeeds(now, before).map(({ need, movement }) => [need.label.de, movement]),
  );
  expect(movements).toEqual({ up: "better", down: "worse", still: "same" });
});

test("protected totals have noise: nothing is said of how they moved", () => {
  const [before, now] = [wave({ up: many(40, 1) }), wave({ up: many(40, 5) }, PROTECTED)];
  expect(findPressingNeeds(now, before)).toMatchObject([{ movement: null, placeBefore: 1 }]);
  expect(findPressingNeeds({ ...now, sampling: EXACT }, { ...before, sampling: PROTECTED })).toMatchObject([
    { movement: null },
  ]);
});

test("where coverage was asked on another scale, nothing is said of how it moved", () => {
  const [before, now] = [wave({ up: many(40, 1) }), wave({ up: many(40, 5) })];
  expect(findPressingNeeds(now, before)).toMatchObject([{ movement: "better" }]);
  const recoded = structuredClone(before);
  for (const { codes } of recoded.coverage.items) Object.assign(codes[0] ?? {}, { number: 0 });
  expect(findPressingNeeds(now, recoded)).toMatchObject([{ placeBefore: 1, movement: null }]);
});
