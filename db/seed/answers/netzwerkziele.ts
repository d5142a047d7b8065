import { chance } from "../random.ts";
import { follows } from "./bedarfe-tables.ts";
import { one, severalOrOther } from "./choosing.ts";
import { blend } from "./latent.ts";
import * as tables from "./netzwerkziele-tables.ts";
import {
  answered,
  blank,
  drawFor,
  level,
  matrix,
  missingCode,
  type Row,
  type SampleAnswer,
  type Scene,
  single,
  step,
  trait,
} from "./scene.ts";
import { aside, openAnswer } from "./texts.ts";

/** One project's answer to `netzwerkziele`, valid for version 1 of the definition. */
export function netzwerkzieleAnswer(scene: Scene): SampleAnswer {
  const { wn, ka } = { wn: tables.dontKnow, ka: tables.refused };
  const { agreement, platform, adopted } = tables;
  const zi_uebernahme = single(scene, "zi_uebernahme", { wn }, () =>
    step(engaged(scene, "uebernahme") + adopted.growth * scene.wave, adopted.above),
  );
  const practices = typeof zi_uebernahme === "number" ? adopted.codes[zi_uebernahme] : zi_uebernahme;
  const zi_eval_art = one(scene, "zi_eval_art", tables.evaluated);
  const wasEvaluated = zi_eval_art !== undefined && zi_eval_art !== "nein" && zi_eval_art !== "wn";
  return answered({
    team_anzahl: one(scene, "team_anzahl", follows.team_anzahl),
    zi_vereinb: codeOf(
      agreement.codes,
      single(scene, "zi_vereinb", { wn }, () =>
        step(trait(scene, "vereinb") + agreement.growth * scene.wave, agreement.above[scene.project.attributes.status]),
      ),
    ),
    zi_bleib: single(scene, "zi_bleib", { wn, ka }, () => level(scene, tables.staying, 0.9, engaged(scene, "bleib"))),
    zi_mitsprache: statements(scene, "zi_mitsprache", tables.say),
    ...severalOrOther(scene, "zi_hemm", tables.barriers, [1, 3], "hemm", { keine: tables.noBarrier }),
    ...formats(scene),
    zi_nutzen: statements(scene, "zi_nutzen", tables.benefit),
    zi_plattform: single(scene, "zi_plattform", { wn }, () =>
      step(engaged(scene, "plattform") + platform.growth * scene.wave, platform.above),
    ),
    zi_uebernahme: practices,
    zi_uebernahme_text:
      practices !== undefined && practices !== "0" && practices !== "wn"
        ? openAnswer(scene, "zi_uebernahme_text", "adopted")
        : undefined,
    zi_stimme: statements(scene, "zi_stimme", tables.voice),
    zi_aendern: openAnswer(scene, "zi_aendern", "change"),
    zi_eval_art,
    zi_eval: wasEvaluated ? quality(scene) : undefined,
    ...severalOrOther(scene, "zi_eval_bedarf", tables.wanted, [1, 3], "evaluation", { keine: tables.nothingWanted }),
  });
}

/** Standard normal part of what goes with a project's engagement in the network. */
function engaged(scene: Scene, ...address: string[]): number {
  return blend([[tables.loading, trait(scene, "engagement")]], trait(scene, "ziele", ...address));
}

function statements(scene: Scene, question: string, rows: Readonly<Record<string, Row>>) {
  return matrix(scene, question, rows, { wn: tables.dontKnow }, (key, row) =>
    level(scene, row, 0.9, engaged(scene, question, key), trait(scene, "ziele")),
  );
}

/** The code of a step; missing codes stay. */
function codeOf(codes: readonly string[], value: number | string | undefined): string | undefined {
  return typeof value === "number" ? codes[value] : value;
}

function formats(scene: Scene): SampleAnswer {
  if (chance(drawFor(scene, "zi_formate"), blank)) return {};
  const chosen = Object.entries(tables.formats)
    .filter(([code, { share, growth }]) => step(engaged(scene, "formate", code) + growth * scene.wave, [share]) === 1)
    .map(([code]) => code);
  const other = aside(scene, "zi_formate", "formate", 0.04);
  if (other) return { zi_formate: [...chosen, "other"], "zi_formate-Comment": other };
  return { zi_formate: chosen.length > 0 ? chosen : ["keine"] };
}

function quality(scene: Scene): Record<string, string> | undefined {
  const rows = Object.entries(tables.quality).flatMap(([key, above]): [string, string][] => {
    const random = drawFor(scene, "zi_eval", key);
    if (chance(random, blank)) return [];
    const z = blend([[0.6, trait(scene, "evaluation")]], trait(scene, "evaluation", key));
    return [[key, missingCode(random, { wn: tables.qualityUnknown }) ?? tables.qualityCodes[step(z, above)]!]];
  });
  return rows.length > 0 ? Object.fromEntries(rows) : undefined;
}
