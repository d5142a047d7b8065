import type { MirrorPart } from "../../domain/mirror/part.ts";
import { useReader, useTexts } from "../texts.ts";
import { sectionAnchor } from "./address.ts";
import type { MirrorPage } from "./compare.ts";
import { QuestionCard } from "./question-card.tsx";

/** The questions of one section; on a page of its own it says which of how many. */
export function SectionQuestions({
  page: { name, title, questions },
  mirror,
}: {
  page: MirrorPage;
  mirror: MirrorPart;
}) {
  const { chosen, lastWave, view, sections } = mirror;
  const t = useTexts().mirror.sections;
  const read = useReader();
  const index = sections.findIndex((section) => section.name === name);
  const id = sectionAnchor(index);
  return (
    <section className="stack" aria-labelledby={id}>
      <div>
        {view.kind === "section" ? <p className="quiet">{t.at(index + 1, sections.length)}</p> : null}
        <h2 id={id} tabIndex={-1}>
          {read(title)}
        </h2>
      </div>
      {questions.map((question) => (
        <QuestionCard key={question.asked} question={question} breakdown={chosen} lastWave={lastWave} />
      ))}
    </section>
  );
}
