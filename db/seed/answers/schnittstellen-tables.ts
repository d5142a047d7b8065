import type { Effect } from "./scene.ts";

/** What the sample projects think of their partners outside the network. All figures are invented. */

export type Partner = {
  /** Shares of projects with contact at all, and at least monthly. */
  contact: number;
  monthly: number;
  /** Means on the codes 1–5 among those with contact. */
  guete: number;
  verl: number;
  vertr: number;
  /** Shares that want more, and less contact. */
  more: number;
  less: number;
  /** Weight of being named among the hardest. */
  hard: number;
  /** Shifts of the latent frequency. */
  effects?: readonly Effect[];
  /** Weights of the reasons for no contact; the usual ones where none are given. */
  reasons?: Readonly<Record<string, number>>;
  /** Chances of obstacles that are not the usual ones. */
  obstacles?: Readonly<Record<string, number>>;
};

const when = (attribute: Effect["attribute"], code: string, shift: number): Effect => ({ attribute, code, shift });

export const partners: Readonly<Record<string, Partner>> = {
  jugendhilfe: {
    contact: 0.96,
    monthly: 0.7,
    guete: 3.7,
    verl: 3.6,
    vertr: 3.9,
    more: 0.35,
    less: 0.03,
    hard: 1.9,
    effects: [when("setting", "jugendhilfe", 0.5)],
    obstacles: { personalwechsel: 0.6, zustaendigkeit: 0.55, zeit: 0.5, fachwissen: 0.4 },
  },
  gesundheit: {
    contact: 0.84,
    monthly: 0.3,
    guete: 3.2,
    verl: 3.3,
    vertr: 3.6,
    more: 0.75,
    less: 0.01,
    hard: 3.6,
    effects: [when("setting", "klinik", 0.9)],
    reasons: { kein_bedarf: 1, kein_zugang: 6, rechtlich: 0.7, bewusst: 0.3 },
    obstacles: { warteliste: 0.6, stigma: 0.4, fachwissen: 0.35, zeit: 0.35 },
  },
  polizei: {
    contact: 0.9,
    monthly: 0.5,
    guete: 3.3,
    verl: 3.5,
    vertr: 3.3,
    more: 0.18,
    less: 0.12,
    hard: 1.5,
    effects: [when("ph_haupt", "ri", 0.25)],
    obstacles: { zvr_fehlt: 0.55, datenschutz: 0.5, rollenkonflikt: 0.5, einseitig: 0.35 },
  },
  verfassungsschutz: {
    contact: 0.62,
    monthly: 0.2,
    guete: 2.8,
    verl: 3.0,
    vertr: 2.6,
    more: 0.1,
    less: 0.2,
    hard: 1.8,
    effects: [when("ph_haupt", "ri", 0.4)],
    reasons: { kein_bedarf: 2.5, kein_zugang: 0.8, rechtlich: 2, bewusst: 5 },
    obstacles: { zvr_fehlt: 0.4, datenschutz: 0.45, rollenkonflikt: 0.6, einseitig: 0.55 },
  },
  schule: {
    contact: 0.94,
    monthly: 0.6,
    guete: 3.7,
    verl: 3.6,
    vertr: 3.7,
    more: 0.4,
    less: 0.06,
    hard: 1.1,
    effects: [when("setting", "schule", 0.9)],
    obstacles: { zeit: 0.55, stigma: 0.4, fachwissen: 0.4 },
  },
  justizvollzug: {
    contact: 0.68,
    monthly: 0.36,
    guete: 3.5,
    verl: 3.5,
    vertr: 3.6,
    more: 0.32,
    less: 0.04,
    hard: 1.3,
    effects: [when("setting", "justizvollzug", 1.3)],
    obstacles: { zustaendigkeit: 0.4, personalwechsel: 0.45, rollenkonflikt: 0.35, datenschutz: 0.35 },
  },
  bewaehrung: {
    contact: 0.8,
    monthly: 0.42,
    guete: 3.8,
    verl: 3.8,
    vertr: 3.9,
    more: 0.28,
    less: 0.03,
    hard: 0.6,
    effects: [when("setting", "bewaehrung", 1.1)],
    obstacles: { datenschutz: 0.35, zeit: 0.4 },
  },
  arbeit: {
    contact: 0.72,
    monthly: 0.24,
    guete: 3.0,
    verl: 3.0,
    vertr: 3.1,
    more: 0.36,
    less: 0.04,
    hard: 1.2,
    obstacles: { personalwechsel: 0.5, fachwissen: 0.5, stigma: 0.35 },
  },
  wissenschaft: {
    contact: 0.82,
    monthly: 0.16,
    guete: 3.8,
    verl: 3.7,
    vertr: 3.9,
    more: 0.4,
    less: 0.05,
    hard: 0.5,
    effects: [when("reichweite", "bund", 0.6)],
    obstacles: { zeit: 0.6, einseitig: 0.35 },
  },
  politik: {
    contact: 0.92,
    monthly: 0.38,
    guete: 3.1,
    verl: 2.9,
    vertr: 3.0,
    more: 0.42,
    less: 0.08,
    hard: 1.9,
    effects: [when("reichweite", "bund", 0.8)],
    obstacles: { zustaendigkeit: 0.6, personalwechsel: 0.4, einseitig: 0.3 },
  },
  religion_migration: {
    contact: 0.78,
    monthly: 0.3,
    guete: 3.6,
    verl: 3.5,
    vertr: 3.6,
    more: 0.4,
    less: 0.02,
    hard: 0.7,
    effects: [when("ph_haupt", "ri", 0.7)],
    obstacles: { stigma: 0.5, zeit: 0.45 },
  },
  meldestellen: {
    contact: 0.6,
    monthly: 0.14,
    guete: 3.4,
    verl: 3.4,
    vertr: 3.4,
    more: 0.28,
    less: 0.02,
    hard: 0.5,
    effects: [when("setting", "online", 0.5)],
    obstacles: { zustaendigkeit: 0.35, fachwissen: 0.3 },
  },
};

/**
 * Loadings on the latent normals. Wanted among those with contact: trust–quality .65, frequency–quality .45,
 * form–reliability .35; the loadings lie above because leaving out those without contact and cutting both weaken r.
 */
export const loadings = {
  frequencyQuality: 0.65,
  qualityTrust: 0.72,
  qualityReliability: 0.5,
  reliabilityForm: 0.46,
} as const;

export const spread = 0.95;
/** Of those with contact but less than monthly: more than quarterly; of the monthly: weekly. */
export const within = { quarterly: 0.55, weekly: 0.35 } as const;
/** Form of cooperation above informal, contact person, regular meeting. */
export const formAbove = [0.7, 0.34, 0.12] as const;

export const usualReasons = { kein_bedarf: 5, kein_zugang: 2.5, rechtlich: 0.8, bewusst: 1 } as const;
export const usualObstacles = {
  datenschutz: 0.25,
  zvr_fehlt: 0.12,
  personalwechsel: 0.25,
  zustaendigkeit: 0.25,
  rollenkonflikt: 0.15,
  einseitig: 0.2,
  zeit: 0.3,
  stigma: 0.15,
  fachwissen: 0.2,
  warteliste: 0.04,
} as const;

export const missing = { dontKnow: 0.04, refused: 0.05 } as const;
/** Nothing is hard; cannot judge. */
export const nothingHard = { keine: 0.06, wn: 0.03 } as const;
/** Chance that one of the hardest is described further. */
export const described = 0.88;
