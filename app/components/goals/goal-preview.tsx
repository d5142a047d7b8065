import type { GoalView } from "../../domain/goals/view.ts";
import { useTexts } from "../texts.ts";
import { GoalPathFigure } from "./goal-path.tsx";
import { GoalSentence } from "./goal-sentence.tsx";
import { VerdictChip } from "./verdict-chip.tsx";

/** How a goal would look that is not saved yet. */
export function GoalPreviewCard({ goal }: { goal: GoalView }) {
  const t = useTexts().goals.form;
  return (
    <section className="card goal-preview stack--close" aria-labelledby="goal-preview">
      <h2 id="goal-preview" tabIndex={-1}>
        {t.previewTitle}
      </h2>
      <p className="quiet" role="status">
        {t.previewNote}
      </p>
      <GoalBody goal={goal} />
    </section>
  );
}

/** Sentence, verdict and path of a goal. */
export function GoalBody({ goal }: { goal: GoalView }) {
  const { words, verdict, turns } = goal;
  return (
    <>
      <VerdictChip verdict={verdict}>{words.verdict}</VerdictChip>
      <GoalSentence words={words} />
      {[...words.because, ...turns].map((line) => (
        <p key={line} className="goal-because">
          {line}
        </p>
      ))}
      {words.base ? <p className="figure__base">{words.base}</p> : null}
      <GoalPathFigure goal={goal} size="large" />
    </>
  );
}
