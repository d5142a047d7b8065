import { asNumber, asString, isObject } from "../json.ts";
import type { Scale } from "../model.ts";
import { named, withBeside } from "../plain/build.ts";
import type { Line } from "../plain/control.ts";
import type { Question, QuestionKind } from "../question.ts";
import { cell, checkText, leafCells } from "../records.ts";
import { isDateInput, isDateText } from "./dates.ts";
import { itemOf, withComment } from "./items.ts";

const inputTypeOf = (question: Question) => asString(question.source.inputType)?.toLowerCase() ?? "text";

const isNumberMask = ({ source }: Question) => source.maskType === "numeric" || source.maskType === "currency";

/** Masks may store what they show ("1.234,50 €"): such a value is a text. */
const storesMasked = ({ source }: Question) =>
  isObject(source.maskSettings) && source.maskSettings.saveMaskedValue === true;

function scaleOf(question: Question): Scale {
  const inputType = inputTypeOf(question);
  if (inputType === "number" || inputType === "range") return "number";
  if (isDateInput(inputType)) return "date";
  return isNumberMask(question) && !storesMasked(question) ? "number" : "text";
}

/** A number, or its plain text with a decimal point, as number fields of a browser give it. */
const readNumber = (raw: unknown): number | undefined => {
  if (typeof raw === "number") return Number.isFinite(raw) ? raw : undefined;
  return typeof raw === "string" && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(raw.trim())
    ? asNumber(raw)
    : undefined;
};

/** `maxLength` of the question; without it the survey's. survey-core leaves both to the browser. */
const maxLengthOf = (question: Question): number => {
  const own = asNumber(question.source.maxLength);
  return own !== undefined && own >= 0 ? own : question.survey.maxTextLength;
};

/** Input types that a browser can do something with by itself; a number is typed as text, so that nothing typed is lost. */
const inputTypes = new Set(["date", "datetime-local", "month", "time", "week", "email", "tel", "url"]);

const limitOf = (question: Question) => {
  const limit = maxLengthOf(question);
  return limit > 0 ? { maxLength: limit } : {};
};

/** One line of text, a number or a date, by its `inputType`. */
export const text: QuestionKind = {
  types: ["text"],
  items: (question) => withComment(question, [itemOf(question, scaleOf(question))]),
  check: (question, raw, path, checking) => {
    const scale = scaleOf(question);
    // A default that the definition itself writes is no fault of the respondent.
    if (raw === question.source.defaultValue && typeof raw !== "object") return;
    if (scale === "number") {
      if (readNumber(raw) === undefined) checking.report("not-a-number", path, question);
    } else if (scale === "date") {
      if (typeof raw !== "string" || !isDateText(inputTypeOf(question), raw)) {
        checking.report("not-a-date", path, question, { inputType: inputTypeOf(question) });
      }
    } else {
      checkText(question, raw, maxLengthOf(question), path, checking);
    }
  },
  cells: (question, value, entry) => {
    const number = scaleOf(question) === "number" ? readNumber(value) : undefined;
    if (number !== undefined) return [cell(question.key, entry, { number })];
    if (typeof value === "object") return leafCells(question.key, value, entry);
    return [cell(question.key, entry, { text: String(value) })];
  },
  plain: (question, view) => {
    const number = scaleOf(question) === "number";
    const { placeholder } = view.shown.texts;
    const line: Line = {
      control: "line",
      ...named(view),
      inputType: inputTypes.has(inputTypeOf(question)) ? inputTypeOf(question) : "text",
      number,
      ...(number ? {} : limitOf(question)),
      ...(placeholder ? { placeholder } : {}),
    };
    return withBeside(question, view, line);
  },
};

/** Free text of several lines. */
export const comment: QuestionKind = {
  types: ["comment"],
  items: (question) => withComment(question, [itemOf(question, "text")]),
  check: (question, raw, path, checking) => checkText(question, raw, maxLengthOf(question), path, checking),
  cells: (question, value, entry) =>
    typeof value === "object"
      ? leafCells(question.key, value, entry)
      : [cell(question.key, entry, { text: String(value) })],
  plain: (question, view) => {
    const { placeholder } = view.shown.texts;
    const rows = Math.min(20, Math.max(2, asNumber(question.source.rows) ?? 4));
    const more = { ...limitOf(question), ...(placeholder ? { placeholder } : {}) };
    return withBeside(question, view, { control: "area", ...named(view), rows, ...more });
  },
};
