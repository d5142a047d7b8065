import { Link } from "@remix-run/react";
import type { Goal } from "../../domain/goals/read-goals.server.ts";
import type { Fault } from "../../domain/problem.ts";
import { paths } from "../../paths.ts";
import { CheckedForm } from "../layout/checked-form.tsx";
import { FormField } from "../layout/form-field.tsx";
import { useTexts } from "../texts.ts";
import { useGoalErrors } from "./use-goal-errors.ts";

type EndGoalFormProps = { goal: Goal; typed: string; faults: readonly Fault[] };

/** Asks once more before a goal ends, or is taken up again; wants to know why. */
export function EndGoalForm({ goal, typed, faults }: EndGoalFormProps) {
  const texts = useTexts();
  const { ended: t, form } = texts.goals;
  const resumes = goal.ended;
  return (
    <section className={resumes ? "card stack--close" : "card card--attention stack--close"} aria-labelledby="goal-end">
      <h2 id="goal-end">{resumes ? t.resumeQuestion : t.question}</h2>
      <p>{resumes ? t.resumeText : t.text}</p>
      <CheckedForm errors={useGoalErrors(faults)}>
        <input type="hidden" name="intent" value={resumes ? "aufnehmen" : "beenden"} />
        <input type="hidden" name="base" value={goal.number} />
        <FormField
          name="reason"
          label={form.reason}
          hint={form.reasonHint}
          control="textarea"
          textarea={{ defaultValue: typed, rows: 2 }}
        />
        <div className="actions">
          <button type="submit" className={resumes ? "button button--primary" : "button button--danger"}>
            {resumes ? t.resumeConfirm : t.confirm}
          </button>
          <Link className="button button--quiet" to={paths.goal(goal.goalId)}>
            {texts.layout.form.cancel}
          </Link>
        </div>
      </CheckedForm>
    </section>
  );
}
