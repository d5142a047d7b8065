import type { Row } from "./scene.ts";

/** How the sample projects are bound into the network. All figures are invented; growth is per wave. */

/** A written agreement: shares beyond "nein" and "geplant" at first, by status of the membership. */
export const agreement = {
  codes: ["nein", "geplant", "ja"],
  above: {
    verbund: [0.99, 0.97],
    assoziiert: [0.86, 0.52],
    mitglied: [0.66, 0.3],
    interessiert: [0.4, 0.06],
  },
  growth: 0.3,
} as const;

/** Staying beyond 2028: mean on 1–5. */
export const staying: Row = {
  mean: 3.9,
  growth: 0.1,
  effects: [
    { attribute: "restlauf", code: "bis12", shift: -0.35 },
    { attribute: "status", code: "interessiert", shift: -0.4 },
  ],
};

/** Statements: means on 1–5; they go with how engaged a project is. */
export const say: Readonly<Record<string, Row>> = {
  information: { mean: 3.8, growth: 0.1 },
  themen: { mean: 3.5, growth: 0.15 },
  einfluss: { mean: 3.1, growth: 0.1, missing: { wn: 0.09 } },
};
export const benefit: Readonly<Record<string, Row>> = {
  fachlich: { mean: 3.9, growth: 0.1 },
  alltag: { mean: 3.5, growth: 0.1 },
  kontakte: { mean: 3.8, growth: 0.2 },
  aufwand: { mean: 3.4, growth: 0.05, effects: [{ attribute: "vzae", code: "u2", shift: -0.35 }] },
};
export const voice: Readonly<Record<string, Row>> = {
  anliegen: { mean: 3.8, growth: 0.05 },
  politik: { mean: 2.9, growth: 0.1, missing: { wn: 0.12 } },
  fachwelt: { mean: 3.5, growth: 0.1, missing: { wn: 0.08 } },
  oeffentlichkeit: { mean: 3.0, growth: 0.05, missing: { wn: 0.07 } },
};
/** Loading of the statements on engagement. */
export const loading = 0.5;
export const dontKnow = 0.04;
export const refused = 0.05;

export const barriers = { zeit: 5, reise: 2.4, nutzen: 0.9, konkurrenz: 1.2, vertrauen: 0.4, technik: 0.7 } as const;
export const noBarrier = 0.12;

/** Chance of having taken part in a format; the latent normal goes with engagement. */
export const formats: Readonly<Record<string, { share: number; growth: number }>> = {
  werkstatt: { share: 0.36, growth: 0.15 },
  fachtag: { share: 0.58, growth: 0.05 },
  fortbildung: { share: 0.42, growth: 0.15 },
  ag: { share: 0.24, growth: 0.1 },
  online: { share: 0.52, growth: 0.1 },
};

/** Use of the platform: shares above each step from never to weekly. */
export const platform = { above: [0.8, 0.6, 0.4, 0.12], growth: 0.25 } as const;

/** Practices taken over: shares above none, one, two. */
export const adopted = { codes: ["0", "1", "2", "3plus"], above: [0.46, 0.22, 0.07], growth: 0.2 } as const;

export const evaluated = { nein: 46, selbst: 22, extern: 17, beides: 11, wn: 4 } as const;
/** What held of the latest evaluation: shares beyond "nein" and "teilweise". */
export const quality: Readonly<Record<string, readonly [number, number]>> = {
  nuetz_fragen: [0.92, 0.52],
  nuetz_folgen: [0.86, 0.34],
  durchf_aufwand: [0.84, 0.38],
  fair_schutz: [0.98, 0.82],
  fair_ausgewogen: [0.95, 0.64],
  genau_methoden: [0.9, 0.46],
  genau_belege: [0.9, 0.5],
};
export const qualityCodes = ["nein", "teilweise", "ja"] as const;
export const qualityUnknown = 0.12;
export const wanted = { zeit: 4, personal: 2.6, begleitung: 2.4, instrumente: 2.2 } as const;
export const nothingWanted = 0.04;
