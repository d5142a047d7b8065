import { SurveyModel } from "survey-core";
import type { Definition } from "./definition.ts";
import { installGerman } from "./german-texts.ts";
import { asArray, asString, isObject, type JsonObject } from "./json.ts";
import { installLinearPatterns } from "./patterns.ts";
import { serverJson } from "./survey-json.ts";

installGerman();
installLinearPatterns();

/** Visible triggers show and hide by what was answered; assigning data does not run them. */
function runVisibleTriggers(survey: SurveyModel, triggers: readonly JsonObject[]): void {
  for (const trigger of triggers) {
    if (trigger.type !== "visible") continue;
    const met = holds(survey, trigger);
    for (const name of asArray(trigger.questions)) {
      const question = survey.getQuestionByName(String(name));
      if (question) question.visible = met;
    }
    for (const name of asArray(trigger.pages)) {
      const page = survey.getPageByName(String(name));
      if (page) page.visible = met;
    }
  }
}

/** The condition of a trigger, in new syntax (`expression`) or in v1's (`name`, `operator`, `value`). */
export function holds(survey: SurveyModel, trigger: JsonObject): boolean {
  const { name, operator, value } = trigger;
  const condition =
    asString(trigger.expression) ??
    `{${String(name)}} ${String(operator ?? "equal")} ${value === undefined ? "" : JSON.stringify(value)}`;
  return survey.runCondition(condition);
}

/** Gives a model of the definition that holds these answers; it is good until it is filled anew. */
type Fill = (answers: JsonObject, locale: "de" | "en") => SurveyModel;

const known = new WeakMap<Definition, Fill>();

/**
 * survey-core's models of a definition. One per language is kept and filled anew; with visible triggers, which leave
 * marks, every filling has its own.
 */
export function modelsOf(definition: Definition): Fill {
  const fill = known.get(definition) ?? createFill(definition);
  known.set(definition, fill);
  return fill;
}

function createFill(definition: Definition): Fill {
  const json = serverJson(definition.source);
  const triggers = asArray(definition.source.triggers).filter(isObject);
  const leavesMarks = triggers.some((trigger) => trigger.type === "visible");
  const kept = new Map<string, SurveyModel>();

  const modelFor = (locale: "de" | "en"): SurveyModel => {
    const before = kept.get(locale);
    if (before) return before;
    const survey = new SurveyModel(structuredClone(json));
    survey.locale = locale === "de" ? "" : locale;
    if (!leavesMarks) kept.set(locale, survey);
    return survey;
  };

  return (answers, locale) => {
    const survey = modelFor(locale);
    // Emptied first: carried-forward choices and panels of the answers before would hide values of these.
    survey.data = {};
    survey.data = structuredClone(answers);
    runVisibleTriggers(survey, triggers);
    return survey;
  };
}
