import { Link } from "@remix-run/react";
import type { GoalView } from "../../domain/goals/view.ts";
import { paths } from "../../paths.ts";
import { useTexts } from "../texts.ts";
import { GoalPathFigure } from "./goal-path.tsx";
import { GoalSentence } from "./goal-sentence.tsx";
import { VerdictChip } from "./verdict-chip.tsx";

/** A goal in the list: its sentence and how it stands at the left, its path at the right. */
export function GoalCard({ goal }: { goal: GoalView }) {
  const t = useTexts().goals;
  const { goalId, verdict, words, turns, evidence } = goal;
  const titleId = `goal-${goalId}`;
  return (
    <article className="card goal-card" aria-labelledby={titleId}>
      <div className="goal-card__words">
        <div className="goal-card__head">
          <h3 id={titleId}>
            <Link to={paths.goal(goalId)}>{words.title}</Link>
          </h3>
          <VerdictChip verdict={verdict}>{words.verdict}</VerdictChip>
        </div>
        <GoalSentence words={words} />
        {[...words.because, ...turns].map((line) => (
          <p key={line} className="goal-because">
            {line}
          </p>
        ))}
        {evidence ? (
          <p className="figure__base">
            {words.base} · <Link to={evidence.to}>{t.evidence(evidence.label)}</Link>
            {evidence.fictional ? ` (${t.fictional})` : null}
          </p>
        ) : null}
      </div>
      <div className="goal-card__path">
        <GoalPathFigure goal={goal} size="small" />
      </div>
    </article>
  );
}
