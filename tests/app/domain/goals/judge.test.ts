import fc from "fast-check";
import { expect, test } from "vitest";
import { type Aim, type GoalPoint, judgePoints, pathAt } from "#app/domain/goals/judge.ts";

const AIM: Aim = { direction: "at-least", target: 0.8, due: "2028-12-31" };
const at = (day: string) => new Date(`${day}T17:00:00Z`);

function point(day: string, value: number, range: GoalPoint["range"] = null): GoalPoint {
  const more = { n: null, rows: null, base: { least: 60, most: 60 }, approximate: false };
  return { releaseId: day, wave: day, at: at(day), value, range, ...more };
}

test("without a number, with one, on the path, behind it, and there", () => {
  const start = point("2025-12-31", 0.5);
  expect(judgePoints(AIM, []).verdict).toBe("no-number");
  expect(judgePoints(AIM, [start])).toEqual({ verdict: "start", expected: null, unsure: false });
  // A third of the way in time, so a third of the way in number: 0.5 + 0.3 / 3.
  const later = "2026-12-31";
  expect(judgePoints(AIM, [start, point(later, 0.6)]).expected).toBeCloseTo(0.6, 3);
  expect(judgePoints(AIM, [start, point(later, 0.61)]).verdict).toBe("on-way");
  expect(judgePoints(AIM, [start, point(later, 0.59)]).verdict).toBe("needs-push");
  expect(judgePoints(AIM, [start, point(later, 0.8)]).verdict).toBe("reached");
  expect(judgePoints(AIM, [point(later, 0.9)]).verdict).toBe("reached");
  // After the due day nothing but the target counts.
  expect(judgePoints(AIM, [start, point("2029-06-01", 0.79)])).toMatchObject({ verdict: "needs-push", expected: 0.8 });
});

test("says where the range of the last share holds what it is compared with", () => {
  const start = point("2025-12-31", 0.5);
  const behind = (low: number, high: number) => point("2026-12-31", 0.55, { low, high });
  expect(judgePoints(AIM, [start, behind(0.5, 0.65)])).toMatchObject({ verdict: "needs-push", unsure: true });
  expect(judgePoints(AIM, [start, behind(0.5, 0.58)])).toMatchObject({ verdict: "needs-push", unsure: false });
  const there = point("2026-12-31", 0.82, { low: 0.75, high: 0.88 });
  expect(judgePoints(AIM, [start, there])).toMatchObject({ verdict: "reached", unsure: true });
  // Where everybody answered, nothing is uncertain.
  expect(judgePoints(AIM, [start, point("2026-12-31", 0.8, { low: 0.8, high: 0.8 })]).unsure).toBe(false);
});

test("a goal of at most is a goal of at least seen in a mirror", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, share, (first, last, target) => {
      const days = ["2025-12-31", "2026-12-31"] as const;
      const up = judgePoints({ ...AIM, target }, [point(days[0], first), point(days[1], last)]);
      const mirrored = [point(days[0], 1 - first), point(days[1], 1 - last)];
      const down = judgePoints({ ...AIM, direction: "at-most", target: 1 - target }, mirrored);
      expect(down.verdict).toBe(up.verdict);
    }),
  );
});

test("a better last number is never judged worse, and the path runs from the first number to the target", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const worth = { "needs-push": 0, "on-way": 1, reached: 2, start: 3, "no-number": 3 };
  fc.assert(
    fc.property(share, share, share, share, (first, a, b, target) => {
      const aim = { ...AIM, target };
      const judged = (last: number) =>
        judgePoints(aim, [point("2025-12-31", first), point("2027-03-01", last)]).verdict;
      expect(worth[judged(Math.max(a, b))]).toBeGreaterThanOrEqual(worth[judged(Math.min(a, b))]);
      const start = point("2025-12-31", first);
      expect(pathAt(aim, start, start.at)).toBe(first);
      expect(pathAt(aim, start, new Date("2028-12-31T23:59:59Z"))).toBeCloseTo(target, 12);
    }),
  );
});
