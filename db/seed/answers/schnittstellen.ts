import { chance, sample, weighted } from "../random.ts";
import { follows } from "./bedarfe-tables.ts";
import { one } from "./choosing.ts";
import { blend, normalQuantile } from "./latent.ts";
import {
  answered,
  blank,
  drawFor,
  effect,
  level,
  matrix,
  missingCode,
  type SampleAnswer,
  type Scene,
  shareOf,
  step,
  trait,
} from "./scene.ts";
import * as tables from "./schnittstellen-tables.ts";
import { aside } from "./texts.ts";

type Matrix = Record<string, number | string>;

/** One project's answer to `schnittstellen`, valid for version 1 of the definition. */
export function schnittstellenAnswer(scene: Scene): SampleAnswer {
  const rows: Record<string, tables.Partner & { missing?: undefined }> = tables.partners;
  // A straight-liner's code would skip or open the whole branch: contact is a fact and is always answered one by one.
  const oneByOne = { ...scene, straight: null };
  const ss_freq = matrix(oneByOne, "ss_freq", rows, { wn: tables.missing.dontKnow }, (key, partner) =>
    frequency(scene, key, partner),
  );
  const wants = matrix(oneByOne, "ss_wunsch", rows, { wn: tables.missing.dontKnow }, (key, { more, less }) =>
    step(blend([[-0.3, contact(scene, key)]], trait(scene, "wunsch", key)), [1 - less, more]),
  );
  const ss_top3 = hardest(scene);
  return answered({
    team_anzahl: one(scene, "team_anzahl", follows.team_anzahl),
    ss_freq,
    ss_detail: ss_freq && details(scene, ss_freq),
    ss_kein: ss_freq && reasons(scene, ss_freq),
    ss_wunsch: wants && Object.fromEntries(Object.entries(wants).map(([key, value]) => [key, wishOf(value)])),
    ss_top3,
    ss_hind: ss_top3 && obstacles(scene, ss_top3),
    ss_praxis: aside(scene, "ss_praxis", "practice"),
  });
}

/** Latent frequency of contact: a standard normal over the network, higher where the setting asks for the partner. */
function contact(scene: Scene, key: string): number {
  const { effects = [] } = tables.partners[key]!;
  const variance = effects.reduce((sum, { attribute, code, shift }) => {
    const share = shareOf(scene.network, attribute, code);
    return sum + shift ** 2 * share * (1 - share);
  }, 0);
  return (trait(scene, "contact", key) + effect(scene, effects)) / Math.sqrt(1 + variance);
}

/** 0 none, 1 less than quarterly, 2 quarterly, 3 monthly, 4 weekly. */
function frequency(scene: Scene, key: string, partner: tables.Partner): number {
  const { quarterly, weekly } = tables.within;
  const often = partner.monthly + (partner.contact - partner.monthly) * quarterly;
  return step(contact(scene, key), [partner.contact, often, partner.monthly, partner.monthly * weekly]);
}

/** Latent quality, centred on those with contact (inverse Mills ratio): the tables' means are theirs. */
function quality(scene: Scene, key: string): number {
  const share = tables.partners[key]!.contact;
  const mills = Math.exp(-(normalQuantile(1 - share) ** 2) / 2) / Math.sqrt(2 * Math.PI) / share;
  return blend([[tables.loadings.frequencyQuality, contact(scene, key) - mills]], trait(scene, "quality", key));
}

function details(scene: Scene, ss_freq: Matrix): Record<string, Matrix> | undefined {
  const rows: Record<string, Matrix> = {};
  for (const [key, freq] of Object.entries(ss_freq)) {
    if (typeof freq === "string" || freq === 0) continue;
    const partner = tables.partners[key]!;
    const z = quality(scene, key);
    const reliability = blend([[tables.loadings.qualityReliability, z]], trait(scene, "reliability", key));
    const trust = blend([[tables.loadings.qualityTrust, z]], trait(scene, "trust", key));
    const bond = blend([[tables.loadings.reliabilityForm, reliability]], trait(scene, "form", key));
    const on = (mean: number, normal: number) =>
      scene.straight ?? level(scene, { mean }, tables.spread, normal, trait(scene, "partners"));
    const row = answered({
      form: cell(scene, key, "form", 0) ?? step(bond, tables.formAbove),
      guete: cell(scene, key, "guete", 0) ?? on(partner.guete, z),
      verl: cell(scene, key, "verl", 0) ?? on(partner.verl, reliability),
      vertr: cell(scene, key, "vertr", tables.missing.refused) ?? on(partner.vertr, trust),
    });
    for (const [column, value] of Object.entries(row)) if (value === "") delete row[column];
    if (Object.keys(row).length > 0) rows[key] = row as Matrix;
  }
  return Object.keys(rows).length > 0 ? rows : undefined;
}

/** A missing code, "" for blank, or undefined for an answer. */
function cell(scene: Scene, key: string, column: string, ka: number): string | undefined {
  const random = drawFor(scene, "ss_detail", key, column, "missing");
  if (chance(random, blank)) return "";
  return missingCode(random, { wn: tables.missing.dontKnow, ka });
}

function reasons(scene: Scene, ss_freq: Matrix): Record<string, { grund: string[] }> | undefined {
  const rows: Record<string, { grund: string[] }> = {};
  for (const [key, freq] of Object.entries(ss_freq)) {
    const random = drawFor(scene, "ss_kein", key);
    if (freq !== 0 || chance(random, blank)) continue;
    const weights: Readonly<Record<string, number>> = tables.partners[key]!.reasons ?? tables.usualReasons;
    const chosen = new Set(
      sample(random, Object.keys(weights), chance(random, 0.25) ? 2 : 1, (code) => weights[code]!),
    );
    rows[key] = {
      grund: chance(random, tables.missing.dontKnow) ? ["wn"] : Object.keys(weights).filter((code) => chosen.has(code)),
    };
  }
  return Object.keys(rows).length > 0 ? rows : undefined;
}

/** Up to three partners with whom it is hardest: by their weight, and rather those of poor quality. */
function hardest(scene: Scene): string[] | undefined {
  const random = drawFor(scene, "ss_top3");
  if (chance(random, blank)) return undefined;
  const nothing = missingCode(random, tables.nothingHard);
  if (nothing) return [nothing];
  const weight = (key: string) => tables.partners[key]!.hard * Math.exp(-0.7 * quality(scene, key));
  const keys = Object.keys(tables.partners);
  const chosen = new Set(sample(random, keys, Number(weighted(random, { 1: 15, 2: 25, 3: 60 })), weight));
  return keys.filter((key) => chosen.has(key));
}

type Obstacle = { partner: string; hind: string[]; praxis?: string };

function obstacles(scene: Scene, ss_top3: string[]): Obstacle[] | undefined {
  const entries = ss_top3.flatMap((key): Obstacle[] => {
    const partner = tables.partners[key];
    const random = drawFor(scene, "ss_hind", key);
    if (!partner || !chance(random, tables.described)) return [];
    const chances: Record<string, number> = { ...tables.usualObstacles, ...partner.obstacles };
    const hind = Object.keys(chances).filter((code) => chance(random, chances[code]!));
    const praxis = aside(scene, `ss_hind/${key}`, "practice", 0.2);
    return [{ partner: key, hind: hind.length > 0 ? hind : ["keine"], ...(praxis ? { praxis } : {}) }];
  });
  return entries.length > 0 ? entries : undefined;
}

const wishes = ["weniger", "gleich", "mehr"] as const;

function wishOf(value: number | string): string {
  return typeof value === "string" ? value : wishes[value]!;
}
