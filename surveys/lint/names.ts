import type { Definition } from "../definition.ts";
import { isTrue } from "../json.ts";
import { type Fault, fault } from "./fault.ts";

/**
 * The consent to being named (`nameConsent`) must be one plain yes or no: asked of the project as a whole, so not in a
 * group or table, and once. In rounds that are not named it changes nothing.
 */
export function lintNames({ source, questions, level }: Definition): Fault[] {
  const marked = questions.filter((question) => isTrue(question.source.nameConsent));
  return marked.flatMap((question, at) => {
    const { pointer, alias, type } = question;
    if (type !== "boolean" || !level.questions.includes(question)) {
      return [fault("error", "consent-unusable", pointer, { question: alias })];
    }
    const first = marked[0]?.alias ?? "";
    if (at > 0) return [fault("error", "consent-twice", pointer, { question: alias, first })];
    const isNamed = source.privacy === undefined || source.privacy === "named";
    return isNamed ? [] : [fault("warning", "consent-without-names", pointer, { question: alias })];
  });
}
