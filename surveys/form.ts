import {
  type Question as CoreQuestion,
  Helpers,
  type ItemValue,
  type PageModel,
  type PanelModel,
  QuestionExpressionModel,
  QuestionHtmlModel,
  QuestionImageModel,
  QuestionMatrixDropdownModelBase,
  QuestionMatrixModel,
  QuestionMultipleTextModel,
  QuestionPanelDynamicModel,
  QuestionSelectBase,
  type SurveyModel,
} from "survey-core";
import { codeOf } from "./choices.ts";
import type { Definition } from "./definition.ts";
import { isEmpty, type JsonObject } from "./json.ts";
import { cleanHtml } from "./lint/html.ts";
import type { PlainOption, Shown } from "./plain/control.ts";
import { quietly } from "./quiet.ts";
import { modelsOf } from "./server-model.ts";

/** A page that is asked now, with how far it is. `name` is that of the definition. */
export type FormPage = { name: string; title: string; asked: number; answered: number };

/** The pages that are shown for these answers, and all that is shown on one of them. */
export type Form = {
  pages: FormPage[];
  /** undefined where that page is not shown, or does not exist */
  page: { name: string; title: string; hint?: string; questions: Shown[] } | undefined;
};

export type FormOptions = { locale: "de" | "en"; page: string; seed: string };

/**
 * Asks survey-core which pages, questions, rows and choices the definition's conditions show for these answers, in the
 * language asked for. The answers must have passed the kinds. `seed` decides the order of choices that stand in random order.
 */
export function formOf(definition: Definition, answers: JsonObject, { locale, page, seed }: FormOptions): Form {
  return quietly(() => {
    const survey = modelsOf(definition)(answers, locale);
    const pages = survey.visiblePages as PageModel[];
    const shown = pages.find((one) => one.name === page);
    return {
      pages: pages.map(progressOf),
      page: shown && {
        name: shown.name,
        title: wordsOf(shown.locTitle) || shown.name,
        ...hintOf(shown.locDescription),
        questions: questionsIn(shown).map((question) => shownOf(question, survey, seed)),
      },
    };
  });
}

function progressOf(page: PageModel): FormPage {
  const asked = page.questions.filter((question: CoreQuestion) => question.isVisible && question.hasInput);
  const answered = asked.filter((question: CoreQuestion) => !question.isEmpty());
  return {
    name: page.name,
    title: wordsOf(page.locTitle) || page.name,
    asked: asked.length,
    answered: answered.length,
  };
}

type Words = { renderedHtml?: string };
const wordsOf = (words: Words | undefined): string => words?.renderedHtml?.trim() ?? "";
const hintOf = (words: Words | undefined): { hint?: string } => (wordsOf(words) ? { hint: wordsOf(words) } : {});

/** Visible questions in their order; those of panels and of chosen choices stand where they are. */
function questionsIn(page: PageModel | PanelModel): CoreQuestion[] {
  return (page.elements as unknown as (CoreQuestion | PanelModel)[]).flatMap((element): CoreQuestion[] => {
    if (!element.isVisible) return [];
    if (element.isPanel) return questionsIn(element as PanelModel);
    const question = element as CoreQuestion;
    if (!(question instanceof QuestionSelectBase)) return [question];
    const open = question.choices.filter((choice) => choice.hasElements && question.isItemSelected(choice));
    return [question, ...open.flatMap((choice) => questionsIn(choice.panel))];
  });
}

function shownOf(question: CoreQuestion, survey: SurveyModel, seed: string): Shown {
  const shown: Shown = {
    alias: question.name,
    title: wordsOf(question.locTitle) || question.name,
    ...hintOf(question.locDescription),
    required: question.isRequired,
    texts: textsOf(question),
  };
  const fields = (list: readonly CoreQuestion[]) =>
    list.filter((one) => one.isVisible).map((one) => shownOf(one, survey, seed));
  if (question instanceof QuestionHtmlModel) {
    shown.html = cleanHtml(piped(question.locHtml.pureText ?? "", survey));
  } else if (question instanceof QuestionImageModel) {
    const source = question.imageLink ?? "";
    if (/^(data:image\/|\/(?!\/))/.test(source)) shown.image = { source, alt: question.altText || shown.title };
  } else if (question instanceof QuestionExpressionModel) {
    shown.fixed = inWords(question);
  } else if (question instanceof QuestionMatrixModel) {
    shown.rows = question.visibleRows.map((row) => ({ name: String(row.name), label: row.text, fields: [] }));
  } else if (question instanceof QuestionMatrixDropdownModelBase) {
    const rows = question.getType() === "matrixdropdown" ? question.allRows.filter((row) => row.isVisible) : [];
    shown.rows = rows.map((row) => {
      const cells = row.cells.filter((cell) => cell.question?.isVisible);
      const asked = cells.map((cell) => ({
        ...shownOf(cell.question, survey, seed),
        // A cell would name its row and its column.
        title: wordsOf(cell.column.locTitle) || cell.column.name,
      }));
      const details = fields((row.detailPanel?.questions ?? []) as CoreQuestion[]);
      return { name: String(row.rowName), label: row.text, fields: [...asked, ...details] };
    });
  } else if (question instanceof QuestionMultipleTextModel) {
    const editors = question.items.map((item) => item.editor as CoreQuestion);
    shown.rows = [{ name: "", label: "", fields: fields(editors) }];
  } else if (question instanceof QuestionPanelDynamicModel) {
    shown.entries = question.panels.map((panel) => ({
      label: wordsOf(panel.locTitle),
      fields: questionsIn(panel).map((one) => shownOf(one, survey, seed)),
    }));
  } else if (question instanceof QuestionSelectBase) {
    shown.choices = choicesOf(question, seed);
  }
  const holds = shown.rows ?? shown.entries;
  if (question.isReadOnly && question.hasInput && !holds) shown.fixed = inWords(question);
  return shown;
}

/** The answer in words; a dash where there is none. */
const inWords = (question: CoreQuestion): string => {
  const value: unknown = question.displayValue;
  return isEmpty(value) ? "–" : typeof value === "object" ? Object.values(value as object).join(", ") : String(value);
};

function textsOf(question: CoreQuestion): Shown["texts"] {
  const read = (...names: string[]): string | undefined => {
    for (const name of names) {
      const words = wordsOf((question as unknown as Record<string, Words | undefined>)[name]);
      if (words) return words;
    }
    return undefined;
  };
  const given = {
    other: read("locOtherText"),
    otherPlaceholder: read("locOtherPlaceholder"),
    comment: read("locCommentText"),
    commentPlaceholder: read("locCommentPlaceholder"),
    placeholder: read("locPlaceholder"),
    add: read("locAddPanelText"),
    remove: read("locRemovePanelText"),
    none: read("locNoEntriesText"),
  };
  return Object.fromEntries(Object.entries(given).filter(([, words]) => words !== undefined));
}

/** Visible choices. Those in random order stand in an order of their own in every questionnaire, and always in that. */
function choicesOf(question: QuestionSelectBase, seed: string): PlainOption[] {
  const own = new Set<ItemValue>(question.choices);
  const visible = question.visibleChoices as ItemValue[];
  const random = question.choicesOrder === "random";
  const place = (choice: ItemValue) => placeOf(`${seed} ${question.name} ${String(choice.value)}`);
  const listed = visible.filter((choice) => !random || own.has(choice));
  const special = visible.filter((choice) => !listed.includes(choice));
  const ordered = random ? [...listed].sort((a, b) => place(a) - place(b)) : listed;
  return [...ordered, ...special].map((choice) => ({
    value: codeOf(choice.value),
    label: wordsOf(choice.locText) || String(choice.value),
    ...(typeof choice.value === "string" ? {} : { raw: choice.value as unknown }),
  }));
}

/** A number that looks like chance and is always the same for the same text (FNV-1a). */
function placeOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  // The last characters differ least; they are spread once more.
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
}

/** Answers that stand in a text as `{name}`, as text: they are not ours, and may look like HTML. */
function piped(html: string, survey: SurveyModel): string {
  return html.replaceAll(/\{[^{}<>]{1,200}\}/g, (name) => {
    const words = survey.processText(name, true);
    return words === name ? name : Helpers.isValueEmpty(words) ? "" : escaped(words);
  });
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
