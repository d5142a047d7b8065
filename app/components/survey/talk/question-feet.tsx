import { type ReactNode, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { AfterRenderQuestionEvent, Question, SurveyModel } from "survey-core";
import { placeOf } from "./places-here.ts";

/** Below each question of the page, inside its frame: a place for what we add to it. */
export function QuestionFeet({
  model,
  children,
}: {
  model: SurveyModel | undefined;
  children: (question: string, root: HTMLElement) => ReactNode;
}) {
  const [slots, setSlots] = useState<ReadonlyMap<string, HTMLElement>>(new Map());
  useEffect(() => {
    if (!model) return;
    const top = () => model.getAllQuestions().filter((question) => question.hasInput);
    const put = (question: Question, root: HTMLElement) => {
      const known = root.querySelector<HTMLElement>(":scope > .question-slot");
      const slot = known ?? document.createElement("div");
      slot.className = "question-slot";
      if (!known) root.append(slot);
      setSlots((before) => new Map(before).set(placeOf(question), slot));
    };
    const add = (_: unknown, { question, htmlElement }: AfterRenderQuestionEvent) => {
      if (top().includes(question)) put(question, htmlElement);
    };
    model.onAfterRenderQuestion.add(add);
    // The first page may be drawn already.
    for (const question of top()) {
      const root = document.getElementById(question.id);
      if (root) put(question, root);
    }
    return () => model.onAfterRenderQuestion.remove(add);
  }, [model]);
  return [...slots]
    .filter(([, slot]) => slot.isConnected)
    .map(([question, slot]) => createPortal(children(question, slot.parentElement as HTMLElement), slot, question));
}
