import { expect, test } from "vitest";
import { statusAfterFailure } from "#app/http/drawing.ts";

test("a page that could not be drawn: refused for want of the database, too late, or a fault of ours", () => {
  expect(statusAfterFailure(503, true)).toBe(503);
  expect(statusAfterFailure(503, false)).toBe(503);
  expect(statusAfterFailure(200, true)).toBe(503);
  expect(statusAfterFailure(404, false)).toBe(500);
});
