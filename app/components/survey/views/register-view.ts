import type { ReactElement } from "react";
import type { Question } from "survey-core";
import { ReactQuestionFactory } from "survey-react-ui";

type Draw = (props: { question: Question }) => ReactElement;
type Factory = { creatorHash: Record<string, Draw | undefined>; registerQuestion: (type: string, draw: Draw) => void };

const registered = new Set<string>();

/**
 * Draws a type of question with a component of ours, which gets what survey-react-ui itself would draw. Types whose part
 * is not loaded are left for the next time. True when the type has just been taken over.
 */
export function registerView(type: string, view: (question: Question, drawn: ReactElement) => ReactElement): boolean {
  // Its own type hides the list and calls the properties a string.
  const factory = ReactQuestionFactory.Instance as unknown as Factory;
  const draw = factory.creatorHash[type];
  if (!draw || registered.has(type)) return false;
  registered.add(type);
  factory.registerQuestion(type, (props) => view(props.question, draw(props)));
  return true;
}
