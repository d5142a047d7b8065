import { chance, sample, weighted } from "../random.ts";
import { panelRandom } from "./latent.ts";
import { blank, drawFor, type SampleAnswer, type Scene } from "./scene.ts";
import { aside } from "./texts.ts";

/** One code by weight, repeated by 55 % from wave to wave; blank by chance unless required. */
export function one<K extends string>(
  scene: Scene,
  question: string,
  weights: Readonly<Record<K, number>>,
): K | undefined {
  if (chance(drawFor(scene, question, "blank"), blank)) return undefined;
  return weighted(panelRandom(scene.seed, scene.wave, scene.project.id, question), weights);
}

/**
 * Between `low` and `high` codes by weight, in the order of `weights`; undefined when blank. `exclusive` is a code that is
 * chosen alone, with its chance.
 */
function several<K extends string>(
  scene: Scene,
  question: string,
  weights: Readonly<Record<K, number>>,
  [low, high]: readonly [number, number],
  exclusive?: Readonly<Record<string, number>>,
): string[] | undefined {
  if (chance(drawFor(scene, question, "blank"), blank)) return undefined;
  const random = panelRandom(scene.seed, scene.wave, scene.project.id, question);
  for (const [code, share] of Object.entries<number>(exclusive ?? {})) if (chance(random, share)) return [code];
  const codes = Object.keys(weights) as K[];
  const count = low + Math.floor(random() * (high - low + 1));
  const chosen = new Set(sample(random, codes, count, (code) => weights[code]));
  return codes.filter((code) => chosen.has(code));
}

/** The same with "other" and its text for six in a hundred, if the limit still has room for it. */
export function severalOrOther<K extends string>(
  scene: Scene,
  question: string,
  weights: Readonly<Record<K, number>>,
  range: readonly [number, number],
  text: Parameters<typeof aside>[2],
  exclusive?: Readonly<Record<string, number>>,
): SampleAnswer {
  const chosen = several(scene, question, weights, range, exclusive);
  if (!chosen) return {};
  const alone = chosen.some((code) => exclusive && code in exclusive);
  const other = alone || chosen.length >= range[1] ? undefined : aside(scene, question, text, 0.08);
  return other ? { [question]: [...chosen, "other"], [`${question}-Comment`]: other } : { [question]: chosen };
}
