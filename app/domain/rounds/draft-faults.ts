import type { Audience } from "#db/tables/round.ts";
import type { Fault } from "../problem.ts";
import { AUDIENCE_ATTRIBUTES, codesOf } from "./audience.ts";
import { addDays } from "./wall-clock.ts";

/** Days before the deadline that the form offers for reminders. */
export const REMINDER_DAYS = [28, 21, 14, 10, 7, 5, 3, 2, 1] as const;
/** Nobody is reminded more often than once in so many days. */
const REMINDER_GAP = 7;
const LONGEST_WAVE = 20;
export const LONGEST_REASON = 200;
const LONGEST_LIST = 5000;

const fault = (path: string, code: string, detail?: Fault["detail"]): Fault[] => [
  detail ? { code, path, detail } : { code, path },
];

export function waveFaults(wave: string): Fault[] {
  if (!wave.trim()) return fault("/wave", "wave-missing");
  return wave.trim().length > LONGEST_WAVE ? fault("/wave", "wave-long", { limit: LONGEST_WAVE }) : [];
}

/** What is wrong with a choice by itself; whether it finds anybody is counted elsewhere. */
export function audienceFaults(audience: Audience): Fault[] {
  if (audience.kind === "attributes") {
    const chosen = Object.entries(audience.attributes).filter(([, values]) => values.length > 0);
    if (chosen.length === 0) return fault("/attributes", "attributes-missing");
    const known = (code: string) => AUDIENCE_ATTRIBUTES.some((attribute) => attribute === code);
    const unknown = chosen.some(
      ([attribute, values]) => !known(attribute) || values.some((value) => !codesOf(attribute).includes(value)),
    );
    return unknown ? fault("/attributes", "attributes-unknown") : [];
  }
  if (audience.kind === "projects") {
    const { length } = audience.projectIds;
    if (length === 0) return fault("/projects", "projects-missing");
    return length > LONGEST_LIST ? fault("/projects", "projects-many", { limit: LONGEST_LIST }) : [];
  }
  return [];
}

type Times = { opensAt: Date; closesAt: Date };

/** A beginning that has passed means: at once. */
export function deadlineFaults({ opensAt, closesAt }: Times, now: Date): Fault[] {
  if (closesAt <= now) return fault("/closesAt", "deadline-past");
  return closesAt <= opensAt ? fault("/closesAt", "deadline-before-opening") : [];
}

export function reminderFaults(reminders: readonly number[]): Fault[] {
  const days = reminders.toSorted((a, b) => b - a);
  if (days.some((day) => !REMINDER_DAYS.some((known) => known === day)) || new Set(days).size < days.length) {
    return fault("/reminders", "reminders-unknown");
  }
  const isClose = days.some((day, i) => i > 0 && (days[i - 1] as number) - day < REMINDER_GAP);
  return isClose ? fault("/reminders", "reminders-close", { days: REMINDER_GAP }) : [];
}

/** Reminders that would come before the round begins. */
export function earlyReminderFaults(reminders: readonly number[], { opensAt, closesAt }: Times, now: Date): Fault[] {
  const begin = opensAt > now ? opensAt : now;
  const early = reminders.toSorted((a, b) => b - a).find((day) => addDays(closesAt, -day) <= begin);
  return early === undefined ? [] : fault("/reminders", "reminders-early", { days: early });
}

/** A person by link has no project whose name could be shown. */
export function privacyFaults(privacy: string, audience: Audience): Fault[] {
  return privacy === "named" && audience.kind === "link" ? fault("/privacy", "named-by-project") : [];
}

export function reasonFaults(reason: string): Fault[] {
  if (!reason.trim()) return fault("/reason", "reason-missing");
  return reason.trim().length > LONGEST_REASON ? fault("/reason", "reason-long", { limit: LONGEST_REASON }) : [];
}
