import fc from "fast-check";
import { expect, test } from "vitest";
import { type Spot, spread } from "#app/components/charts/spread.ts";

const [DISTANCE, EDGE] = [24, 12];
const field = { width: 600, height: 400 };
const room = { distance: DISTANCE, field, edge: EDGE };
const spots = fc.array(fc.record({ x: fc.nat(600), y: fc.nat(400) }), { maxLength: 24 });
const apart = (a: Spot, b: Spot) => Math.hypot(a.x - b.x, a.y - b.y);
const pairs = (list: Spot[]) =>
  list.flatMap((one, index) => list.slice(0, index).map((other) => [one, other] as const));
const near = (at: number, length: number) => at < EDGE || at > length - EDGE;
/** Eight that can only part along the line on which they lie. */
const LINE = Array.from({ length: 8 }, (_, at) => ({ x: 200 + 3 * at, y: 100 }));

test("no spot hides another, and none leaves the field", () => {
  fc.assert(
    fc.property(spots, (given) => {
      const placed = spread(given, room);
      for (const [one, other] of pairs(placed)) expect(apart(one, other)).toBeGreaterThan(0.5 * DISTANCE);
      for (const [index, { x, y }] of placed.entries()) {
        const { x: x0 = 0, y: y0 = 0 } = given[index] ?? {};
        if (!near(x0, field.width)) expect(near(x, field.width)).toBe(false);
        if (!near(y0, field.height)) expect(near(y, field.height)).toBe(false);
      }
      expect(spread(given, room)).toEqual(placed);
    }),
    { seed: 1, examples: [[LINE]] },
  );
});

test("spots that hide nothing stay where they are; of two that touch, each gives way by half", () => {
  const far = [
    { x: 50, y: 50 },
    { x: 150, y: 50 },
  ];
  expect(spread(far, room)).toEqual(far);
  const touching = spread(
    [
      { x: 50, y: 50 },
      { x: 70, y: 50 },
      { x: 200, y: 90 },
    ],
    room,
  );
  expect(touching).toEqual([
    { x: 48, y: 50 },
    { x: 72, y: 50 },
    { x: 200, y: 90 },
  ]);
});

test("many at one place stand around it", () => {
  const placed = spread(Array(6).fill({ x: 50, y: 50 }), room);
  for (const [one, other] of pairs(placed)) expect(apart(one, other)).toBeGreaterThan(0.9 * DISTANCE);
  for (const one of placed) expect(apart(one, { x: 50, y: 50 })).toBeLessThan(3 * DISTANCE);
});
