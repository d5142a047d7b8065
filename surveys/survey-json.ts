import { isObject, type JsonObject } from "./json.ts";

/**
 * Properties of a survey that weaken its validation (read-only modes, start pages, pages split by question, checks put off)
 * or that act on their own (timers, navigation, cookies, dropping values). On the server none of them applies.
 */
const presentation = new Set([
  "mode",
  "readOnly",
  "firstPageIsStarted",
  "firstPageIsStartPage",
  "questionsOnPageMode",
  "isSinglePage",
  "checkErrorsMode",
  "validationEnabled",
  "validationAllowComplete",
  "validationAllowSwitchPages",
  "ignoreValidation",
  "showPreviewBeforeComplete",
  "goNextPageAutomatic",
  "autoAdvanceEnabled",
  "allowCompleteSurveyAutomatic",
  "autoAdvanceAllowComplete",
  "maxTimeToFinish",
  "maxTimeToFinishPage",
  "timeLimit",
  "timeLimitPerPage",
  "showTimer",
  "showTimerPanel",
  "navigateToUrl",
  "navigateToUrlOnCondition",
  "cookieName",
  "locale",
  "clearInvisibleValues",
  "keepIncorrectValues",
  "triggers",
  "surveyPostId",
  "surveyShowDataSaving",
  "loadingHtml",
  "completedHtml",
  "completedBeforeHtml",
  "completedHtmlOnCondition",
  "logo",
]);

/** survey-core would call these addresses by itself. */
const fetching = new Set(["choicesByUrl"]);

const strip = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.filter((inner) => !(isObject(inner) && Object.keys(inner).length === 0)).map(strip);
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !fetching.has(key))
      .map(([key, inner]) => [key, strip(inner)]),
  );
};

/** The definition as survey-core gets it on the server: it fetches nothing, keeps every value and validates everything. */
export function serverJson(source: JsonObject): JsonObject {
  const kept = Object.entries(source).filter(([key]) => !presentation.has(key));
  return {
    ...(strip(Object.fromEntries(kept)) as JsonObject),
    clearInvisibleValues: "none",
    keepIncorrectValues: true,
  };
}
