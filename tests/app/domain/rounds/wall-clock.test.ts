import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, readWallClock, toWallClock, yearBefore } from "#app/domain/rounds/wall-clock.ts";

const iso = (value: unknown) => (value instanceof Date ? value.toISOString() : value);

it.each([
  ["2026-12-12", "18:00", "2026-12-12T17:00:00.000Z"],
  ["12.12.2026", "18", "2026-12-12T17:00:00.000Z"],
  ["1. 7. 2026", "8.30 Uhr", "2026-07-01T06:30:00.000Z"],
  ["2026-07-01", "00:00", "2026-06-30T22:00:00.000Z"],
  ["2024-02-29", "12:00", "2024-02-29T11:00:00.000Z"],
  // The clock goes from 2:00 to 3:00 on this day, and from 3:00 back to 2:00 on that one.
  ["2027-03-28", "01:59", "2027-03-28T00:59:00.000Z"],
  ["2027-03-28", "02:00", "hour-missing"],
  ["28.03.2027", "2:30", "hour-missing"],
  ["2027-03-28", "02:59", "hour-missing"],
  ["2027-03-28", "03:00", "2027-03-28T01:00:00.000Z"],
  ["2026-10-25", "01:59", "2026-10-24T23:59:00.000Z"],
  ["2026-10-25", "02:00", "hour-twice"],
  ["2026-10-25", "02:59", "hour-twice"],
  ["2026-10-25", "03:00", "2026-10-25T02:00:00.000Z"],
  ["", "18:00", "day-missing"],
  ["2026-02-29", "18:00", "day-unknown"],
  ["31.11.2026", "18:00", "day-unknown"],
  ["12/12/2026", "18:00", "day-unknown"],
  ["0026-12-12", "18:00", "day-unknown"],
  ["9999-12-12", "18:00", "day-unknown"],
  ["heute", "18:00", "day-unknown"],
  ["2026-12-12", " ", "time-missing"],
  ["2026-12-12", "24:00", "time-unknown"],
  ["2026-12-12", "18:60", "time-unknown"],
  ["2026-12-12", "abends", "time-unknown"],
])("reads %s, %s as %s", (day, time, expected) => {
  expect(iso(readWallClock(day, time))).toBe(expected);
});

it("reads back what it writes, at every minute that exists once", () => {
  const minute = fc
    .integer({ min: 0, max: 80 * 365 * 24 * 60 })
    .map((n) => new Date(Date.UTC(2020, 0, 2) + n * 60_000));
  fc.assert(
    fc.property(minute, (at) => {
      const { day, time } = toWallClock(at);
      const read = readWallClock(day, time);
      expect([at.toISOString(), "hour-twice"]).toContain(iso(read));
    }),
    { numRuns: 2000, examples: [[new Date("2026-10-25T00:30:00Z")], [new Date("2027-03-28T01:00:00Z")]] },
  );
});

it("counts days and years by the calendar, across the change of clocks too", () => {
  expect(iso(addDays(new Date("2026-10-24T16:00:00Z"), 2))).toBe("2026-10-26T17:00:00.000Z");
  expect(iso(addDays(new Date("2026-11-23T08:12:45Z"), 28, "18:00"))).toBe("2026-12-21T17:00:00.000Z");
  expect(iso(yearBefore(new Date("2024-02-29T11:00:00Z")))).toBe("2023-02-28T11:00:00.000Z");
});
