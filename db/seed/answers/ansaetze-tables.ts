import type { Effect, Row } from "./scene.ts";

/** For whom and how the sample projects work. All figures are invented. */

const when = (attribute: Effect["attribute"], code: string, shift: number): Effect => ({ attribute, code, shift });

export type Target = { above: readonly number[]; effects?: readonly Effect[]; missing?: undefined };

/** Target groups: shares of projects for which the weight is above "none", "seldom", "regular". */
export const targets: Readonly<Record<string, Target>> = {
  radikalisierte: {
    above: [0.9, 0.78, 0.46],
    effects: [when("ansatz", "person", 0.7), when("ansatz", "umfeld", -0.9)],
  },
  gefaehrdete: { above: [0.92, 0.76, 0.36] },
  eltern: { above: [0.88, 0.68, 0.28], effects: [when("ansatz", "umfeld", 1.1), when("ansatz", "person", -0.6)] },
  partner_geschwister: { above: [0.78, 0.42, 0.08], effects: [when("ansatz", "umfeld", 0.8)] },
  peers: { above: [0.66, 0.34, 0.06], effects: [when("setting", "schule", 0.5)] },
  fachkraefte: { above: [0.94, 0.8, 0.3], effects: [when("ansatz", "fachkraefte", 1.6)] },
  inhaftierte: { above: [0.55, 0.36, 0.14], effects: [when("setting", "justizvollzug", 1.4)] },
  rueckkehr: { above: [0.38, 0.12, 0.02], effects: [when("ph_haupt", "ri", 1.1)] },
};

/** Chance of each age group, the youngest first; more of the young where a project works in schools. */
export const ages: Readonly<Record<string, { share: number; atSchool: number }>> = {
  u14: { share: 0.16, atSchool: 0.38 },
  "14_17": { share: 0.74, atSchool: 0.96 },
  "18_26": { share: 0.93, atSchool: 0.9 },
  "27plus": { share: 0.7, atSchool: 0.55 },
};

/** Cases a year by size band of the team: shares above u10, 10_24, 25_49. */
export const cases = {
  codes: ["u10", "10_24", "25_49", "50plus"],
  above: {
    u2: [0.62, 0.14, 0.02],
    "2_u5": [0.85, 0.42, 0.1],
    "5_u10": [0.95, 0.7, 0.3],
    ab10: [0.98, 0.88, 0.6],
  },
  refused: 0.08,
} as const;

/** Share of projects that add a phenomenon, or leave one out, against the register. */
export const registerDrift = 0.08;

export const methods = {
  systemisch: 3.2,
  biografisch: 2.8,
  gruppe: 1.4,
  familie: 2.2,
  krise: 2.4,
  trauma: 1.6,
  ideologie_theologie: 2,
  lebenshilfe: 2.6,
  mentoring: 0.7,
  online_streetwork: 0.8,
  gender: 1.7,
  haftuebergang: 1,
  risiko: 2,
} as const;
/** How many methods are ticked. */
export const methodCount = [4, 8] as const;

/** Aims: mean on 1–5. SD .9. */
export const aims: Readonly<Record<string, Row>> = {
  gewaltverzicht: { mean: 4.2, effects: [when("ansatz", "person", 0.3)] },
  ideologisch: { mean: 3.7, effects: [when("ansatz", "umfeld", -0.4)] },
  sozial: { mean: 4.4 },
  stabilisierung: { mean: 4.5 },
};

/** Standards: shares of projects beyond "nein", "geplant", "teilweise", and the growth of the latent normal a year. */
export const standards: Readonly<Record<string, { above: readonly number[]; growth: number; nz?: number }>> = {
  grundsaetze: { above: [0.92, 0.84, 0.62], growth: 0.15 },
  vereinbarung: { above: [0.86, 0.76, 0.5], growth: 0.15, nz: 0.05 },
  doku: { above: [0.97, 0.94, 0.7], growth: 0.05, nz: 0.02 },
  hilfeplan: { above: [0.86, 0.78, 0.46], growth: 0.1, nz: 0.06 },
  sicherheit: { above: [0.8, 0.56, 0.26], growth: 0.25 },
  datenschutz: { above: [0.94, 0.86, 0.58], growth: 0.1 },
  qualifikation: { above: [0.88, 0.76, 0.48], growth: 0.1 },
  supervision: { above: [0.94, 0.86, 0.64], growth: 0.05 },
  unabhaengig: { above: [0.93, 0.89, 0.66], growth: 0 },
  vernetzung: { above: [0.98, 0.94, 0.6], growth: 0.2 },
};
export const standardCodes = ["nein", "geplant", "teilweise", "ja"] as const;

/** Chance of each language of counselling. */
export const languages: Readonly<Record<string, { share: number; effects?: readonly Effect[] }>> = {
  de: { share: 0.99 },
  en: { share: 0.62 },
  tr: { share: 0.24, effects: [when("ph_haupt", "ri", 0.9)] },
  ar: { share: 0.26, effects: [when("ph_haupt", "ri", 1.2)] },
  ku: { share: 0.08, effects: [when("ph_haupt", "ri", 0.5)] },
  ru: { share: 0.2 },
  fa: { share: 0.08, effects: [when("ph_haupt", "ri", 0.5)] },
  fr: { share: 0.1 },
  uk: { share: 0.05 },
  dolmetschen: { share: 0.34, effects: [when("setting", "unterkunft", 0.7)] },
};

/** On site or online: shares above each step. */
export const modes = {
  codes: ["nur_ort", "ueberw_ort", "gleich", "ueberw_online", "nur_online"],
  above: [0.78, 0.22, 0.07, 0.015],
  online: 1.1,
} as const;

/** What may stand in the directory: chance of each, and of none at all. */
export const released: Readonly<Record<string, number>> = {
  an_ziel: 0.9,
  an_alter: 0.88,
  an_ph: 0.93,
  an_setting: 0.84,
  an_methode: 0.82,
  an_wirkziel: 0.6,
  an_std: 0.42,
  an_sprache: 0.94,
  an_online: 0.86,
};
export const nothingReleased = 0.06;
