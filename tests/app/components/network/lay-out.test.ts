import { expect, test } from "vitest";
import { layOut, type Place } from "#app/components/network/lay-out.ts";
import { KARATE } from "../../domain/network/karate.ts";

const wave = (pairs: readonly (readonly [number, number])[], size = 34) => ({
  nodes: Array.from({ length: size }, (_, i) => ({ id: `projekt-${i + 1}` })),
  ties: pairs.map(([a, b]) => ({ from: `projekt-${a}`, to: `projekt-${b}` })),
});
const distance = (a: Place, b: Place) => Math.hypot(a.x - b.x, a.y - b.y);
const meanShift = (before: Place[], after: Place[]) =>
  after.reduce((sum, place, i) => sum + distance(place, before[i] as Place), 0) / after.length;

test("the same waves give the same map, within its square, and progress grows to the end", () => {
  const shares: number[] = [];
  const places = layOut([wave(KARATE)], (share) => shares.push(share));
  expect(layOut([wave(KARATE)])).toEqual(places);
  for (const { x, y } of places) for (const at of [x, y]) expect(at).toBeGreaterThanOrEqual(0);
  expect(Math.max(...places.flatMap(({ x, y }) => [x, y]))).toBeCloseTo(1, 9);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});

test("who is in contact lies closer together than others do", () => {
  const places = layOut([wave(KARATE)]);
  const at = (nr: number) => places[nr - 1] as Place;
  const near = KARATE.reduce((sum, [a, b]) => sum + distance(at(a), at(b)), 0) / KARATE.length;
  const all = places.flatMap((one, i) => places.slice(i + 1).map((other) => distance(one, other)));
  expect(near).toBeLessThan((0.75 * all.reduce((sum, one) => sum + one, 0)) / all.length);
});

test("a project stays about where it lay a wave before", () => {
  const before = wave(KARATE);
  const now = wave([...KARATE.filter((_, i) => i % 8 !== 0), [5, 30], [17, 25], [12, 27]]);
  const [old, next] = [layOut([before]), layOut([before, now])];
  expect(meanShift(old, next)).toBeLessThan(0.12);
  expect(meanShift(old, next)).toBeLessThan(meanShift(old, layOut([now])));
});

test("nobody, one alone and projects without contacts have places", () => {
  expect(layOut([])).toEqual([]);
  expect(layOut([wave([], 0)])).toEqual([]);
  for (const { x, y } of layOut([wave([], 3)])) expect([x, y].every(Number.isFinite)).toBe(true);
  expect(layOut([wave([], 1)])).toEqual([{ id: "projekt-1", x: 0.5, y: 0.5 }]);
});
