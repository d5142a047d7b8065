import { chance, sample } from "../random.ts";
import * as tables from "./ansaetze-tables.ts";
import { severalOrOther } from "./choosing.ts";
import { normalBelow, panelRandom } from "./latent.ts";
import {
  answered,
  blank,
  drawFor,
  effect,
  has,
  level,
  matrix,
  missingCode,
  type SampleAnswer,
  type Scene,
  step,
  trait,
} from "./scene.ts";
import { aside } from "./texts.ts";

/** One project's answer to `ansaetze`, valid for version 1 of the definition. It follows the register in most. */
export function ansaetzeAnswer(scene: Scene): SampleAnswer {
  // Facts are answered one by one: a straight-liner's code is none of these scales.
  const oneByOne = { ...scene, straight: null };
  const an_ziel = matrix<tables.Target>(oneByOne, "an_ziel", tables.targets, {}, (key, { above, effects = [] }) =>
    step(trait(scene, "ziel", key) + effect(scene, effects), above),
  );
  const methods = severalOrOther(scene, "an_methode", tables.methods, tables.methodCount, "methode");
  return answered({
    an_ziel,
    an_alter: ages(scene),
    an_faelle: an_ziel && worksWithPeople(an_ziel) ? cases(scene) : undefined,
    an_ph: phenomena(scene),
    ...settings(scene),
    ...methods,
    an_methode_haupt: mainMethods(scene, methods.an_methode),
    an_wirkziel: matrix(scene, "an_wirkziel", tables.aims, {}, (key, row) =>
      level(scene, row, 0.9, trait(scene, "wirkziel", key), trait(scene, "wirkziele")),
    ),
    an_std: standards(scene),
    an_sprache: languages(scene),
    an_online: mode(scene),
    an_frei: released(scene),
  });
}

/** Cases are asked for where a project works with anybody but professionals. */
function worksWithPeople(an_ziel: Record<string, number | string>): boolean {
  return Object.entries(an_ziel).some(([key, weight]) => key !== "fachkraefte" && Number(weight) >= 1);
}

function ages(scene: Scene): string[] | undefined {
  const random = drawFor(scene, "an_alter");
  if (chance(random, blank)) return undefined;
  const school = has(scene.project, "setting", "schule");
  const chosen = Object.entries(tables.ages).filter(([code, { share, atSchool }]) =>
    chance(lasting(scene, "an_alter", code), school ? atSchool : share),
  );
  return chosen.length > 0 ? chosen.map(([code]) => code) : ["18_26"];
}

function cases(scene: Scene): string | undefined {
  const random = drawFor(scene, "an_faelle");
  if (chance(random, blank)) return undefined;
  if (chance(random, tables.cases.refused)) return "ka";
  return tables.cases.codes[step(trait(scene, "faelle"), tables.cases.above[scene.project.attributes.vzae])];
}

/** The register's phenomena; one in twelve has taken up a further one since. Required. */
function phenomena(scene: Scene): string[] {
  const { ph } = scene.project.attributes;
  const further = chance(lasting(scene, "an_ph"), tables.registerDrift) && !ph.includes("vd") ? ["vd"] : [];
  const chosen = new Set<string>([...ph, ...further]);
  return phenomenonCodes.filter((code) => chosen.has(code));
}

const phenomenonCodes = ["re", "ri", "ab", "le", "vd", "mi", "hy", "ueber"] as const;

/** The register's settings, and in a few words what the list does not have. Required. */
function settings(scene: Scene): SampleAnswer {
  const { setting } = scene.project.attributes;
  const other = aside(scene, "an_setting", "arbeitsort", 0.06);
  return other ? { an_setting: [...setting, "other"], "an_setting-Comment": other } : { an_setting: [...setting] };
}

function mainMethods(scene: Scene, methods: unknown): string[] | undefined {
  if (!Array.isArray(methods) || methods.length < 2) return undefined;
  const random = drawFor(scene, "an_methode_haupt");
  if (chance(random, blank)) return undefined;
  const listed = methods.filter((code): code is keyof typeof tables.methods => code in tables.methods);
  const chosen = new Set(sample(random, listed, Math.min(3, listed.length), (code) => tables.methods[code]));
  return listed.filter((code) => chosen.has(code));
}

function standards(scene: Scene): Record<string, string> | undefined {
  const rows = Object.entries(tables.standards).flatMap(([key, { above, growth, nz = 0 }]): [string, string][] => {
    const random = drawFor(scene, "an_std", key);
    if (chance(random, blank)) return [];
    const z = trait(scene, "std", key) + 0.6 * trait(scene, "std") + growth * scene.wave;
    return [[key, missingCode(random, { nz }) ?? tables.standardCodes[step(z / Math.hypot(1, 0.6), above)]!]];
  });
  return rows.length > 0 ? Object.fromEntries(rows) : undefined;
}

function languages(scene: Scene): string[] | undefined {
  if (chance(drawFor(scene, "an_sprache"), blank)) return undefined;
  const chosen = Object.entries(tables.languages).filter(
    ([code, { share, effects = [] }]) => step(trait(scene, "sprache", code) + effect(scene, effects), [share]) === 1,
  );
  return chosen.length > 0 ? chosen.map(([code]) => code) : ["de"];
}

function mode(scene: Scene): string | undefined {
  if (chance(drawFor(scene, "an_online"), blank)) return undefined;
  const z =
    trait(scene, "online") + effect(scene, [{ attribute: "setting", code: "online", shift: tables.modes.online }]);
  return tables.modes.codes[step(z, tables.modes.above)];
}

function released(scene: Scene): string[] | undefined {
  const random = drawFor(scene, "an_frei");
  if (chance(random, blank)) return undefined;
  if (chance(random, tables.nothingReleased)) return ["keine"];
  // Who hesitates with one field hesitates with the others.
  const openness = trait(scene, "openness");
  const chosen = Object.entries(tables.released).filter(
    ([field, share]) => normalBelow((trait(scene, "frei", field) + openness) / Math.SQRT2) < share,
  );
  return chosen.length > 0 ? chosen.map(([field]) => field) : ["keine"];
}

/** The source of a choice that is repeated in most waves. */
function lasting(scene: Scene, ...address: string[]) {
  return panelRandom(scene.seed, scene.wave, scene.project.id, ...address);
}
