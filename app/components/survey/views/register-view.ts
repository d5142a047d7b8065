import { type ComponentType, createElement } from "react";
import type { Question } from "survey-core";
import { ReactQuestionFactory } from "survey-react-ui";

/** Draws a type of question with a component of ours. The factory's own type calls the properties a string. */
export function registerView<P extends { question: Question }>(type: string, view: ComponentType<P>): void {
  ReactQuestionFactory.Instance.registerQuestion(type, (props) => createElement(view, props as unknown as P));
}
