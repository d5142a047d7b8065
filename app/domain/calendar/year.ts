/** Where something lies within a year: start and length as shares from 0 to 1. */
export type Span = { start: number; length: number };

/** A time is cut off at both ends of the year. The process runs in the zone of Berlin. */
export function shareOfYear(year: number, from: Date, until: Date): Span {
  const first = new Date(year, 0, 1).getTime();
  const whole = new Date(year + 1, 0, 1).getTime() - first;
  const share = (time: Date) => Math.min(1, Math.max(0, (time.getTime() - first) / whole));
  return { start: share(from), length: Math.max(0, share(until) - share(from)) };
}
