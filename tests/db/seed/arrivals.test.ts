import { describe, expect, it } from "vitest";
import { arrivalTimes, beginningOf } from "#db/seed/arrivals.ts";
import { randomFor } from "#db/seed/random.ts";
import { share } from "./answers/statistics.ts";

const span = {
  from: new Date("2026-03-02T09:00:00"),
  until: new Date("2026-04-03T18:00:00"),
  reminders: [new Date("2026-03-20T09:00:00"), new Date("2026-03-31T09:00:00")],
};
const DAY_MS = 86_400_000;
const times = arrivalTimes(randomFor(1, "arrivals"), 2000, span);
const within = (from: string, days: number) =>
  share(times, (time) => time >= new Date(from) && time.getTime() < new Date(from).getTime() + days * DAY_MS);

describe("arrival times", () => {
  it("are the same for the same source, ascending, and within the span", () => {
    expect(arrivalTimes(randomFor(1, "arrivals"), 2000, span)).toEqual(times);
    expect(times.toSorted((a, b) => a.getTime() - b.getTime())).toEqual(times);
    for (const time of times) expect(time > span.from && time < span.until).toBe(true);
  });

  it("come in waves: after the opening, after each reminder, before the deadline", () => {
    expect(within("2026-03-02T00:00:00", 7)).toBeGreaterThan(0.25);
    const [before, after] = [within("2026-03-18T00:00:00", 2), within("2026-03-20T00:00:00", 4)];
    expect(after).toBeGreaterThan(3 * before);
    expect(within("2026-03-31T00:00:00", 4)).toBeGreaterThan(0.2);
  });

  it("are seldom at weekends and never at night", () => {
    expect(share(times, (time) => [0, 6].includes(time.getDay()))).toBeLessThan(0.05);
    expect(share(times, (time) => time.getHours() < 8 || time.getHours() > 18)).toBe(0);
  });

  it("end now where a round is still open", () => {
    const now = new Date("2026-03-06T12:00:00");
    for (const time of arrivalTimes(randomFor(2, "arrivals"), 200, span, now)) expect(time < now).toBe(true);
  });

  it("have beginnings before them, and after the opening", () => {
    const random = randomFor(3, "beginnings");
    for (const time of times) {
      const begun = beginningOf(random, time, span.from, 15);
      expect(begun > span.from && begun <= time).toBe(true);
    }
  });
});
