import { Temporal } from "temporal-polyfill";

const ZONE = "Europe/Berlin";
const YEARS = { first: 2020, last: 2100 };

/** `hour-missing`: the clock was put forward over it; `hour-twice`: it was put back and the hour came a second time. */
export type ClockFault =
  | "day-missing"
  | "day-unknown"
  | "time-missing"
  | "time-unknown"
  | "hour-missing"
  | "hour-twice";

/**
 * What somebody typed as a day ("2026-12-12" or "12.12.2026") and a time ("18:00", "18.30" or "18") by the clocks in
 * Berlin. A time that does not exist on that day, or exists twice, is refused instead of guessed.
 */
export function readWallClock(typedDay: string, typedTime: string): Date | ClockFault {
  if (!typedDay.trim()) return "day-missing";
  const day = readDay(typedDay.trim());
  if (!day) return "day-unknown";
  if (!typedTime.trim()) return "time-missing";
  const time = readTime(typedTime.trim());
  if (!time) return "time-unknown";
  const clock = day.toPlainDateTime(time);
  const [earlier, later] = (["earlier", "later"] as const).map((disambiguation) =>
    clock.toZonedDateTime(ZONE, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  if (earlier.epochMilliseconds === later.epochMilliseconds) return new Date(earlier.epochMilliseconds);
  return earlier.toPlainDateTime().equals(clock) ? "hour-twice" : "hour-missing";
}

/** Day and time by the clocks in Berlin, as `readWallClock` and the browser's own fields read them. */
export function toWallClock(at: Date): { day: string; time: string } {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE);
  return { day: zoned.toPlainDate().toString(), time: zoned.toPlainTime().toString({ smallestUnit: "minute" }) };
}

/** The same time of day some days later (or earlier) by the clocks in Berlin. */
export function addDays(at: Date, days: number, time?: string): Date {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE).add({ days });
  return new Date((time ? zoned.withPlainTime(time) : zoned).epochMilliseconds);
}

/** Twelve months before, by the clocks in Berlin. */
export function yearBefore(at: Date): Date {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE);
  return new Date(zoned.subtract({ months: 12 }).epochMilliseconds);
}

function readDay(typed: string): Temporal.PlainDate | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(typed);
  const [year, month, day] = iso ? iso.slice(1).map(Number) : german ? german.slice(1).reverse().map(Number) : [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (year < YEARS.first || year > YEARS.last) return undefined;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return undefined;
  }
}

function readTime(typed: string): Temporal.PlainTime | undefined {
  const found = /^(\d{1,2})(?:[:.](\d{2}))?(?::00)?(?:\s?Uhr)?$/i.exec(typed);
  if (!found) return undefined;
  try {
    return Temporal.PlainTime.from({ hour: Number(found[1]), minute: Number(found[2] ?? "0") }, { overflow: "reject" });
  } catch {
    return undefined;
  }
}
