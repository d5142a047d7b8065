import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { GoalCard } from "../../components/goals/goal-card.tsx";
import { VerdictRule } from "../../components/goals/verdict-rule.tsx";
import { VERDICTS_IN_ORDER } from "../../components/goals/verdicts.ts";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { PrintButton } from "../../components/print-button.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { usePacked } from "../../components/use-packed.ts";
import { THEMES } from "../../domain/goals/check-goal.ts";
import { readGoals } from "../../domain/goals/read-goals.server.ts";
import { viewOf } from "../../domain/goals/view.ts";
import { pack } from "../../domain/report/packed.ts";
import { maySomewhere } from "../../domain/viewer.ts";
import { formatCount, formatList } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const meta = titled((t) => t.goals.title);

export const handle: Handle = { drawnOnce: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "goal.read");
    return pack({ ...(await readGoals(context.db, context.report)), edits: maySomewhere(viewer, "goal.edit") });
  });
}

export default function GoalsPage() {
  const { goals, evidence, edits } = usePacked<typeof loader>();
  const texts = useTexts();
  const t = texts.goals;
  const locale = useLocale();
  const read = useReader();
  const current = goals.filter(({ ended }) => !ended);
  const views = current.map((goal) => ({ theme: goal.theme, view: viewOf(goal, evidence, texts, locale) }));
  const ended = goals.filter((goal) => goal.ended);
  const parts = VERDICTS_IN_ORDER.flatMap((verdict) => {
    const n = views.filter(({ view }) => view.verdict === verdict).length;
    return n > 0 ? [t.part(formatCount(n, locale), t.verdicts[verdict])] : [];
  });
  return (
    <>
      <PageHead
        title={t.title}
        subtitle={t.subtitle}
        actions={
          <>
            <a className="button" href={paths.goalsFile()} download>
              {t.csv}
            </a>
            <PrintButton>{t.print}</PrintButton>
            {edits ? (
              <Link className="button button--primary" to={paths.newGoal()}>
                {t.new}
              </Link>
            ) : null}
          </>
        }
      />
      <div className="stack">
        {views.length === 0 ? (
          <EmptyState title={t.empty.title} text={t.empty.text} />
        ) : (
          <p className="sentence">{t.summary(t.count(views.length), formatList(parts, locale))}</p>
        )}
        {THEMES.map((theme) => {
          const own = views.filter((one) => one.theme === theme);
          if (own.length === 0) return null;
          return (
            <section key={theme} className="stack--close" aria-labelledby={`goals-${theme}`}>
              <h2 id={`goals-${theme}`}>{t.themes[theme]}</h2>
              {own.map(({ view }) => (
                <GoalCard key={view.goalId} goal={view} />
              ))}
            </section>
          );
        })}
        {ended.length > 0 ? (
          <section className="card stack--close" aria-labelledby="goals-ended">
            <h2 id="goals-ended">{t.ended.title}</h2>
            <ul>
              {ended.map(({ goalId, title }) => (
                <li key={goalId}>
                  <Link to={paths.goal(goalId)}>{read(title)}</Link>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <VerdictRule />
      </div>
    </>
  );
}
