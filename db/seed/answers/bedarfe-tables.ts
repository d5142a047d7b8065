import type { Restlauf } from "../sample.ts";
import type { Effect, Row } from "./scene.ts";

/** What the sample projects think about their needs. All figures are invented; means are on the codes 1–5. */

export type Need = {
  importance: Omit<Row, "missing">;
  coverage: Omit<Row, "missing">;
  /** Chance of "wn" where it is not the usual one, and of "nz" on the coverage. */
  wn?: number;
  nz?: number;
};

const need = (
  importance: number,
  coverage: number,
  more: { growth?: number; wichtig?: Effect[]; gedeckt?: Effect[]; wn?: number; nz?: number } = {},
): Need => ({
  importance: { mean: importance, effects: more.wichtig },
  coverage: { mean: coverage, growth: more.growth, effects: more.gedeckt },
  wn: more.wn,
  nz: more.nz,
});

/** True gaps are psych_netz, recht_schutz and finanz_stabil; supervision is important and covered. */
export const needs: Readonly<Record<string, Need>> = {
  finanz_stabil: need(4.8, 1.9, { growth: -0.05, gedeckt: [{ attribute: "restlauf", code: "bis12", shift: -0.6 }] }),
  personal: need(4.6, 2.3),
  recht_schutz: need(4.6, 2.0),
  eigensicherung: need(4.2, 2.7),
  interessen: need(4.2, 2.4),
  supervision: need(4.5, 3.4),
  fortbildung: need(4.4, 3.3, { growth: 0.15 }),
  austausch: need(4.2, 3.0, { growth: 0.3 }),
  phaenomenwissen: need(4.3, 3.3),
  evaluation: need(3.7, 2.4, { wn: 0.12 }),
  zugang: need(4.2, 2.9),
  online_arbeit: need(4.3, 2.2, { growth: 0.15, gedeckt: [{ attribute: "setting", code: "online", shift: 0.8 }] }),
  umfeld: need(4.1, 3.1, { wichtig: [{ attribute: "ph_haupt", code: "ri", shift: 0.3 }] }),
  gender_intersekt: need(3.9, 2.8),
  sprachen: need(3.6, 2.5, { nz: 0.05 }),
  psych_netz: need(4.5, 1.9, { growth: 0.1 }),
  jugendhilfe: need(4.3, 2.9),
  sicherheit: need(4.0, 3.1, { wichtig: [{ attribute: "ph_haupt", code: "ri", shift: 0.4 }] }),
  haft_uebergang: need(3.8, 2.8, { wichtig: [{ attribute: "setting", code: "justizvollzug", shift: 0.9 }] }),
  standards: need(4.0, 3.2, { growth: 0.2 }),
};

/** Share of "nz" on the coverage of haft_uebergang over all projects; those that work in prisons never say it. */
export const prisonDoesNotApply = 0.25;

/** Chance of "wn" where no row says otherwise. */
export const dontKnow = 0.04;
/** Chance of "ka" on strain and money. */
export const refused = 0.05;

export const spread = { importance: 0.7, coverage: 1.0 } as const;
/** Correlation of importance and coverage of one need, above the −.1 wanted because cutting weakens it. */
export const importanceCoverage = -0.16;

/** How strain moves what is said about posts and supervision (loadings on the latent normals). */
export const strainLoadings = { personalImportance: 0.2, personalCoverage: -0.75, supervisionCoverage: -0.48 } as const;

/** Challenges: weight of being chosen, mean change of those that chose it, what makes it likelier (log-odds). */
export const challenges: Readonly<
  Record<string, { weight: number; trend: number; strain?: number; effects?: Effect[] }>
> = {
  befristung: { weight: 3.2, trend: 3.8, effects: [{ attribute: "restlauf", code: "bis12", shift: 1.1 }] },
  personalmangel: { weight: 2.2, trend: 3.6, strain: 0.5 },
  fallkomplexitaet: { weight: 2.0, trend: 4.0, strain: 0.8 },
  psyche_klient: { weight: 2.4, trend: 4.1, effects: [{ attribute: "ansatz", code: "fachkraefte", shift: -0.8 }] },
  juengere: { weight: 1.7, trend: 4.3, effects: [{ attribute: "setting", code: "schule", shift: 0.7 }] },
  online_rad: { weight: 1.8, trend: 4.2, effects: [{ attribute: "setting", code: "online", shift: 0.6 }] },
  hybride_ideologie: { weight: 0.9, trend: 4.0, effects: [{ attribute: "ph_haupt", code: "ueber", shift: 0.7 }] },
  zustaendigkeit: { weight: 1.0, trend: 3.1 },
  datenschutz_zvr: { weight: 1.6, trend: 3.2, effects: [{ attribute: "setting", code: "justizvollzug", shift: 0.4 }] },
  bedrohung_team: {
    weight: 0.8,
    trend: 3.6,
    strain: 0.3,
    effects: [{ attribute: "ph_haupt", code: "re", shift: 0.7 }],
  },
  politischer_druck: { weight: 1.0, trend: 3.9, effects: [{ attribute: "region5", code: "mitteost", shift: 0.9 }] },
  zugang: { weight: 1.3, trend: 3.2 },
};

/** Means of the strain rows and how strongly they go with strain; the last two are reversed. SD .9. */
export const teamRows: Readonly<Record<string, Row & { strain: number }>> = {
  menge: { mean: 3.5, strain: 0.75, effects: [{ attribute: "vzae", code: "u2", shift: 0.3 }] },
  emotional: { mean: 3.3, strain: 0.8, effects: [{ attribute: "vzae", code: "u2", shift: 0.3 }] },
  inhalte: { mean: 3.1, strain: 0.65, effects: [{ attribute: "vzae", code: "u2", shift: 0.3 }] },
  bedrohung: { mean: 2.0, strain: 0.5, effects: [{ attribute: "vzae", code: "u2", shift: 0.3 }] },
  erholung: { mean: 3.0, strain: -0.7, effects: [{ attribute: "vzae", code: "u2", shift: -0.3 }] },
  rueckhalt: { mean: 3.9, strain: -0.55, effects: [{ attribute: "vzae", code: "u2", shift: -0.3 }] },
};

/** Means; `need` names the row of the coverage matrix that it goes with (r = .6). SD 1. */
export const resources: Readonly<Record<string, Row & { need?: string }>> = {
  zeit: { mean: 2.4, need: "personal" },
  personal: { mean: 2.3, need: "personal" },
  geld: {
    mean: 2.1,
    need: "finanz_stabil",
    effects: [{ attribute: "restlauf", code: "bis12", shift: -0.4 }],
    missing: { ka: 0.05 },
  },
  raeume: { mean: 3.6 },
  technik: { mean: 3.3 },
};

/** Posts filled: share that lies above alle, grossteils, teils; poorer where personnel is lacking. */
export const posts = { codes: ["alle", "grossteils", "teils", "kaum"], above: [0.62, 0.22, 0.06] } as const;
/** Turnover above keine, einzelne. */
export const turnover = { codes: ["keine", "einzelne", "viele"], above: [0.58, 0.12] } as const;
/** Supervision above keine, bedarf, quartal; better where supervision is covered. */
export const supervision = { codes: ["keine", "bedarf", "quartal", "monat"], above: [0.94, 0.76, 0.42] } as const;

/** Funding terms that differ from the register's. */
export const newerTerm: Record<Restlauf, number> = { bis12: 3, "13_24": 4, "25_48": 2, ab49: 1, unbefristet: 0.5 };

/** Weights of what is chosen in the remaining questions. */
export const follows = {
  res_folge: { zugesagt: 10, beantragt: 30, vorbereitung: 25, offen: 25, ende: 3, wn: 4, ka: 3 },
  team_anzahl: { eine: 22, "2_3": 48, "4_5": 22, ab6: 8 },
  fb_ort: { nur_online: 9, eigen: 10, bis_1h: 24, bis_3h: 34, bund: 19, wn: 4 },
  hf_schutz: {
    schutzkonzept: 3,
    sicherheitsberatung: 2,
    auskunftssperre: 2.2,
    rechtsberatung: 1.6,
    psych_begleitung: 1.8,
    digitalschutz: 1.6,
    rueckhalt_traeger: 1.2,
  },
  hf_psyche: {
    wartezeit: 4,
    ablehnung: 2.6,
    motivation: 2,
    kontakte: 1.6,
    schweigepflicht: 1,
    sprache: 1.2,
    kosten: 0.8,
  },
  team_superv_hind: { geld: 3, zeit: 2.4, fachperson: 2, traeger: 0.7 },
  fb_themen: {
    phaenomene: 1.4,
    gespraech: 1.2,
    psyche: 2.8,
    online: 2.4,
    recht: 2.2,
    umfeld: 1.1,
    haft: 0.7,
    gender: 1.1,
    evaluation: 0.9,
    selbstschutz: 1.5,
  },
  fb_format: {
    praesenz_tag: 2,
    praesenz_mehr: 1.2,
    online_kurz: 2.2,
    online_lang: 0.7,
    gemischt: 1.6,
    fallwerkstatt: 2,
    hospitation: 1.3,
    selbstlernen: 0.6,
  },
} as const;
