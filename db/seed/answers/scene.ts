import { chance, pick, type Random, randomFor } from "../random.ts";
import type { SampleAttributes, SampleNetwork, SampleProject } from "../sample.ts";
import { blend, cut, latentCentre, normalBelow, panelNormal } from "./latent.ts";

/** An answer as SurveyJS stores it: question names to values. */
export type SampleAnswer = Record<string, unknown>;

/** One project answering one questionnaire in one wave. */
export type Scene = {
  seed: number;
  wave: number;
  questionnaire: string;
  project: SampleProject;
  network: SampleNetwork;
  /** Three in a hundred give every row of a matrix the same code: this one. */
  straight: number | null;
};

/** Shifts the mean of projects that have a code of an attribute, and the others the other way: the overall mean stays. */
export type Effect = { attribute: keyof SampleAttributes; code: string; shift: number };

/** A matrix row on a scale of five: mean code over all projects, growth of it per year, chances of each missing code. */
export type Row = {
  mean: number;
  growth?: number;
  effects?: readonly Effect[];
  missing?: Readonly<Record<string, number>>;
};

/** Chance that a question or a matrix row is left blank. */
export const blank = 0.03;

export function sceneOf(
  network: SampleNetwork,
  questionnaire: string,
  wave: number,
  seed: number,
  project: SampleProject,
): Scene {
  const random = randomFor(seed, questionnaire, wave, project.id, "straight");
  const straight = chance(random, 0.03) ? pick(random, [3, 3, 4, 4, 5]) : null;
  return { seed, wave, questionnaire, project, network, straight };
}

/** The source of everything in this answer that does not last from wave to wave. */
export function drawFor(scene: Scene, ...address: string[]): Random {
  return randomFor(scene.seed, scene.questionnaire, scene.wave, scene.project.id, ...address);
}

/** A lasting trait of the project: standard normal, stable from wave to wave. */
export function trait(scene: Scene, ...address: string[]): number {
  return panelNormal(scene.seed, scene.wave, scene.project.id, ...address);
}

/** How strained the team is. The same in all questionnaires of a wave; it also keeps projects from answering at all. */
export function strain(seed: number, wave: number, project: SampleProject): number {
  return panelNormal(seed, wave, project.id, "strain");
}

export function has(project: SampleProject, attribute: keyof SampleAttributes, code: string): boolean {
  const value = project.attributes[attribute];
  return typeof value === "string" ? value === code : value.some((each) => each === code);
}

/** Share of the network's projects that have a code of an attribute. */
export function shareOf(network: SampleNetwork, attribute: keyof SampleAttributes, code: string): number {
  return network.projects.filter((project) => has(project, attribute, code)).length / network.projects.length;
}

/** Sum of the effects on this project, centred on the network. */
export function effect(scene: Scene, effects: readonly Effect[]): number {
  return effects.reduce(
    (sum, { attribute, code, shift }) =>
      sum + shift * (Number(has(scene.project, attribute, code)) - shareOf(scene.network, attribute, code)),
    0,
  );
}

/**
 * A code 1–5: a normal variable with the row's mean (after effects and growth) and the spread `sd`, cut to the scale.
 * `z` is its standard normal part, `intercept` the project's habit of answering high or low with an SD of `interceptSd`.
 */
export function level(scene: Scene, row: Row, sd: number, z: number, intercept = 0, interceptSd = 0.3): number {
  const mean = row.mean + (row.growth ?? 0) * scene.wave + effect(scene, row.effects ?? []);
  return cut(latentCentre(mean, sd) + sd * blend([[interceptSd / sd, intercept]], z));
}

/** A code 0, 1, 2, … of a standard normal: each entry of `above` is the share of values that lie above that step. */
export function step(z: number, above: readonly number[]): number {
  return above.filter((share) => 1 - normalBelow(z) < share).length;
}

/** A matrix: each row blank, a missing code by its chance, a straight-liner's code, or what `value` says. */
export function matrix<R extends { missing?: Readonly<Record<string, number>> }>(
  scene: Scene,
  question: string,
  rows: Readonly<Record<string, R>>,
  missing: Readonly<Record<string, number>>,
  value: (key: string, row: R) => number,
): Record<string, number | string> | undefined {
  const answer: Record<string, number | string> = {};
  for (const [key, row] of Object.entries(rows)) {
    const random = drawFor(scene, question, key, "missing");
    if (chance(random, blank)) continue;
    answer[key] = missingCode(random, { ...missing, ...row.missing }) ?? scene.straight ?? value(key, row);
  }
  return Object.keys(answer).length > 0 ? answer : undefined;
}

/** The value of a question on its own: blank, a missing code by its chance, or what `value` says. */
export function single(
  scene: Scene,
  question: string,
  missing: Readonly<Record<string, number>>,
  value: () => number,
): number | string | undefined {
  const random = drawFor(scene, question, "missing");
  return chance(random, blank) ? undefined : (missingCode(random, missing) ?? value());
}

/** One of the missing codes by its chance, or undefined for an answer. */
export function missingCode(random: Random, chances: Readonly<Record<string, number>>): string | undefined {
  let left = random();
  for (const [code, share] of Object.entries(chances)) {
    left -= share;
    if (left < 0) return code;
  }
  return undefined;
}

/** Drops what was not answered. */
export function answered(answer: SampleAnswer): SampleAnswer {
  return Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== undefined));
}
