import { type PageModel, SurveyModel, settings } from "survey-core";
import { installGerman } from "#surveys/german-texts.ts";
import type { JsonObject } from "#surveys/json.ts";
import { type Locale, textsOf } from "../../locales/index.ts";
import { makeAccessible } from "./accessible-survey.ts";
import { countFaulty } from "./page-errors.ts";
import "./steady-lists.ts";

installGerman();
// Our page title is the h1; questions and panels follow below it.
settings.titleTags = { ...settings.titleTags, survey: "h1", page: "h1", panel: "h2", question: "h2" };

export type PageState = { name: string; title: string; answered: number; asked: number; hasErrors: boolean };

/** The form in the browser: no navigation, titles or progress of its own, and nothing that drops a value. */
export function createSurveyModel(source: JsonObject, answers: JsonObject, locale: Locale): SurveyModel {
  const model = new SurveyModel(source);
  model.locale = locale;
  model.showNavigationButtons = false;
  model.showTitle = false;
  model.showPageTitles = false;
  model.showProgressBar = false;
  model.clearInvisibleValues = "none";
  model.focusFirstQuestionAutomatic = false;
  model.textUpdateMode = "onTyping";
  model.data = answers;
  makeAccessible(model, textsOf(locale).responses.fill.access);
  // The variables of its theme come with our stylesheet; survey-core would write style elements, which our policy forbids.
  model.generateStylesheet = false;
  return model;
}

/** How far each visible page is. Texts and pictures without an answer do not count. */
export function pageStates(model: SurveyModel): PageState[] {
  return model.visiblePages.map((page: PageModel) => {
    const asked = page.questions.filter((question) => question.isVisible && question.hasInput);
    return {
      name: page.name,
      title: page.locTitle.renderedHtml || page.name,
      asked: asked.length,
      answered: asked.filter((question) => !question.isEmpty()).length,
      hasErrors: countFaulty(page) > 0,
    };
  });
}
