import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ChartPlaceContext } from "../../components/charts/chart-place.ts";
import { EndGoalForm } from "../../components/goals/end-goal-form.tsx";
import { FormulaCard } from "../../components/goals/formula-card.tsx";
import { GoalClash } from "../../components/goals/goal-clash.tsx";
import { GoalHistory } from "../../components/goals/goal-history.tsx";
import { GoalBody } from "../../components/goals/goal-preview.tsx";
import { VerdictRule } from "../../components/goals/verdict-rule.tsx";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { DecideLink } from "../../components/measures/decide-link.tsx";
import { useLocale, useTexts } from "../../components/texts.ts";
import { endGoal } from "../../domain/goals/edit-goals.server.ts";
import { historyInWords } from "../../domain/goals/in-words.ts";
import { readGoal } from "../../domain/goals/read-goals.server.ts";
import { goalSource, viewOf } from "../../domain/goals/view.ts";
import { Problem } from "../../domain/problem.ts";
import { maySomewhere } from "../../domain/viewer.ts";
import { textIn } from "../../format.ts";
import { parseForm, TYPED_CHARS } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;

const DONE = ["angelegt", "geaendert"] as const;
const STEPS = ["beenden", "aufnehmen"] as const;

const schema = z.strictObject({
  intent: z.enum(STEPS),
  base: z.coerce.number().int().positive().max(1e6),
  reason: z.string().max(TYPED_CHARS).default(""),
});

export const meta = titled<Loaded>((t, loaded, locale) => (loaded ? textIn(loaded.goal.title, locale) : t.goals.title));

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "goal.read");
    const search = new URL(request.url).searchParams;
    const edits = maySomewhere(viewer, "goal.edit");
    return {
      ...(await readGoal(context.db, context.report, idOf(params.goalId))),
      edits,
      plans: maySomewhere(viewer, "measure.edit"),
      done: DONE.find((one) => one === search.get("fertig")) ?? null,
      step: edits ? (STEPS.find((one) => one === search.get("schritt")) ?? null) : null,
    };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "goal.edit");
    const goalId = idOf(params.goalId);
    const { intent, base, reason } = await parseForm(request, schema);
    try {
      const change = { base, reason: reason.trim(), ended: intent === "beenden" };
      await endGoal(context.db, goalId, change, { actorId, now: new Date() });
    } catch (error) {
      const clash = error instanceof Problem && error.code === "changed-since";
      if (!(error instanceof Problem) || !(clash || error.code === "invalid-goal")) throw error;
      // A refused action leaves the page as it was loaded: what the other person saved comes with the answer.
      const theirs = clash ? await readGoal(context.db, context.report, goalId) : null;
      return data({ reason, base, faults: error.faults, theirs }, { status: error.status });
    }
    return redirect(paths.goal(goalId, { fertig: "geaendert" }));
  });
}

export default function GoalPage() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const theirs = refused?.theirs;
  const { edits, plans, done, step } = loaded;
  const { goal, evidence } = theirs ?? loaded;
  const texts = useTexts();
  const t = texts.goals;
  const locale = useLocale();
  const view = viewOf(goal, evidence, texts, locale);
  const source = goalSource(goal, evidence, texts, locale);
  const isAsked = step === (goal.ended ? "aufnehmen" : "beenden");
  return (
    <>
      <PageHead
        title={view.words.title}
        subtitle={goal.ended ? t.ended.note : t.themes[goal.theme]}
        trail={[{ to: paths.goals(), label: t.title }]}
        trailLabel={t.title}
        actions={
          edits && !goal.ended ? (
            <Link className="button button--primary" to={paths.editGoal(goal.goalId)}>
              {t.edit}
            </Link>
          ) : undefined
        }
      />
      <div className="stack">
        {done ? (
          <Notice kind="good" live="status">
            <p>{t.done[done]}</p>
          </Notice>
        ) : null}
        {theirs ? (
          <GoalClash
            author={goal.author}
            at={goal.at}
            words={view.words}
            steps={historyInWords(goal, texts, locale).filter(({ number }) => number > (refused?.base ?? 0))}
          />
        ) : null}
        {isAsked ? <EndGoalForm goal={goal} typed={refused?.reason ?? ""} faults={refused?.faults ?? []} /> : null}
        <section className="card figure goal-page" aria-label={view.words.title}>
          <ChartPlaceContext.Provider value={source ? { source } : {}}>
            <GoalBody goal={view} />
          </ChartPlaceContext.Provider>
          {view.evidence ? (
            <p className="figure__base">
              <Link to={view.evidence.to}>{t.evidence(view.evidence.label)}</Link>
              {view.evidence.fictional ? ` (${t.fictional})` : null}
            </p>
          ) : null}
          {plans && view.evidence && view.evidence.items.length > 0 ? (
            <DecideLink {...view.evidence} about={view.words.title} />
          ) : null}
        </section>
        <FormulaCard formula={view.words.formula} />
        <VerdictRule />
        <GoalHistory steps={historyInWords(goal, texts, locale)} />
        {edits && !isAsked ? (
          <p className="no-print">
            <Link to={paths.goal(goal.goalId, { schritt: goal.ended ? "aufnehmen" : "beenden" })}>
              {goal.ended ? t.ended.resume : t.ended.end}
            </Link>
          </p>
        ) : null}
      </div>
    </>
  );
}
