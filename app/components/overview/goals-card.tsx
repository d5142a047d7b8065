import { Link } from "@remix-run/react";
import type { GoalView } from "../../domain/goals/view.ts";
import { paths } from "../../paths.ts";
import { VerdictChip } from "../goals/verdict-chip.tsx";
import { useTexts } from "../texts.ts";

/** Every goal in one line: what it is, where it stands, and whether that is on the way. */
export function GoalsCard({ goals }: { goals: GoalView[] }) {
  const t = useTexts().overview.goals;
  return (
    <section className="card overview__wide" aria-labelledby="overview-goals">
      <h2 id="overview-goals">{t.title}</h2>
      <ul className="plain-list overview__goals">
        {goals.map(({ goalId, words, verdict }) => (
          <li key={goalId}>
            <Link to={paths.goal(goalId)}>{words.title}</Link>
            <span>
              {words.sentence ? <strong>{words.sentence.figure} · </strong> : null}
              {words.aim}
            </span>
            <VerdictChip verdict={verdict}>{words.verdict}</VerdictChip>
          </li>
        ))}
      </ul>
      <p className="overview__more">
        <Link to={paths.goals()}>{t.all}</Link>
      </p>
    </section>
  );
}
