import { type Network, type Sheet, STABILITY } from "../network.ts";
import { drawAnswer, type Question } from "../questions.ts";
import { randomFrom } from "../random.ts";

/** So that what is drawn here does not follow from what was drawn of the network. */
const OWN_SEED = 7_919;

const NEEDS = ["finanzierung", "supervision", "sprache"];
const FIELDS = ["jugendhilfe", "polizei", "psychiatrie"];
const COLUMNS = ["form", "guete", "verl", "vertr"];
const STEPS = { 1: 0.1, 2: 0.2, 3: 0.3, 4: 0.25, 5: 0.15 };
const OFTEN = { 0: 0.15, 1: 0.2, 2: 0.25, 3: 0.25, 4: 0.15 };
const FORMS = { 0: 0.3, 1: 0.4, 2: 0.2, 3: 0.1 };
/** Rarely answered, so that breakdowns of it are withheld. */
const RARE = 0.45;

/** What dashboards are made of: needs with their coverage, and the cooperation with other fields. Keys are those of items. */
export const DASHBOARD_QUESTIONS: readonly Question[] = [
  ...NEEDS.map((row, i) => steps(`bed_wichtig/${row}`, i === 2 ? RARE : 0.04)),
  ...NEEDS.map((row, i) => steps(`bed_gedeckt/${row}`, i === 1 ? RARE : 0.06)),
  ...FIELDS.map((row) => steps(`ss_freq/${row}`, 0.05, OFTEN)),
  ...FIELDS.flatMap((row, i) =>
    COLUMNS.map((column) =>
      steps(`ss_detail/${row}/${column}`, i === 2 ? RARE : 0.2, column === "form" ? FORMS : STEPS),
    ),
  ),
];

function steps(key: string, blank: number, shares: Record<string, number> = STEPS): Question {
  return { key, scale: "ordinal", shares, blank };
}

const numbers = (shares: object) => Object.keys(shares).map(Number);
const matrix = (name: string, rows: readonly string[], shares: object) => ({
  ...{ type: "matrix", name, rows, columns: numbers(shares), scale: "ordinal" },
});

/** The same as somebody would upload it, marked so that these pages are made of it. */
export const DASHBOARD_ELEMENTS = [
  matrix("bed_wichtig", NEEDS, STEPS),
  { ...matrix("bed_gedeckt", NEEDS, STEPS), coverageOf: "bed_wichtig" },
  matrix("ss_freq", FIELDS, OFTEN),
  {
    ...{ type: "matrixdropdown", name: "ss_detail", rows: FIELDS },
    columns: COLUMNS.map((name) => ({
      ...{ name, cellType: "dropdown", scale: "ordinal", choices: numbers(name === "form" ? FORMS : STEPS) },
    })),
  },
];
export const INTERFACES = {
  contact: { question: "ss_freq", from: 3 },
  detail: "ss_detail",
  form: { column: "form", from: 1 },
  ...{ quality: "guete", reliability: "verl", trust: "vertr" },
};

/** A network whose projects answer these questions too, often as in the wave before. */
export function withDashboards(network: Network): Network {
  const random = randomFrom(network.seed + OWN_SEED);
  let before = new Map<string, Sheet>();
  const waves = network.waves.map((sheets) => {
    const drawn = sheets.map((sheet) => {
      const answers = { ...sheet.answers };
      for (const question of DASHBOARD_QUESTIONS) {
        const kept = before.get(sheet.project.id)?.answers[question.key];
        const isKept = kept && random() < STABILITY;
        answers[question.key] = isKept ? kept : drawAnswer(random, question, sheet.project.values);
      }
      return { ...sheet, answers };
    });
    before = new Map(drawn.map((sheet) => [sheet.project.id, sheet]));
    return drawn;
  });
  return { ...network, waves };
}
