import type { MeasureChange, MeasureTable } from "#db/tables/measure.ts";

export type MeasureKind = MeasureTable["kind"];
export type MeasureState = MeasureTable["state"];
export type Budget = MeasureTable["budget"];
export type { MeasureChange };

export const KINDS = [
  "training",
  "workshop",
  "working_group",
  "position_paper",
  "other",
] as const satisfies readonly MeasureKind[];
/** In the order of the board. */
export const STATES = ["proposed", "decided", "running", "done", "dropped"] as const satisfies readonly MeasureState[];
export const BUDGETS = ["open", "to_5000", "to_20000", "to_50000", "over_50000"] as const satisfies readonly Budget[];

/** What projects may read of: what has been decided, until it was dropped. */
export const FOR_PROJECTS: readonly MeasureState[] = ["decided", "running", "done"];

/** Of what is still to be done: a finding can be added to it. */
export const OPEN_STATES: readonly MeasureState[] = ["proposed", "decided", "running"];

/** Of a training, the questionnaire that asks its participants. */
export const EVALUATION = "fortbildung";

export const LIMITS = { title: 200, name: 200, audience: 500, text: 4000, evidence: 20 } as const;
export type Limits = typeof LIMITS;

/** A measure as pages show it. Days are ISO days. */
export type Measure = {
  measureId: string;
  title: string;
  kind: MeasureKind;
  why: string;
  state: MeasureState;
  /** of one that was dropped: the state from which it was */
  droppedFrom: MeasureState | null;
  responsibleId: string | null;
  /** a name, empty where nobody sees to it yet */
  responsible: string;
  startsOn: string | null;
  endsOn: string | null;
  audience: string;
  budget: Budget;
  result: string;
  roundId: string | null;
  revision: number;
};

/** A step to another state: further on, one step back, or out of the plan. */
export type Step = { to: MeasureState; way: "on" | "back" | "drop" };

const LINE: readonly MeasureState[] = ["proposed", "decided", "running", "done"];

/** The steps that may be taken: one on, one back, and dropping what is not done. What was dropped goes back to where it was. */
export function stepsOf({ state, droppedFrom }: Pick<Measure, "state" | "droppedFrom">): Step[] {
  if (state === "dropped") return [{ to: droppedFrom ?? "proposed", way: "back" }];
  const place = LINE.indexOf(state);
  const [next, previous] = [LINE[place + 1], LINE[place - 1]];
  return [
    ...(next ? [{ to: next, way: "on" } as const] : []),
    ...(previous ? [{ to: previous, way: "back" } as const] : []),
    ...(state === "done" ? [] : [{ to: "dropped", way: "drop" } as const]),
  ];
}

/** True where a measure lies in a year, with its first day or its last or in between. Without a day it lies in none. */
export function liesIn({ startsOn, endsOn }: Pick<Measure, "startsOn" | "endsOn">, year: string): boolean {
  const from = startsOn ?? endsOn;
  const until = endsOn ?? startsOn;
  return from !== null && until !== null && from.slice(0, 4) <= year && year <= until.slice(0, 4);
}

/** Every year in which one of the measures lies, with `also`, in their order. */
export function yearsOf(measures: readonly Pick<Measure, "startsOn" | "endsOn">[], also: string): string[] {
  const years = new Set([also]);
  for (const { startsOn, endsOn } of measures) {
    const from = Number((startsOn ?? endsOn ?? also).slice(0, 4));
    const until = Number((endsOn ?? startsOn ?? also).slice(0, 4));
    for (let year = from; year <= until; year += 1) years.add(String(year));
  }
  return [...years].sort();
}

/** What a year's plan holds: everything that was not dropped and lies in the year, and what has no day yet. */
export function planOf<M extends Pick<Measure, "startsOn" | "endsOn" | "state">>(
  measures: readonly M[],
  year: string,
): { dated: M[]; undated: M[] } {
  const planned = measures.filter(({ state }) => state !== "dropped");
  return {
    dated: planned.filter((one) => liesIn(one, year)),
    undated: planned.filter(({ startsOn, endsOn, state }) => !startsOn && !endsOn && state !== "done"),
  };
}

/** Where a measure lies in a month: it begins there, ends there, both, goes on, or is not there. */
export type InMonth = "begins" | "ends" | "whole" | "goes-on" | null;

/** For each month of the year, the first at 0. */
export function monthsOf({ startsOn, endsOn }: Pick<Measure, "startsOn" | "endsOn">, year: string): InMonth[] {
  const from = (startsOn ?? endsOn ?? "").slice(0, 7);
  const until = (endsOn ?? startsOn ?? "").slice(0, 7);
  return Array.from({ length: 12 }, (_, month) => {
    const here = `${year}-${String(month + 1).padStart(2, "0")}`;
    if (from === "" || here < from || here > until) return null;
    if (here === from && here === until) return "whole";
    if (here === from) return "begins";
    return here === until ? "ends" : "goes-on";
  });
}
