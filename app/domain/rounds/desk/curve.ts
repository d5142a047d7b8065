import { Temporal } from "temporal-polyfill";

/** One wave: how many were invited, and how many had submitted by the end of each day since the opening (day 0). */
export type WaveCurve = {
  wave: string;
  /** null where people come by link and nobody counts them beforehand */
  invited: number | null;
  submitted: number[];
  /** how many had submitted on the day that waves are compared on */
  byThen: number;
};

/** A wave beside the one before it, both on `day`: the last day of this wave that is over or under way. */
export type Curve = { now: WaveCurve; before: WaveCurve | null; day: number };

const ZONE = "Europe/Berlin";

/** Days from one moment to another by the calendar in Berlin: 0 on the same day. */
export function daysBetween(from: Date, to: Date): number {
  return dayOf(from).until(dayOf(to)).days;
}

function dayOf(time: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(time.getTime()).toZonedDateTimeISO(ZONE).toPlainDate();
}

/** Adds up what came in per day, from day 0 to `lastDay`. What is noted for later days belongs to the last one. */
export function addUp(days: readonly { day: number; n: number }[], lastDay: number): number[] {
  const submitted = new Array<number>(Math.max(0, lastDay) + 1).fill(0);
  for (const { day, n } of days) {
    const place = Math.min(Math.max(day, 0), submitted.length - 1);
    submitted[place] = (submitted[place] ?? 0) + n;
  }
  for (let day = 1; day < submitted.length; day += 1)
    submitted[day] = (submitted[day] ?? 0) + (submitted[day - 1] ?? 0);
  return submitted;
}

/** How many had submitted by the end of that day; a wave that was over by then keeps its last figure. */
export function submittedBy(submitted: readonly number[], day: number): number {
  return submitted[Math.min(Math.max(0, day), submitted.length - 1)] ?? 0;
}
