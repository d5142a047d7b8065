import {
  codeOf,
  isNumericScale,
  mergeChoices,
  numberChoices,
  readChoices,
  readSpecialChoices,
  toCode,
} from "../choices.ts";
import type { Shape } from "../fields/shape.ts";
import { asNumber, isObject, isTrue } from "../json.ts";
import type { Cell, Scale } from "../model.ts";
import { needsScript, oneOf, someOf } from "../plain/build.ts";
import type { Checking, Choice, Question, QuestionKind } from "../question.ts";
import { cell, checkText, leafCells } from "../records.ts";
import { itemOf, withComment } from "./items.ts";

type Pick = { value: unknown; comment?: unknown };

/** A pick is the value, `{value, comment}` where choices take comments, or `{<valuePropertyName>: value}`. */
function pickOf(question: Question, raw: unknown): Pick {
  if (!isObject(raw) || question.choices.some((choice) => choice.code === codeOf(raw))) return { value: raw };
  const property = question.source.valuePropertyName;
  if (typeof property === "string" && property !== "" && Object.hasOwn(raw, property)) {
    return { value: raw[property], comment: raw.comment };
  }
  return Object.hasOwn(raw, "value") ? { value: raw.value, comment: raw.comment } : { value: raw };
}

const choiceOf = (question: Question, value: unknown): Choice | undefined => {
  const code = codeOf(value);
  return question.choices.find((choice) => choice.code === code);
};

const isScalar = (value: unknown) => ["string", "number", "boolean"].includes(typeof value);

/** Reports a value that the question does not offer; returns the choice where it does. */
function checkPick(question: Question, raw: unknown, path: string, checking: Checking): Choice | undefined {
  const { value, comment } = pickOf(question, raw);
  const choice = value === null || value === undefined ? undefined : choiceOf(question, value);
  if (!choice) {
    const typed = question.other === "value" && typeof value === "string";
    if (typed) checkText(question, value, question.survey.maxCommentLength, path, checking);
    else if (!(question.open && isScalar(value))) checking.report("not-a-choice", path, question);
  }
  if (isObject(raw) && raw !== value) {
    const known = new Set(["value", "comment", question.source.valuePropertyName]);
    for (const key of Object.keys(raw))
      if (!known.has(key)) checking.report("unknown-column", `${path}/${key}`, question);
    const commented = choice?.commented || choice?.code === "other";
    if (comment !== undefined && comment !== null && comment !== "") {
      if (commented) checkText(question, comment, question.survey.maxCommentLength, `${path}/comment`, checking);
      else checking.report("unexpected-comment", `${path}/comment`, question);
    }
  }
  return choice;
}

export function checkSingle(question: Question, raw: unknown, path: string, checking: Checking): void {
  checkPick(question, raw, path, checking);
}

export function checkMultiple(question: Question, raw: unknown, path: string, checking: Checking, most: unknown): void {
  if (!Array.isArray(raw)) {
    checking.report("not-a-list", path, question);
    return;
  }
  const limit = asNumber(most) ?? 0;
  if (limit > 0 && raw.length > limit) checking.report("too-many-picks", path, question, { limit, picked: raw.length });
  const offered = question.choices.reduce((sum, choice) => sum + choice.times, 1);
  if (raw.length > offered && !question.open) {
    checking.report("too-many-picks", path, question, { limit: question.choices.length, picked: raw.length });
    return;
  }
  const seen = new Map<string, number>();
  let typed = 0;
  for (const [i, one] of raw.entries()) {
    const choice = checkPick(question, one, `${path}/${i}`, checking);
    const code = codeOf(pickOf(question, one).value);
    const times = (seen.get(code) ?? 0) + 1;
    if (times > (choice?.times ?? 1)) checking.report("duplicate-pick", `${path}/${i}`, question);
    seen.set(code, times);
    if (!choice && !question.open) typed += 1;
    if (choice?.exclusive && raw.length > 1) {
      checking.report("exclusive-pick", `${path}/${i}`, question, { code: choice.code });
    }
  }
  if (typed > 1 && question.other === "value") checking.report("too-many-picks", path, question, { limit: 1 });
}

/** A known choice is its code; a typed "other" is the code `other` with the text; anything else is kept as text. */
export function pickCells(question: Question, raw: unknown, entry: string | null): Cell[] {
  const { value, comment } = pickOf(question, raw);
  const choice = choiceOf(question, value);
  const rest = isObject(raw) && raw !== value ? restCells(question, raw, entry) : [];
  if (!choice) {
    if (!isScalar(value)) return leafCells(question.key, raw, entry);
    const code = question.other === "value" && !question.open ? "other" : question.open ? codeOf(value) : null;
    return [cell(question.key, entry, { code, text: String(value) }), ...rest];
  }
  const text = typeof comment === "string" && comment !== "" ? comment : null;
  return [cell(question.key, entry, { code: choice.code, number: choice.number ?? null, text }), ...rest];
}

/** Cells of several picks; a choice that the definition lists twice is counted once. */
export function picksCells(question: Question, value: unknown, entry: string | null): Cell[] {
  const cells = (Array.isArray(value) ? value : [value]).flatMap((one) => pickCells(question, one, entry));
  const seen = new Set<string>();
  return cells.filter((one) => {
    const same = `${one.code}\n${one.text}`;
    return !seen.has(same) && seen.add(same);
  });
}

/** Fields of a `{value, comment}` pick that belong to nothing known. */
function restCells(question: Question, raw: Record<string, unknown>, entry: string | null): Cell[] {
  const known = new Set(["value", "comment", question.source.valuePropertyName]);
  return leafCells(question.key, Object.fromEntries(Object.entries(raw).filter(([key]) => !known.has(key))), entry);
}

/** How "other" is stored (survey-core's `getStoreOthersAsComment`): beside the value, or as the value itself. */
function readOther(question: Question): Question["other"] {
  const { source } = question;
  if (!isTrue(source.showOtherItem) && !isTrue(source.hasOther)) return "none";
  if (question.commented) return "value";
  if (typeof source.storeOthersAsComment === "boolean") return source.storeOthersAsComment ? "beside" : "value";
  return question.survey.storeOthersAsComment ? "beside" : "value";
}

/** Choices of a question from its list, its range of numbers and its special items. */
export function readChoiceQuestion(question: Question): void {
  const { source } = question;
  const max = asNumber(source.choicesMax);
  const min = asNumber(source.choicesMin) ?? 0;
  const range = max !== undefined && max > min ? numberChoices(min, max, asNumber(source.choicesStep) ?? 1) : [];
  question.choices = mergeChoices(readChoices(source.choices), range, readSpecialChoices(source));
  question.other = readOther(question);
  question.open =
    isObject(source.choicesByUrl) || isTrue(source.choicesLazyLoadEnabled) || isTrue(source.allowCustomChoices);
}

/** `"scale": "ordinal"` on a question, or codes that are all numbers. */
const singleScale = (question: Question): Scale =>
  question.source.scale === "ordinal" || isNumericScale(question.choices) ? "ordinal" : "choice";

/**
 * A field per code, so that colleagues can pick at the same time. Picks with texts of their own, and lists in which a code
 * stands twice, stay one value; so does the code "true", which could not be told from the mark of a choice.
 */
export function shapeOfPicks(question: Question): Shape {
  const { choices, source, other } = question;
  const plain = choices.every(({ code, times, commented }) => times === 1 && !commented && code !== "true");
  const isSimple = plain && other !== "value" && !source.valuePropertyName;
  return isSimple ? { of: "codes", codes: choices.map(({ code }) => code) } : { of: "value" };
}

const isMultiple = (question: Question) => question.type === "imagepicker" && isTrue(question.source.multiSelect);

export const singleChoice: QuestionKind = {
  types: ["radiogroup", "dropdown", "buttongroup", "imagepicker"],
  read: readChoiceQuestion,
  items: (question) => {
    const scale = isMultiple(question) ? "multiple" : singleScale(question);
    return withComment(question, [itemOf(question, scale, { codes: question.choices.map(toCode) })]);
  },
  shape: (question) => (isMultiple(question) ? shapeOfPicks(question) : { of: "value" }),
  check: (question, raw, path, checking) =>
    isMultiple(question) ? checkMultiple(question, raw, path, checking, 0) : checkSingle(question, raw, path, checking),
  cells: (question, value, entry) =>
    isMultiple(question) ? picksCells(question, value, entry) : pickCells(question, value, entry),
  plain: (question, view) => {
    // What tells pictures apart is in the picture.
    if (question.type === "imagepicker") return needsScript(view);
    return oneOf(question, view, question.type === "dropdown" ? "select" : "radio");
  },
};

export const multipleChoice: QuestionKind = {
  types: ["checkbox", "tagbox"],
  read: readChoiceQuestion,
  items: (question) => withComment(question, [itemOf(question, "multiple", { codes: question.choices.map(toCode) })]),
  shape: shapeOfPicks,
  check: (question, raw, path, checking) =>
    checkMultiple(question, raw, path, checking, question.source.maxSelectedChoices),
  cells: picksCells,
  plain: someOf,
};
