import fc from "fast-check";
import { expect, test } from "vitest";
import { dueReminder, reminderDueAt } from "#app/domain/mail/reminder-days.ts";

const HOUR_MS = 3_600_000;
const at = (iso: string) => new Date(iso);

test("a reminder is due at nine in Berlin, whatever the clocks did in between", () => {
  expect(reminderDueAt(at("2026-12-12T18:00:00+01:00"), 7)).toEqual(at("2026-12-05T09:00:00+01:00"));
  // Put back on 25 October 2026, put forward on 28 March 2027.
  expect(reminderDueAt(at("2026-10-27T12:00:00+01:00"), 3)).toEqual(at("2026-10-24T09:00:00+02:00"));
  expect(reminderDueAt(at("2027-03-30T23:59:00+02:00"), 3)).toEqual(at("2027-03-27T09:00:00+01:00"));
  // Early in the day in Berlin is still the day before in UTC.
  expect(reminderDueAt(at("2026-07-10T00:30:00+02:00"), 1)).toEqual(at("2026-07-09T09:00:00+02:00"));
});

test("the last day that has come counts; days before the opening do not; an extended round reminds anew", () => {
  const round = {
    reminders: [14, 7, 2],
    opened_at: at("2026-12-01T10:00:00+01:00"),
    reminders_from: null,
    closes_at: at("2026-12-12T18:00:00+01:00"),
  };
  expect(dueReminder(round, at("2026-12-05T08:59:59+01:00"))).toBeUndefined();
  expect(dueReminder(round, at("2026-12-05T09:00:00+01:00"))).toBe("7-days-before-2026-12-12");
  expect(dueReminder(round, at("2026-12-11T20:00:00+01:00"))).toBe("2-days-before-2026-12-12");
  const extended = {
    ...round,
    closes_at: at("2026-12-19T18:00:00+01:00"),
    reminders_from: at("2026-12-11T20:00:00+01:00"),
  };
  // The day that the change put into the past reminds nobody.
  expect(dueReminder(extended, at("2026-12-11T20:00:00+01:00"))).toBeUndefined();
  expect(dueReminder(extended, at("2026-12-12T20:00:00+01:00"))).toBe("7-days-before-2026-12-19");
  expect(dueReminder({ ...round, reminders: [] }, at("2026-12-11T20:00:00+01:00"))).toBeUndefined();
  // At nine on the last day the deadline may be over already.
  const early = { reminders: [0], opened_at: null, reminders_from: null, closes_at: at("2026-12-12T08:00:00+01:00") };
  expect(dueReminder(early, at("2026-12-12T09:30:00+01:00"))).toBeUndefined();
});

test("as time goes on the number only moves towards the deadline", () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 5 });
  const instants = fc.date({ min: at("2026-01-01"), max: at("2033-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(
      days,
      instants,
      fc.array(fc.integer({ min: 0, max: 24 * 70 }), { maxLength: 8 }),
      (reminders, closes, hours) => {
        const numbers = hours
          .sort((a, b) => b - a)
          .map((before) => new Date(closes.getTime() - before * HOUR_MS))
          .map((now) => dueReminder({ reminders, opened_at: null, reminders_from: null, closes_at: closes }, now))
          .flatMap((number) => (number ? [Number.parseInt(number, 10)] : []));
        expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
      },
    ),
  );
});
