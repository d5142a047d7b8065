import type { Findings } from "./checker.ts";
import type { Load } from "./load.ts";
import type { Stage } from "./stage.ts";

/** How much of everything: the short form for every run of CI, the full one for the numbers of the fault table. */
export type Scale = {
  full: boolean;
  seed: number;
  appKills: number;
  postgresKills: number;
  /** random edits of the eight colleagues */
  edits: number;
};

export type Check = { what: string; holds: boolean; detail?: string };
export type Result = { load: Load; checks: Check[] };

/** One row of the fault table. */
export type Row = { name: string; title: string; run: (stage: Stage, scale: Scale) => Promise<Result> };

const SHOWN = 5;
/** Kills after which a long row says how far it is. */
const SAID_AFTER = 20;

/** A row of many kills takes up to an hour: so that nobody takes it for hung. */
export function sayProgress(kills: number, all: number): void {
  if (kills % SAID_AFTER === 0 && kills < all) console.log(`   ${kills} of ${all} kills`);
}

/** The checker's verdict as checks: each kind of fault must be found 0 times. */
export function checksOf(findings: Findings): Check[] {
  return Object.entries(findings).map(([kind, found]) => ({
    what: `${found.length} ${kind}`,
    holds: found.length === 0,
    detail: found.slice(0, SHOWN).join("\n"),
  }));
}

/** Answers other than these are a bug: a person would read that their edit is refused, or see a broken page. */
export function checkAnswers(load: Load, allowed: RegExp): Check {
  const strange = [...load.answers.keys()].filter((answer) => !allowed.test(answer));
  return { what: `clients saw only ${allowed.source}`, holds: strange.length === 0, detail: strange.join(", ") };
}

export function checkAtLeast(what: string, count: number, wanted: number): Check {
  return { what: `${what}: ${count}, at least ${wanted}`, holds: count >= wanted };
}

/** A target in time is printed; the check itself is five times as patient, to tell done from hung on a busy machine. */
export function checkTime(load: Load, what: string, targetMs: number): Check {
  const times = load.times.get(what) ?? [];
  const met = times.filter((ms) => ms <= targetMs).length;
  const holds = times.length > 0 && times.every((ms) => ms <= 5 * targetMs);
  return { what: `${what} within ${targetMs / 1000} s: ${met} of ${times.length} times`, holds };
}
