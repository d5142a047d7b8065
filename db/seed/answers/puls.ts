import { chance } from "../random.ts";
import { challengesInOrder } from "./challenges.ts";
import { severalOrOther } from "./choosing.ts";
import { blend, panelRandom } from "./latent.ts";
import * as tables from "./puls-tables.ts";
import {
  answered,
  blank,
  drawFor,
  effect,
  level,
  type Row,
  type SampleAnswer,
  type Scene,
  single,
  step,
  strain,
  trait,
} from "./scene.ts";
import { aside, openAnswer } from "./texts.ts";

const dontKnow = 0.04;
const refused = 0.05;

/** One project's answer to `puls`, valid for version 1 of the definition; a wave is a quarter. */
export function pulsAnswer(scene: Scene): SampleAnswer {
  const news = whatIsNew(scene);
  const hasNews = Array.isArray(news.pu_neu) && !news.pu_neu.includes("keine");
  const strained = strain(scene.seed, scene.wave, scene.project);
  return answered({
    pu_lage: single(scene, "pu_lage", { wn: dontKnow }, () =>
      quarterly(scene, tables.inquiries, blend([[0.3, strained]], trait(scene, "lage"))),
    ),
    pu_hf: pressing(scene),
    ...news,
    pu_text: hasNews ? openAnswer(scene, "pu_text", "observed") : undefined,
    pu_druck: single(scene, "pu_druck", { ka: refused }, () =>
      quarterly(scene, tables.limit, blend([[tables.limit.strain, strained]], trait(scene, "druck"))),
    ),
    ...severalOrOther(scene, "pu_hilfe", tables.support, [1, 3], "hilfe", { nichts: tables.noSupport }),
  });
}

function quarterly(scene: Scene, row: Row, z: number): number {
  return level(scene, row, 0.9, z);
}

/** Up to three: the greatest of those that the project would rank in `bedarfe`. */
function pressing(scene: Scene): string[] | undefined {
  const random = drawFor(scene, "pu_hf");
  if (chance(random, blank)) return undefined;
  const count = chance(random, 0.75) ? 3 : chance(random, 0.6) ? 2 : 1;
  return challengesInOrder(scene).slice(0, count);
}

/** Codes with their own chances, "none of these", and in a few words what the list does not have. */
function whatIsNew(scene: Scene): SampleAnswer {
  const random = drawFor(scene, "pu_neu");
  if (chance(random, blank)) return {};
  const other = aside(scene, "pu_neu", "neu", 0.05);
  const chosen = chance(panelRandom(scene.seed, scene.wave, scene.project.id, "pu_neu"), tables.nothingNew)
    ? []
    : Object.entries(tables.news)
        .filter(([code, { share, growth = 0, effects = [] }]) => {
          const z = trait(scene, "neu", code) + growth * scene.wave + effect(scene, effects);
          return step(z, [share]) === 1;
        })
        .map(([code]) => code);
  if (other) return { pu_neu: [...chosen, "other"], "pu_neu-Comment": other };
  return { pu_neu: chosen.length > 0 ? chosen : ["keine"] };
}
