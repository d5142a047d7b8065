import type { ReactNode } from "react";
import type { MirrorPart } from "../../domain/mirror/part.ts";
import { useReader, useTexts } from "../texts.ts";
import { sectionAnchor } from "./address.ts";
import type { MirrorPage } from "./compare.ts";
import { QuestionCard } from "./question-card.tsx";

type SectionQuestionsProps = { page: MirrorPage; index: number; mirror: MirrorPart; children?: ReactNode };

/** The questions of one section; on a page of its own it says which of how many. `children` stand before the questions. */
export function SectionQuestions({ page: { title, questions }, index, mirror, children }: SectionQuestionsProps) {
  const { chosen, lastWave, view, sections } = mirror;
  const t = useTexts().mirror.sections;
  const read = useReader();
  const id = sectionAnchor(index);
  return (
    <section className="stack" aria-labelledby={id}>
      <div>
        {view.kind === "section" ? <p className="quiet">{t.at(index + 1, sections.length)}</p> : null}
        <h2 id={id} tabIndex={-1}>
          {read(title)}
        </h2>
      </div>
      {children}
      {questions.map((question) => (
        <QuestionCard key={question.asked} question={question} breakdown={chosen} lastWave={lastWave} />
      ))}
    </section>
  );
}
