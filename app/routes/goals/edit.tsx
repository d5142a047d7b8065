import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { GoalClash } from "../../components/goals/goal-clash.tsx";
import { GoalForm } from "../../components/goals/goal-form.tsx";
import { GoalPreviewCard } from "../../components/goals/goal-preview.tsx";
import { MeasureForm } from "../../components/goals/measure-form.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { THEMES } from "../../domain/goals/check-goal.ts";
import { changeGoal, previewGoal, readGoalChoices } from "../../domain/goals/edit-goals.server.ts";
import { FORMULA_KINDS, itemsOf, unitOf } from "../../domain/goals/formula.ts";
import { goalInWords, historyInWords } from "../../domain/goals/in-words.ts";
import { judgeGoal } from "../../domain/goals/judge.ts";
import { type Goal, readGoal } from "../../domain/goals/read-goals.server.ts";
import { viewOf } from "../../domain/goals/view.ts";
import { Problem } from "../../domain/problem.ts";
import { type GoalTyped, readGoalForm, readMeasure } from "../../http/goal-form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.goals.form.editTitle);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "goal.edit");
    const { goal } = await readGoal(context.db, context.report, idOf(params.goalId));
    const asked = readMeasure(request);
    const { kind, questionnaire } = asked.kind || asked.questionnaire ? asked : goal.formula;
    const choices = await readGoalChoices(context.db, kind && questionnaire ? { kind, questionnaire } : null);
    const items = itemsOf(goal.formula);
    const own = choices.topics.find(
      ({ rows }) => items.length > 0 && items.every((item) => rows.some(({ key }) => key === item)),
    );
    return { goal, choices, chosen: { kind, questionnaire, topic: asked.topic ?? own?.key } };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "goal.edit");
    const goalId = idOf(params.goalId);
    const { typed, draft, reason } = await readGoalForm(request);
    if (typed.base === undefined) throw new Problem("invalid-request");
    const now = new Date();
    if (typed.intent === "preview") {
      const { goal: before } = await readGoal(context.db, context.report, goalId);
      const { faults, preview } = await previewGoal(context.db, context.report, { goalId, draft, before }, now);
      return data({ typed, faults, preview, theirs: null }, { status: preview ? 200 : 422 });
    }
    try {
      await changeGoal(context.db, goalId, { base: typed.base, draft, reason }, { actorId, now });
    } catch (error) {
      const clash = error instanceof Problem && error.code === "changed-since";
      if (!(error instanceof Problem) || !(clash || error.code === "invalid-goal")) throw error;
      // A refused action leaves the page as it was loaded: what the other person saved comes with the answer.
      const theirs = clash ? await readGoal(context.db, context.report, goalId) : null;
      return data({ typed, faults: error.faults, preview: null, theirs }, { status: error.status });
    }
    return redirect(paths.goal(goalId, { fertig: "geaendert" }));
  });
}

export default function EditGoal() {
  const { goal, chosen, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const theirs = answer?.theirs;
  const texts = useTexts();
  const t = texts.goals;
  const locale = useLocale();
  const read = useReader();
  const topic = choices.topics.find(({ key }) => key === chosen.topic) ?? null;
  const { kind, questionnaire } = chosen;
  const isReady = kind && questionnaire && (kind === "returns" || topic);
  return (
    <>
      <PageHead
        title={t.form.editTitle}
        trail={[
          { to: paths.goals(), label: t.title },
          { to: paths.goal(goal.goalId), label: read(goal.title) },
        ]}
        trailLabel={t.title}
      />
      <div className="stack">
        {theirs ? (
          <GoalClash
            author={theirs.goal.author}
            at={theirs.goal.at}
            words={goalInWords(theirs.goal, judgeGoal(theirs.goal, theirs.evidence), texts, locale)}
            steps={historyInWords(theirs.goal, texts, locale).filter(
              ({ number }) => number > (answer?.typed.base ?? 0),
            )}
          />
        ) : null}
        {answer?.preview ? (
          <GoalPreviewCard goal={viewOf(answer.preview.goal, answer.preview.evidence, texts, locale)} />
        ) : null}
        <MeasureForm choices={choices} chosen={chosen} kinds={FORMULA_KINDS} />
        {isReady ? (
          <GoalForm
            kind={kind}
            unit={unitOf({ kind })}
            questionnaire={questionnaire}
            topic={topic}
            typed={answer?.typed ?? typedOf(goal)}
            faults={answer?.faults ?? []}
            themes={THEMES}
            // After a clash whoever saves again has seen what was saved meanwhile.
            hidden={{ base: String(theirs?.goal.number ?? answer?.typed.base ?? goal.number) }}
            isChange
          >
            <Link className="button button--quiet" to={paths.goal(goal.goalId)}>
              {texts.layout.form.cancel}
            </Link>
          </GoalForm>
        ) : null}
      </div>
    </>
  );
}

/** A goal as its form shows it. */
function typedOf({ theme, title, sentence, direction, target, due, formula }: Goal): Partial<GoalTyped> {
  const number = (value: number) => String(Math.round(value * 1e6) / 1e6).replace(".", ",");
  return {
    ...{ theme, direction, due, title: title.de, titleEn: title.en, sentence: sentence.de, sentenceEn: sentence.en },
    target: number(unitOf(formula) === "share" ? target * 100 : target),
    rows: [...itemsOf(formula)],
    codes: "codes" in formula ? formula.codes : [],
    least: "least" in formula ? number(formula.least * 100) : "",
  };
}
