import { pick, type Random, weighted } from "./random.ts";

/** The time in which a round takes answers, and when those were reminded who had not submitted. */
export type Span = { from: Date; until: Date; reminders: readonly Date[] };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Mean days after the opening, after a reminder, and before the deadline. */
const MEAN_DAYS = { opening: 4.5, reminder: 1.5, deadline: 1.1 } as const;
/** `between`: at any time, for no reason that could be seen from outside. */
const WEIGHTS = { opening: 5, reminder: 1.8, deadline: 0.8, between: 2.2 } as const;
/** Hours of the day in which teams answer: more in the late morning and early afternoon. */
const HOURS = [8, 9, 9, 10, 10, 10, 11, 11, 12, 13, 14, 14, 15, 15, 16, 17] as const;
const NIGHT_OWLS = 0.03;
const TRIES = 40;

/**
 * When answers come in, in ascending order: many in the first days, a bump after each reminder, some just before the
 * deadline; on workdays, by the clock of the process. `now` ends the time of an open round. Times that cannot be placed
 * in the span by chance are spread over it.
 */
export function arrivalTimes(random: Random, count: number, span: Span, now = span.until): Date[] {
  const end = Math.min(span.until.getTime(), now.getTime());
  const times = Array.from({ length: count }, () => arrival(random, span, end));
  return times.sort((a, b) => a - b).map((time) => new Date(time));
}

function arrival(random: Random, span: Span, end: number): number {
  const start = span.from.getTime();
  for (let i = 0; i < TRIES; i++) {
    const time = workingTime(random, wish(random, span));
    if (time > start && time < end) return time;
  }
  return start + (end - start) * (0.05 + 0.9 * random());
}

function wish(random: Random, { from, until, reminders }: Span): number {
  const wave = weighted(random, { ...WEIGHTS, reminder: WEIGHTS.reminder * reminders.length });
  if (wave === "between") return from.getTime() + random() * (until.getTime() - from.getTime());
  const days = -Math.log(1 - random()) * MEAN_DAYS[wave];
  if (wave === "deadline") return until.getTime() - days * DAY_MS;
  const base = wave === "opening" ? from : pick(random, reminders);
  return base.getTime() + days * DAY_MS;
}

/** The same day at an hour of work; weekends wait until Monday. */
function workingTime(random: Random, wished: number): number {
  const day = new Date(wished);
  if (random() >= NIGHT_OWLS) {
    const weekday = day.getDay();
    if (weekday === 0 || weekday === 6) day.setDate(day.getDate() + (weekday === 6 ? 2 : 1));
  }
  const minute = Math.floor(random() * 60);
  return day.setHours(pick(random, HOURS), minute, Math.floor(random() * 60), 0);
}

/** When a team that submitted at `at` had begun: most in one sitting, the others up to a few days before. */
export function beginningOf(random: Random, at: Date, from: Date, minutes: number): Date {
  const sitting = (0.6 + random()) * minutes * 60_000;
  const earlier = random() < 0.4 ? (0.3 + 3 * random()) * DAY_MS : 0;
  return new Date(Math.max(from.getTime() + 60_000, at.getTime() - sitting - earlier));
}
