import { shapesOf } from "../fields/shape.ts";
import { segment } from "../json.ts";
import type { Code, Text } from "../model.ts";
import type { Level, Question } from "../question.ts";
import type {
  Area,
  Line,
  NeedsScript,
  OneOf,
  PlainControl,
  PlainInput,
  PlainOption,
  PlainView,
  Shown,
  SomeOf,
} from "./control.ts";

/** Pieces that several kinds describe their plain form with. */

const wordsIn = (text: Text, locale: "de" | "en"): string => (locale === "en" ? (text.en ?? text.de) : text.de);

export const named = ({ shown, path }: PlainView) => ({
  path,
  label: shown.title,
  ...(shown.hint ? { hint: shown.hint } : {}),
  ...(shown.required ? { required: true } : {}),
});

export const needsScript = (view: PlainView): NeedsScript => ({ control: "script", ...named(view) });

/** The field that keeps the text of "other", or the comment, beside a value. */
const besidePath = (path: string) => `${path}-Comment`;

export const optionOf = (code: Code & { raw?: unknown }, locale: "de" | "en"): PlainOption => ({
  value: code.code,
  label: wordsIn(code.label, locale),
  ...(code.raw === undefined ? {} : { raw: code.raw }),
  ...(code.missing ? { missing: true } : {}),
});

/** The options as they are shown now. */
export function optionsOf(question: Question, { shown, locale }: PlainView): PlainOption[] {
  if (!shown.choices) return question.choices.map((choice) => optionOf(choice, locale));
  const missing = new Set(question.choices.filter((choice) => choice.missing).map((choice) => choice.code));
  return shown.choices.map((option) => (missing.has(option.value) ? { ...option, missing: true } : option));
}

/** Text fields for "other" and for the question's own comment; they share one field, as in SurveyJS. */
export function besideOf(question: Question, { shown, path }: PlainView): (Line | Area)[] | undefined {
  const most = question.survey.maxCommentLength;
  const limit = most > 0 ? { maxLength: most } : {};
  const { texts } = shown;
  if (question.commented) {
    const placeholder = texts.commentPlaceholder ? { placeholder: texts.commentPlaceholder } : {};
    return [{ control: "area", path: besidePath(path), label: texts.comment ?? "", rows: 3, ...limit, ...placeholder }];
  }
  if (question.other !== "beside") return undefined;
  const placeholder = texts.otherPlaceholder ? { placeholder: texts.otherPlaceholder } : {};
  const label = texts.other ?? "";
  return [
    { control: "line", path: besidePath(path), label, inputType: "text", number: false, ...limit, ...placeholder },
  ];
}

/** Adds the text fields beside a value, where the question has such. */
export function withBeside<C extends PlainInput>(question: Question, view: PlainView, control: C): C {
  const beside = besideOf(question, view);
  return beside ? { ...control, beside } : control;
}

/** Choices whose list is not known here, that bring texts of their own or are the text of "other" itself. */
const isFree = (question: Question): boolean =>
  question.open ||
  question.other === "value" ||
  typeof question.source.valuePropertyName === "string" ||
  question.choices.some((choice) => choice.commented || typeof choice.raw === "object");

/** One of the choices, as radio buttons or as a list to open. */
export function oneOf(question: Question, view: PlainView, control: OneOf["control"]): PlainControl {
  if (isFree(question)) return needsScript(view);
  return withBeside(question, view, { control, ...named(view), options: optionsOf(question, view) });
}

/** Any number of the choices: each code a field of its own. */
export function someOf(question: Question, view: PlainView): PlainControl {
  if (isFree(question) || question.kind.shape?.(question).of !== "codes") return needsScript(view);
  const options = optionsOf(question, view).map((option) => ({ ...option, path: codePath(view.path, option.value) }));
  return withBeside(question, view, { control: "checkboxes", ...named(view), options } satisfies SomeOf);
}

/** The field of one code of a multiple choice. */
const codePath = (path: string, code: string): string => `${path}/=${segment(code)}`;

/** The controls of those questions of a level that are shown; two of one name are asked once. */
export function plainFields(
  level: Level,
  shown: readonly Shown[],
  under: string,
  view: Pick<PlainView, "locale" | "entries">,
): PlainControl[] {
  const asked = new Set<string>();
  return shown.flatMap((one): PlainControl[] => {
    const question = level.questions.find((candidate) => candidate.alias === one.alias);
    if (!question) return [];
    const path = under === "" ? segment(question.name) : `${under}/${segment(question.name)}`;
    if (asked.has(path)) return [];
    asked.add(path);
    const whole: PlainView = { shown: one, path, locale: view.locale, entries: view.entries };
    // An answer that comes apart elsewhere, but is kept whole here: by a double name, or for the length of its names.
    const comesApart = (question.kind.shape?.(question).of ?? "value") !== "value";
    if (comesApart && shapesOf(level).get(question.name)?.of === "value") return [needsScript(whole)];
    return [plainOf(question, whole)];
  });
}

/** The plain form of one question. Answers that cannot be changed are shown in words. */
function plainOf(question: Question, view: PlainView): PlainControl {
  if (view.shown.fixed !== undefined) return { control: "words", ...named(view), text: view.shown.fixed };
  return question.kind.plain?.(question, view) ?? needsScript(view);
}
