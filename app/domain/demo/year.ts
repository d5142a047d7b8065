import type { SampledQuestionnaire } from "#db/seed/answers/index.ts";
import type { Audience } from "#db/tables/round.ts";
import { reminderDueAt } from "../mail/reminder-days.ts";

/** A round of the sample year. Those of projects have a sampled wave, those of trainings one of its three times. */
export type PlannedRound = {
  /** short name, as the coordination would type it */
  name: string;
  opensAt: Date;
  closesAt: Date;
  /** days before the deadline */
  reminders: number[];
  /** everybody if left out */
  audience?: Audience;
  /** what has become of it by today */
  ending: "released" | "closed" | "open" | "draft";
} & (
  | { kind: "projects"; questionnaire: SampledQuestionnaire; wave: number; privacy: "named" | "confidential" }
  | { kind: "training"; phase: "vor" | "nach" | "monate3" }
);

const DAY_MS = 86_400_000;
const MEMBERS: Audience = { kind: "attributes", attributes: { status: ["verbund", "assoziiert", "mitglied"] } };
/** The wave that projects answer today; the others of the open rounds are people by link. */
export const OPEN = { questionnaire: "bedarfe", wave: 2 } as const;

type Projects = Extract<PlannedRound, { kind: "projects" }>;
type Times = Pick<PlannedRound, "opensAt" | "closesAt">;

/**
 * The rounds of the last twelve months and a few weeks, relative to today, in the order of their deadlines: all seven
 * questionnaires; most are released, one is closed, two are open, one is being prepared. The half-yearly ones and the
 * network have their earlier waves, the pulse one in each of the last three quarters.
 */
export function sampleYear(today: Date): PlannedRound[] {
  const released = (questionnaire: SampledQuestionnaire, wave: number, closedDaysAgo: number): Projects => {
    const privacy = questionnaire === "netzwerk" || questionnaire === "ansaetze" ? "named" : "confidential";
    const times = between(today, -closedDaysAgo - 33, -closedDaysAgo);
    const about = { kind: "projects", questionnaire, wave, privacy } as const;
    return { ...about, ...times, name: halfYear(times.closesAt), reminders: [14, 3], ending: "released" };
  };
  const trainingMonth = month(between(today, -100, -99).closesAt);
  const training = (phase: "vor" | "nach" | "monate3", opens: number, closes: number): PlannedRound => {
    const times = between(today, opens, closes);
    const ending = closes > 0 ? "open" : "released";
    return { kind: "training", phase, ...times, name: `${trainingMonth} ${TIMES[phase]}`, reminders: [], ending };
  };
  const open = between(today, -17, 19);
  const next = between(today, 10, 24);
  const rounds: PlannedRound[] = [
    released("bedarfe", 0, 385),
    released("netzwerkziele", 0, 362),
    released("schnittstellen", 0, 349),
    released("bedarfe", 1, 195),
    released("schnittstellen", 1, 160),
    // The directory is of those who belong to the network.
    { ...released("ansaetze", 1, 118), audience: MEMBERS },
    released("netzwerk", 1, 70),
    released("netzwerk", 0, 435),
    { ...released("netzwerkziele", 1, 5), ending: "closed" },
    ...[3, 2, 1].map((quartersAgo, wave) => pulse(today, quartersAgo, wave)),
    training("vor", -112, -100),
    training("nach", -99, -90),
    training("monate3", -6, 8),
    {
      ...released(OPEN.questionnaire, OPEN.wave, 0),
      ...open,
      name: halfYear(open.closesAt),
      reminders: [28, 10, 3],
      ending: "open",
    },
    { ...pulse(today, 1, 2), ...next, name: quarter(next.closesAt), ending: "draft" },
  ];
  return rounds.sort((a, b) => a.closesAt.getTime() - b.closesAt.getTime());
}

/** Of the three times of a training. */
const TIMES = { vor: "vorher", nach: "nachher", monate3: "+3 Monate" } as const;

/** When the round's reminders were sent by now. */
export function remindersOf({ closesAt, opensAt, reminders }: PlannedRound, now: Date): { days: number; at: Date }[] {
  return reminders
    .map((days) => ({ days, at: reminderDueAt(closesAt, days) }))
    .filter(({ at }) => at > opensAt && at <= now && at < closesAt);
}

/** Two weeks that end in the middle of the last month of a quarter. */
function pulse(today: Date, quartersAgo: number, wave: number): Projects {
  const lastMonth = (Math.floor(today.getMonth() / 3) - quartersAgo) * 3 + 2;
  const closesAt = at(workday(new Date(today.getFullYear(), lastMonth, 15, 12)), 18);
  const opensAt = at(workday(new Date(today.getFullYear(), lastMonth, 1, 12)), 9);
  const about = { kind: "projects", questionnaire: "puls", wave, privacy: "confidential" } as const;
  return { ...about, opensAt, closesAt, name: quarter(closesAt), reminders: [5], ending: "released" };
}

/** From nine in the morning to six in the evening of days counted from today; Fridays stand in for weekends. */
function between(today: Date, opens: number, closes: number): Times {
  const day = (days: number) => workday(new Date(today.getTime() + days * DAY_MS));
  return { opensAt: at(day(opens), 9), closesAt: at(day(closes), 18) };
}

/** The day itself, or the Friday before a weekend. */
function workday(day: Date): Date {
  const past = Math.max(0, ((day.getDay() + 6) % 7) - 4);
  return new Date(day.getTime() - past * DAY_MS);
}

/** The hour by the clock of that day; the process runs in the zone of Berlin. */
function at(day: Date, hour: number): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), hour);
}

/** "2026/08" */
function month(day: Date): string {
  return `${day.getFullYear()}/${String(day.getMonth() + 1).padStart(2, "0")}`;
}

/** "2026/2" */
function halfYear(day: Date): string {
  return `${day.getFullYear()}/${day.getMonth() < 6 ? 1 : 2}`;
}

/** "2026/Q3" */
function quarter(day: Date): string {
  return `${day.getFullYear()}/Q${Math.floor(day.getMonth() / 3) + 1}`;
}
