import type { Effect } from "./scene.ts";

/** What occupies the sample projects in a quarter. All figures are invented. */

const when = (attribute: Effect["attribute"], code: string, shift: number): Effect => ({ attribute, code, shift });

/** Inquiries: mean change on 1–5, and how it moves from quarter to quarter. */
export const inquiries = {
  mean: 3.5,
  growth: 0.08,
  effects: [when("setting", "schule", 0.3), when("ph_haupt", "re", 0.15)],
} as const;

/** How often the team was at its limit: mean on 1–5, loading on strain. */
export const limit = { mean: 3.1, growth: 0.06, strain: 0.75 } as const;

/** Chance of having met a phenomenon for the first time. */
export const news: Readonly<Record<string, { share: number; growth?: number; effects?: readonly Effect[] }>> = {
  kinder_u14: { share: 0.3, growth: 0.1, effects: [when("setting", "schule", 0.6)] },
  gaming_com: { share: 0.24, growth: 0.05, effects: [when("setting", "online", 0.7)] },
  nihilistisch: { share: 0.12, growth: 0.15, effects: [when("ph_haupt", "hy", 1.2)] },
  incel: { share: 0.13, effects: [when("ph", "mi", 0.9)] },
  nahost: { share: 0.22, growth: -0.1, effects: [when("ph_haupt", "ri", 0.8)] },
  re_jugendgruppen: { share: 0.34, growth: 0.08, effects: [when("ph_haupt", "re", 0.9)] },
  ki_propaganda: { share: 0.2, growth: 0.12, effects: [when("setting", "online", 0.5)] },
  rueckkehr: { share: 0.05, effects: [when("ph_haupt", "ri", 0.9)] },
  ausland: { share: 0.07, effects: [when("ph", "ab", 1.2)] },
};
export const nothingNew = 0.12;

export const support = { fallberatung: 2.6, material: 1.5, fortbildung: 1.9, kontakt: 1.6, recht: 1.8 } as const;
export const noSupport = 0.14;
