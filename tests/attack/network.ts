import { type Answer, drawAnswer, QUESTIONS } from "./questions.ts";
import { between, drawFrom, integerBetween, type Random, randomFrom } from "./random.ts";

export type Values = Readonly<Record<string, string | undefined>>;
export type Project = { id: string; organisation: string; values: Values };

/** One project's answers in one wave. `stage`: before the first interim release, before the second, or after both. */
export type Sheet = { id: string; project: Project; stage: 0 | 1 | 2; answers: Readonly<Record<string, Answer>> };
export type Network = { seed: number; projects: Project[]; waves: Sheet[][] };

const WAVES = 3;
/** So often an answer is simply that of the wave before, and so often that of the organisation. */
export const STABILITY = 0.55;
const HOUSE_LINE = 0.15;
const RETENTION = 0.78;

const LAND = {
  hb: 2,
  hh: 4,
  mv: 4,
  ni: 8,
  sh: 4,
  be: 11,
  bb: 5,
  sn: 9,
  st: 6,
  th: 6,
  he: 8,
  nw: 16,
  rp: 4,
  sl: 1,
  bw: 7,
  by: 9,
} as const;
const REGION: Record<string, string> = Object.fromEntries(
  Object.entries({
    nord: "hb hh mv ni sh",
    nordost: "be bb",
    mitteost: "sn st th",
    west: "he nw rp sl",
    sued: "bw by",
  }).flatMap(([region, lands]) => lands.split(" ").map((land) => [land, region])),
);
const EASTERN = ["be", "bb", "sn", "st", "th", "mv"];
const PHENOMENON_EAST = { re: 70, ri: 8, ab: 2, le: 3, vd: 6, mi: 2, hy: 3, ueber: 6 };
const PHENOMENON_WEST = { re: 36, ri: 30, ab: 3, le: 3, vd: 6, mi: 3, hy: 4, ueber: 15 };
const APPROACH = { person: 42, umfeld: 18, beides: 30, fachkraefte: 10 };
const STAFF = { u2: 30, "2_u5": 40, "5_u10": 21, ab10: 9 };
/** In so many networks the Länder run many projects themselves, without an end: two attributes that nearly say the same. */
const WITH_STATE = 0.4;
const REMAINING = { bis12: 27, "13_24": 31, "25_48": 24, ab49: 8, unbefristet: 10 };
const REACH_SMALL = { lokal: 46, land: 42, laender: 8, bund: 4 };
const REACH_LARGE = { lokal: 12, land: 45, laender: 20, bund: 23 };
const LEGAL_FORM = { verein: 58, ggmbh: 16, wohlfahrt: 12, kommune: 7, staat: 4, hochschule: 3 };
/** An attribute that nobody filled in. */
const UNKNOWN = 0.02;

/** A network of 100 to 300 projects in three waves. */
export function drawNetwork(seed: number): Network {
  const random = randomFrom(seed);
  const hasState = random() < WITH_STATE;
  const projects = organisationSizes(random, integerBetween(random, 100, 300)).flatMap((size, index) =>
    drawOrganisation(random, `o${index}`, size, hasState),
  );
  projects.forEach((project, index) => {
    project.id = `p${index}`;
  });
  return { seed, projects, waves: drawWaves(random, projects) };
}

/** A few large organisations, the first with up to a third of all projects, and many with a single one. */
function organisationSizes(random: Random, projects: number): number[] {
  const sizes: number[] = [];
  let left = projects;
  let size = Math.round(projects * between(random, 0.1, 0.33));
  while (size > 3) {
    sizes.push(size);
    left -= size;
    size = Math.min(Math.round(size * between(random, 0.35, 0.8)), Math.floor(left / 3));
  }
  while (left > 0) {
    const small = Math.min(left, Number(drawFrom(random, { 1: 72, 2: 19, 3: 9 })));
    sizes.push(small);
    left -= small;
  }
  return sizes;
}

function drawOrganisation(random: Random, organisation: string, size: number, hasState: boolean): Project[] {
  const home = drawFrom(random, LAND);
  const traeger =
    size > 8
      ? drawFrom(random, { verein: 60, ggmbh: 40 })
      : drawFrom(random, hasState ? { ...LEGAL_FORM, staat: 30 } : LEGAL_FORM);
  const remaining = hasState ? { ...REMAINING, unbefristet: 1 } : REMAINING;
  return Array.from({ length: size }, () => {
    const land = random() < (size > 8 ? 0.3 : 0.85) ? home : drawFrom(random, LAND);
    const drawn = {
      land,
      ph_haupt: drawFrom(random, EASTERN.includes(land) ? PHENOMENON_EAST : PHENOMENON_WEST),
      ansatz: drawFrom(random, APPROACH),
      vzae: drawFrom(random, size > 8 ? { ...STAFF, u2: 12 } : STAFF),
      restlauf: traeger === "staat" ? "unbefristet" : drawFrom(random, remaining),
      reichweite: drawFrom(random, size > 8 ? REACH_LARGE : REACH_SMALL),
      traeger,
    };
    const known = Object.entries(drawn).filter(([code]) => code === "traeger" || random() >= UNKNOWN);
    const values: Values = Object.fromEntries(known);
    return { id: "", organisation, values: { ...values, region5: REGION[values.land ?? ""] } };
  });
}

function drawWaves(random: Random, projects: readonly Project[]): Sheet[][] {
  const waves: Sheet[][] = [];
  const late = between(random, 0.02, 0.2);
  for (let wave = 0; wave < WAVES; wave += 1) {
    const before = new Map(waves.at(-1)?.map((sheet) => [sheet.project.id, sheet]));
    const response = between(random, 0.65, 0.75);
    const returning = wave === 0 ? response : RETENTION;
    const newcomers = Math.max(0.3, (response - response * RETENTION) / (1 - response));
    const lines = houseLines(random, projects);
    const answering = projects.filter(
      ({ id }) => random() < (wave === 0 ? response : before.has(id) ? returning : newcomers),
    );
    waves.push(answering.map((project) => drawSheet(random, project, wave, before.get(project.id), lines, late)));
  }
  return waves;
}

/** What the projects of an organisation answer when they answer alike. */
function houseLines(random: Random, projects: readonly Project[]): Map<string, Record<string, Answer>> {
  const first = new Map(projects.map((project) => [project.organisation, project]));
  return new Map([...first].map(([organisation, { values }]) => [organisation, drawAnswers(random, values)]));
}

const drawAnswers = (random: Random, values: Values): Record<string, Answer> =>
  Object.fromEntries(QUESTIONS.map((question) => [question.key, drawAnswer(random, question, values)]));

function drawSheet(
  random: Random,
  project: Project,
  wave: number,
  before: Sheet | undefined,
  lines: ReadonlyMap<string, Record<string, Answer>>,
  late: number,
): Sheet {
  const answers = drawAnswers(random, project.values);
  for (const { key } of QUESTIONS) {
    const line = lines.get(project.organisation)?.[key];
    if (line && random() < HOUSE_LINE) answers[key] = line;
    if (before && random() < STABILITY) answers[key] = before.answers[key] as Answer;
  }
  const arrival = random();
  const stage = arrival < 0.55 ? 0 : arrival < 1 - late ? 1 : 2;
  return { id: `w${wave}-${project.id}`, project, stage, answers };
}
