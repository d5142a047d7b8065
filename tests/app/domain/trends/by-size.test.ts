import { expect, test } from "vitest";
import { bySize } from "#app/domain/report/by-size.ts";

test("an answer that rose by as much as its opposite fell stays before it, whatever the last digit says", () => {
  const [rose, fell] = [75 / 77 - 65 / 70, Math.abs(2 / 77 - 5 / 70)];
  expect(fell).not.toBe(rose);
  expect([rose, fell].sort(bySize)).toEqual([rose, fell]);
  expect([rose, fell, rose + 1e-6].sort(bySize)).toEqual([rose + 1e-6, rose, fell]);
});
