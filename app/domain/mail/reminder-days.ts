import { Temporal } from "temporal-polyfill";

const ZONE = "Europe/Berlin";
const AT_HOUR = 9;

export type Reminding = {
  reminders: readonly number[];
  /** when deadline or days were last changed */
  reminders_from: Date | null;
  opened_at: Date | null;
  closes_at: Date;
};

/**
 * When the reminder `days` before the deadline is due: at nine in the morning (Berlin) of that day, also where the clock
 * was put forward or back in between.
 */
export function reminderDueAt(closesAt: Date, days: number): Date {
  const deadline = Temporal.Instant.fromEpochMilliseconds(closesAt.getTime()).toZonedDateTimeISO(ZONE);
  const day = deadline.toPlainDate().subtract({ days });
  const due = day.toZonedDateTime({ timeZone: ZONE, plainTime: { hour: AT_HOUR } });
  return new Date(due.epochMilliseconds);
}

/**
 * The number of the reminder that is due: the last of the round's days that has come, with the deadline it belongs to,
 * so that an extended round reminds anew. Days that had passed when the round was opened, or when deadline or days were
 * changed, are left out. Undefined when none is due.
 */
export function dueReminder({ reminders, closes_at: closes, ...round }: Reminding, now: Date) {
  const from = round.reminders_from ?? round.opened_at;
  const come = reminders.filter((days) => {
    const due = reminderDueAt(closes, days);
    return due <= now && due < closes && (from === null || due > from);
  });
  return come.length > 0 ? `${Math.min(...come)}-days-before-${berlinDay(closes)}` : undefined;
}

/** The day in Berlin: "2026-12-01". */
export function berlinDay(at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}
