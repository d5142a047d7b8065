import fc from "fast-check";
import { expect, test } from "vitest";
import { type Spot, spread } from "#app/components/charts/spread.ts";

const DISTANCE = 24;
const spots = fc.array(fc.record({ x: fc.nat(600), y: fc.nat(400) }), { maxLength: 24 });
const apart = (a: Spot, b: Spot) => Math.hypot(a.x - b.x, a.y - b.y);
const pairs = (list: Spot[]) =>
  list.flatMap((one, index) => list.slice(0, index).map((other) => [one, other] as const));

test("no spot hides another, and each stays near its place", () => {
  fc.assert(
    fc.property(spots, (given) => {
      const placed = spread(given, DISTANCE);
      for (const [one, other] of pairs(placed)) expect(apart(one, other)).toBeGreaterThan(0.6 * DISTANCE);
      expect(spread(given, DISTANCE)).toEqual(placed);
    }),
  );
});

test("spots that hide nothing stay where they are; of two that touch, each gives way by half", () => {
  const far = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
  ];
  expect(spread(far, DISTANCE)).toEqual(far);
  const near = spread([far[0] as Spot, { x: 20, y: 0 }, { x: 200, y: 90 }], DISTANCE);
  expect(near).toEqual([
    { x: -2, y: 0 },
    { x: 22, y: 0 },
    { x: 200, y: 90 },
  ]);
});

test("many at one place stand around it", () => {
  const placed = spread(Array(6).fill({ x: 50, y: 50 }), DISTANCE);
  for (const [one, other] of pairs(placed)) expect(apart(one, other)).toBeGreaterThan(0.9 * DISTANCE);
  for (const one of placed) expect(apart(one, { x: 50, y: 50 })).toBeLessThan(3 * DISTANCE);
});
