import type { Row } from "./scene.ts";

/** What the network of the sample looks like. All figures are invented. */

/** Share of all pairs that have contact, and projects without any, in waves 0, 1, 2. */
export const density = [0.06, 0.08, 0.1] as const;
export const isolates = [6, 3, 1] as const;
/** Contacts of the five hubs in wave 0, and how many come with every wave. */
export const hubDegrees = [45, 42, 38, 34, 31] as const;
export const hubGrowth = 2;
/** Odds of contact between projects that share it, to 1. */
export const odds = { phenomenon: 4, region: 3 } as const;
/** Spread of the popularity of projects on the log-odds. */
export const popularitySd = 0.7;
/** Share of pairs whose noise stays the same in a wave. */
export const lasting = 0.75;
/** m with 2m / (1 + m) = .55: a contact that one side names is named by the other too with probability .55. */
export const namedByBoth = 0.379;

/** Projects that do not agree to be shown. */
export const refusal = 0.04;
/** Share of the contacts that count as close: at most ten. */
export const close = 0.6;
/** Chance that a close contact is described. */
export const described = 0.95;
/** Frequency of a close contact above 1, 2, 3. */
export const frequencyAbove = [0.82, 0.48, 0.14] as const;
/** Chances of what it was about. */
export const kinds = {
  information: 0.8,
  fallberatung: 0.45,
  verweis: 0.4,
  fortbildung: 0.4,
  antrag: 0.15,
  interessen: 0.25,
} as const;

/** Means on the codes 1–5. */
export const trust: Readonly<Record<string, Row>> = {
  offenheit: { mean: 3.9 },
  verlaesslich: { mean: 4.0 },
  zielnaehe: { mean: 3.8 },
};
/** `hub`: how much higher the mean of a hub is. */
export const value: Readonly<Record<string, Row & { hub: number }>> = {
  einfluss: { mean: 3.2, hub: 0.9 },
  ressourcen: { mean: 3.4, hub: 0.4 },
  engagement: { mean: 3.7, hub: 0.1 },
};
export const spread = 0.85;
/** Loading of the tie's closeness on its frequency, trust and value. */
export const closeness = 0.5;
export const missing = { wn: 0.04, ka: 0.05 } as const;

/** Where ties come from: those of the first wave, and those that came later. */
export const origin = {
  before: { vor_distex: 82, distex: 5, anders: 9, wn: 4 },
  since: { vor_distex: 6, distex: 64, anders: 25, wn: 5 },
} as const;

/** Wanted contacts: nobody, or between one and four new ones. */
export const wish = { nobody: 0.12, most: 4 } as const;
