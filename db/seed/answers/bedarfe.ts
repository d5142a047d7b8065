import { chance, weighted } from "../random.ts";
import type { Restlauf } from "../sample.ts";
import * as tables from "./bedarfe-tables.ts";
import { challengesInOrder } from "./challenges.ts";
import { one, severalOrOther } from "./choosing.ts";
import { blend } from "./latent.ts";
import {
  answered,
  blank,
  drawFor,
  has,
  level,
  matrix,
  missingCode,
  type Row,
  type SampleAnswer,
  type Scene,
  shareOf,
  step,
  strain,
  trait,
} from "./scene.ts";
import { aside, openAnswer } from "./texts.ts";

/** One project's answer to `bedarfe`, valid for version 1 of the definition. */
export function bedarfeAnswer(scene: Scene): SampleAnswer {
  const gedeckt = (need: string) => coverageOf(scene, need);
  const hf_rang = ranking(scene);
  const res_plan = plan(scene);
  const funded = res_plan === "bis12" || res_plan === "13_24";
  const team_superv = ordered(
    scene,
    "team_superv",
    tables.supervision,
    blend([[0.7, gedeckt("supervision")]], trait(scene, "superv")),
  );
  const themen = severalOrOther(scene, "fb_themen", tables.follows.fb_themen, [2, 5], "themen", { keine: 0.03 });
  const noTraining = Array.isArray(themen.fb_themen) && themen.fb_themen.includes("keine");
  return answered({
    team_anzahl: one(scene, "team_anzahl", tables.follows.team_anzahl),
    bed_wichtig: matrix(scene, "bed_wichtig", importanceRows, {}, (key, row) =>
      level(scene, row, tables.spread.importance, importanceOf(scene, key), trait(scene, "wichtig")),
    ),
    bed_gedeckt: matrix(scene, "bed_gedeckt", coverageRows(scene), {}, (key, row) =>
      level(scene, row, tables.spread.coverage, gedeckt(key), trait(scene, "gedeckt")),
    ),
    bed_sonst: openAnswer(scene, "bed_sonst", "missing"),
    hf_rang,
    "hf_rang-Comment": hf_rang && aside(scene, "hf_rang", "ranking", 0.08),
    hf_trend: hf_rang && trends(scene, hf_rang),
    ...(hf_rang?.includes("bedrohung_team")
      ? severalOrOther(scene, "hf_schutz", tables.follows.hf_schutz, [1, 3], "schutz")
      : {}),
    ...(hf_rang?.includes("psyche_klient")
      ? severalOrOther(scene, "hf_psyche", tables.follows.hf_psyche, [1, 4], "psyche", { keine: 0.03, wn: 0.04 })
      : {}),
    res_stellen: ordered(
      scene,
      "res_stellen",
      tables.posts,
      blend([[-0.6, gedeckt("personal")]], trait(scene, "stellen")),
      tables.refused,
    ),
    res_plan,
    res_folge: funded ? one(scene, "res_folge", tables.follows.res_folge) : undefined,
    res_ausreich: matrix(scene, "res_ausreich", tables.resources, {}, (key, row) => {
      const z = trait(scene, "ausreich", key);
      return level(scene, row, 1, row.need ? blend([[0.6, gedeckt(row.need)]], z) : z);
    }),
    team_last: matrix(scene, "team_last", tables.teamRows, { wn: tables.dontKnow, ka: tables.refused }, (key, row) =>
      level(scene, row, 0.9, blend([[row.strain, strainOf(scene)]], trait(scene, "last", key)), 0, 0),
    ),
    team_wechsel: ordered(
      scene,
      "team_wechsel",
      tables.turnover,
      blend([[0.35, strainOf(scene)]], trait(scene, "wechsel")),
      tables.refused,
    ),
    team_superv,
    ...(team_superv === "keine" || team_superv === "bedarf"
      ? severalOrOther(scene, "team_superv_hind", tables.follows.team_superv_hind, [1, 3], "superv", {
          kein_bedarf: 0.06,
          keine: 0.05,
        })
      : {}),
    ...themen,
    ...(noTraining ? {} : severalOrOther(scene, "fb_format", tables.follows.fb_format, [1, 3], "lernformate")),
    fb_ort: noTraining ? undefined : one(scene, "fb_ort", tables.follows.fb_ort),
    netz_wunsch: openAnswer(scene, "netz_wunsch", "wish"),
  });
}

const importanceRows: Record<string, Row> = Object.fromEntries(
  Object.entries(tables.needs).map(([key, { importance, wn = tables.dontKnow }]) => [
    key,
    { ...importance, missing: { wn } },
  ]),
);

function strainOf(scene: Scene): number {
  return strain(scene.seed, scene.wave, scene.project);
}

/** Standard normal part of a need's importance. */
function importanceOf(scene: Scene, need: string): number {
  const own = trait(scene, "wichtig", need);
  return need === "personal" ? blend([[tables.strainLoadings.personalImportance, strainOf(scene)]], own) : own;
}

/** Standard normal part of a need's coverage: a little against its importance, and less where the team is strained. */
function coverageOf(scene: Scene, need: string): number {
  const { personalCoverage, supervisionCoverage } = tables.strainLoadings;
  const loading = need === "personal" ? personalCoverage : need === "supervision" ? supervisionCoverage : 0;
  return blend(
    [
      [tables.importanceCoverage, trait(scene, "wichtig", need)],
      [loading, strainOf(scene)],
    ],
    trait(scene, "gedeckt", need),
  );
}

/** The coverage rows; "does not apply" on the way out of prison comes only from those that do not work there. */
function coverageRows(scene: Scene): Record<string, Row> {
  const others = 1 - shareOf(scene.network, "setting", "justizvollzug");
  const prison = has(scene.project, "setting", "justizvollzug") ? 0 : tables.prisonDoesNotApply / others;
  return Object.fromEntries(
    Object.entries(tables.needs).map(([key, { coverage, wn = tables.dontKnow, nz = 0 }]) => [
      key,
      { ...coverage, missing: { wn, nz: key === "haft_uebergang" ? prison : nz } },
    ]),
  );
}

/** Up to five challenges, the greatest first. */
function ranking(scene: Scene): string[] | undefined {
  const random = drawFor(scene, "hf_rang");
  if (chance(random, blank)) return undefined;
  return challengesInOrder(scene).slice(0, Number(weighted(random, { 3: 15, 4: 15, 5: 70 })));
}

/** How the chosen challenges changed; the order of rows is the definition's. */
function trends(scene: Scene, chosen: string[]): Record<string, number | string> | undefined {
  const rows = Object.fromEntries(
    Object.entries(tables.challenges)
      .filter(([key]) => chosen.includes(key))
      .map(([key, { trend }]): [string, Row] => [key, { mean: trend }]),
  );
  return matrix(scene, "hf_trend", rows, { wn: tables.dontKnow }, (key, row) =>
    level(scene, row, 0.8, trait(scene, "trend", key)),
  );
}

/** The register's funding term; one in twelve has heard something newer, one in twenty does not say. Required. */
function plan(scene: Scene): Restlauf | "ka" {
  const random = drawFor(scene, "res_plan");
  if (chance(random, tables.refused)) return "ka";
  return chance(random, 1 / 12) ? weighted(random, tables.newerTerm) : scene.project.attributes.restlauf;
}

/** A code of an ordered list from a standard normal, "ka" or blank by chance. */
function ordered<C extends string>(
  scene: Scene,
  question: string,
  { codes, above }: { codes: readonly C[]; above: readonly number[] },
  z: number,
  ka = 0,
): C | "ka" | undefined {
  const random = drawFor(scene, question, "missing");
  if (chance(random, blank)) return undefined;
  return missingCode(random, { ka }) ? "ka" : codes[step(z, above)];
}
