import { Temporal } from "temporal-polyfill";

const ZONE = "Europe/Berlin";
const EARLIEST = 1990;
const LATEST = 2100;

/** The network's day at a moment, as ISO day: "2026-11-23". */
export function dayOf(moment: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

/** The day that lies so many days after another one. */
export function dayAfter(day: string, days = 1): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** A typed day as ISO day: "1.3.2026", "01.03.2026" and "2026-03-01"; undefined where there is no such day. */
export function readDay(typed: string): string | undefined {
  const text = typed.trim();
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T00:00(?::00)?(?:\.0+)?Z?)?$/.exec(text);
  const [year, month, day] = (german ? [german[3], german[2], german[1]] : (iso ?? []).slice(1)).map(Number);
  if (!year || !month || !day || year < EARLIEST || year > LATEST) return undefined;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString();
  } catch {
    return undefined;
  }
}

/** An ISO day as it is written in German files: "01.03.2026". */
export function germanDay(day: string): string {
  return day.split("-").reverse().join(".");
}
