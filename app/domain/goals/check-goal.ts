import type { Definition } from "#surveys/definition.ts";
import type { Text } from "#surveys/model.ts";
import type { Fault } from "../problem.ts";
import { topOf } from "../report/derived.ts";
import { type Formula, unitOf } from "./formula.ts";
import type { GoalVersion } from "./read-goals.server.ts";
import { type Topic, topicsOf } from "./topics.ts";

/** Where the figure belongs in the sentence of a goal. */
export const FIGURE_PLACE = "{wert}";

export const THEMES = ["binding", "exchange", "cooperation", "voice"] as const;

/** Longest texts, in characters. */
export const LONGEST = { title: 120, sentence: 300, reason: 500 };

/** A goal as it is written down; what is no number or no day is undefined. */
export type GoalDraft = Pick<GoalVersion, "theme" | "title" | "sentence" | "direction" | "formula"> & {
  target: number | undefined;
  due: string | undefined;
};

/** A formula's words as they are kept beside it. */
type Measured = GoalVersion["measured"];

/**
 * What is wrong with a goal, by its fields; and the words of what its formula asks for, where that is right. What it asks for
 * must be there to be asked: in the newest version of its questionnaire.
 */
export function checkGoal(
  draft: GoalDraft,
  definition: Definition,
): { faults: Fault[]; measured: Measured | undefined } {
  const { formula } = draft;
  const topic = formula.kind === "returns" ? undefined : topicOf(formula, definition);
  const wrong = formula.kind === "returns" ? [] : checkFormula(formula, topic);
  const faults = [...checkWords(draft), ...wrong, ...checkAim(draft, topic)];
  return { faults, measured: wrong.length > 0 ? undefined : measuredBy(formula, topic, definition.title) };
}

const fault = (field: string, code: string, detail?: Fault["detail"]): Fault => ({
  path: `/${field}`,
  code,
  ...(detail ? { detail } : {}),
});

function checkWords({ title, sentence }: GoalDraft): Fault[] {
  const texts: [field: string, text: string | undefined, limit: number][] = [
    ["title", title.de, LONGEST.title],
    ["titleEn", title.en, LONGEST.title],
    ["sentence", sentence.de, LONGEST.sentence],
    ["sentenceEn", sentence.en, LONGEST.sentence],
  ];
  return texts.flatMap(([field, text, limit]) => {
    if (text === undefined) return [];
    if (text === "") return [fault(field, "empty")];
    if (text.length > limit) return [fault(field, "too-long", { limit })];
    return field.startsWith("sentence") && text.split(FIGURE_PLACE).length !== 2 ? [fault(field, "no-figure")] : [];
  });
}

type Asking = Exclude<Formula, { kind: "returns" }>;

/** The one question that has all the items of a formula. */
function topicOf({ kind, items }: Asking, definition: Definition): Topic | undefined {
  return topicsOf(definition, kind).find(({ rows }) => items.every((key) => rows.some((row) => row.key === key)));
}

function checkFormula(formula: Asking, topic: Topic | undefined): Fault[] {
  const isOne = formula.kind === "share" || formula.kind === "top";
  if (!topic || formula.items.length === 0 || (isOne && formula.items.length > 1)) return [fault("rows", "no-row")];
  if (formula.kind === "rows" && formula.items.length < 2) return [fault("rows", "two-rows")];
  if (!("codes" in formula)) return [];
  const known = formula.codes.filter((code) => topic.codes.some((one) => one.code === code));
  if (known.length === 0 || known.length < formula.codes.length) return [fault("codes", "no-code")];
  // Who gave two of the codes would count twice.
  if (topic.isMultiple && formula.codes.length > 1) return [fault("codes", "one-code")];
  return formula.kind === "rows" && !(formula.least > 0 && formula.least <= 1) ? [fault("least", "no-share")] : [];
}

function checkAim({ formula, target, due }: GoalDraft, topic: Topic | undefined): Fault[] {
  const day = due === undefined ? [fault("due", "no-day")] : [];
  if (target === undefined) return [fault("target", "no-number"), ...day];
  // What is not there has no range either: its own field says so.
  if (formula.kind !== "returns" && !topic) return day;
  const unit = unitOf(formula);
  const steps = topic?.codes.flatMap(({ number }) => number ?? []) ?? [];
  const [low, high] =
    unit === "share"
      ? [0, 1]
      : unit === "mean"
        ? [Math.min(...steps), Math.max(...steps)]
        : [0, topic?.rows.length ?? 0];
  if (target >= low && target <= high && (unit !== "rows" || Number.isInteger(target))) return day;
  return [fault("target", "out-of-range", unit === "share" ? { low: 0, high: 100 } : { low, high }), ...day];
}

function measuredBy(formula: Formula, topic: Topic | undefined, questionnaire: Text): Measured {
  if (formula.kind === "returns" || !topic) return { questionnaire, question: null, rows: [], codes: [] };
  const labels = (list: readonly { label: Text }[]) => list.map(({ label }) => label);
  const codes =
    formula.kind === "top"
      ? topOf({ scale: "ordinal", codes: topic.codes })
      : topic.codes.filter(({ code }) => "codes" in formula && formula.codes.includes(code));
  const rows = topic.rows.length > 1 ? topic.rows.filter(({ key }) => formula.items.includes(key)) : [];
  return { questionnaire, question: topic.title, rows: labels(rows), codes: labels(codes) };
}
