import type { Question } from "survey-core";
import { type Texts, textsOf } from "../../../locales/index.ts";

/** The words of our own views, in the language of the survey that the question stands in. */
export function accessTexts(question: Question): Texts["responses"]["fill"]["access"] {
  return textsOf(question.getLocale() === "en" ? "en" : "de").responses.fill.access;
}
