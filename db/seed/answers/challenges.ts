import { gumbel } from "../random.ts";
import { challenges } from "./bedarfe-tables.ts";
import { panelRandom } from "./latent.ts";
import { effect, type Scene, strain } from "./scene.ts";

/**
 * All challenges, the greatest first: Plackett–Luce, i.e. log-weights with Gumbel noise, sorted. A project has the same
 * order in all questionnaires of a wave.
 */
export function challengesInOrder(scene: Scene): string[] {
  const strained = strain(scene.seed, scene.wave, scene.project);
  return Object.entries(challenges)
    .map(([key, challenge]) => ({
      key,
      score:
        Math.log(challenge.weight) +
        effect(scene, challenge.effects ?? []) +
        (challenge.strain ?? 0) * strained +
        gumbel(panelRandom(scene.seed, scene.wave, scene.project.id, "hf", key)),
    }))
    .sort((a, b) => b.score - a.score)
    .map(({ key }) => key);
}
