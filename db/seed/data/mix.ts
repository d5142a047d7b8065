/** How the sample network is put together. Counts are exact and sum to the number of projects; shares are chances. */

import type {
  Ansatz,
  Land,
  Phaenomen,
  Region5,
  Reichweite,
  Restlauf,
  Setting,
  Status,
  Traeger,
  Vzae,
} from "../sample.ts";

/** Projects by Land. */
export const landMix: Record<Land, number> = {
  nw: 14,
  be: 14,
  sn: 10,
  bw: 9,
  by: 9,
  ni: 9,
  he: 9,
  hh: 8,
  st: 6,
  th: 6,
  bb: 6,
  rp: 5,
  sh: 5,
  mv: 4,
  hb: 3,
  sl: 3,
};

/** The five regions that reports use instead of the Land. */
export const regions: Record<Region5, readonly Land[]> = {
  nord: ["hb", "hh", "mv", "ni", "sh"],
  nordost: ["be", "bb"],
  mitteost: ["sn", "st", "th"],
  west: ["he", "nw", "rp", "sl"],
  sued: ["bw", "by"],
};

/** Main phenomenon in Mitteost (22 projects, 64 % right-wing extremism) and elsewhere (98); 42 % and 34 % over all. */
export const phaenomenMix: { mitteost: Record<Phaenomen, number>; sonst: Record<Phaenomen, number> } = {
  mitteost: { re: 14, ri: 3, ueber: 4, ab: 0, le: 0, vd: 1, mi: 0, hy: 0 },
  sonst: { re: 36, ri: 38, ueber: 16, ab: 2, le: 2, vd: 1, mi: 1, hy: 2 },
};

/** Further phenomena that a project also works on: weights. */
export const nebenphaenomene: Record<Exclude<Phaenomen, "ueber">, number> = {
  re: 3,
  ri: 3,
  ab: 1.5,
  le: 0.7,
  vd: 2.5,
  mi: 1.5,
  hy: 1.5,
};

export const ansatzMix: Record<Ansatz, number> = { beides: 54, person: 30, umfeld: 24, fachkraefte: 12 };
export const vzaeMix: Record<Vzae, number> = { u2: 36, "2_u5": 48, "5_u10": 24, ab10: 12 };
export const restlaufMix: Record<Restlauf, number> = { bis12: 42, "13_24": 34, "25_48": 24, ab49: 8, unbefristet: 12 };
export const reichweiteMix: Record<Reichweite, number> = { lokal: 38, land: 58, laender: 15, bund: 9 };
/** Nobody in the sample is `verbund`: the five partners have no sample projects. */
export const statusMix: Record<Status, number> = { verbund: 0, assoziiert: 32, mitglied: 68, interessiert: 20 };

/** Chance of each setting; a project has at least one. */
export const settingShares: Record<Setting, number> = {
  beratungsstelle: 0.82,
  aufsuchend: 0.58,
  justizvollzug: 0.34,
  bewaehrung: 0.32,
  schule: 0.42,
  jugendhilfe: 0.48,
  online: 0.38,
  unterkunft: 0.14,
  klinik: 0.08,
};

/** Sample organisations by legal form; 45 in all. */
export const traegerMix: Record<Traeger, number> = {
  verein: 25,
  ggmbh: 9,
  wohlfahrt: 5,
  kommune: 3,
  staat: 2,
  hochschule: 1,
};

/** Projects of each sample organisation: a few large ones, most with one or two; sums to 120, none above a tenth. */
export const organisationSizes = [
  8, 7, 6, 6, 5, 5, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1,
  1, 1, 1, 1, 1, 1,
] as const;
