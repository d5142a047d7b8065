import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { GoalForm } from "../../components/goals/goal-form.tsx";
import { GoalPreviewCard } from "../../components/goals/goal-preview.tsx";
import { MeasureForm } from "../../components/goals/measure-form.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useLocale, useTexts } from "../../components/texts.ts";
import { THEMES } from "../../domain/goals/check-goal.ts";
import { addGoal, previewGoal, readGoalChoices } from "../../domain/goals/edit-goals.server.ts";
import { FORMULA_KINDS, unitOf } from "../../domain/goals/formula.ts";
import { viewOf } from "../../domain/goals/view.ts";
import { type Fault, Problem } from "../../domain/problem.ts";
import { readGoalForm, readMeasure } from "../../http/goal-form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

/** The end of the network's present term. */
const DUE = "2028-12-31";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.goals.form.newTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "goal.edit");
    const chosen = readMeasure(request);
    const { kind, questionnaire } = chosen;
    const choices = await readGoalChoices(context.db, kind && questionnaire ? { kind, questionnaire } : null);
    return { chosen, choices, goalId: randomUUID() };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "goal.edit");
    const { typed, draft } = await readGoalForm(request);
    if (!typed.goalId) throw new Problem("invalid-request");
    const now = new Date();
    if (typed.intent === "preview") {
      const { faults, preview } = await previewGoal(context.db, context.report, { goalId: typed.goalId, draft }, now);
      return data({ typed, faults, preview }, { status: preview ? 200 : 422 });
    }
    try {
      await addGoal(context.db, typed.goalId, draft, { actorId, now });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // Where its id is taken by another goal it comes back under a new one, so that saving once more adds one of its own.
      const isTaken = error.code === "different-body";
      if (!isTaken && error.code !== "invalid-goal") throw error;
      const given = isTaken ? { ...typed, goalId: randomUUID() } : typed;
      const faults: Fault[] = isTaken ? [{ code: "different-body", path: "/title" }] : error.faults;
      return data({ typed: given, faults, preview: null }, { status: error.status });
    }
    return redirect(paths.goal(typed.goalId, { fertig: "angelegt" }));
  });
}

export default function NewGoal() {
  const { chosen, choices, goalId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const texts = useTexts();
  const t = texts.goals;
  const locale = useLocale();
  const topic = choices.topics.find(({ key }) => key === chosen.topic) ?? null;
  const { kind, questionnaire } = chosen;
  const isReady = kind && questionnaire && (kind === "returns" || topic);
  return (
    <>
      <PageHead title={t.form.newTitle} trail={[{ to: paths.goals(), label: t.title }]} trailLabel={t.title} />
      <div className="stack">
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
            typed={answer?.typed ?? { due: DUE }}
            faults={answer?.faults ?? []}
            themes={THEMES}
            hidden={{ goalId: answer?.typed.goalId ?? goalId }}
            isChange={false}
          />
        ) : null}
      </div>
    </>
  );
}
