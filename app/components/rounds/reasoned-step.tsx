import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Fault } from "../../domain/problem.ts";
import { CheckedForm } from "../layout/checked-form.tsx";
import { FormField } from "../layout/form-field.tsx";
import { useTexts } from "../texts.ts";
import { useFieldErrors } from "./setup/use-faults.ts";

type ReasonedStepProps = {
  /** what the server refused, with what was typed */
  answer: { faults: Fault[]; reason: string } | undefined;
  longest: number;
  /** who will read the reason, and what does not belong there */
  hint: string;
  submit: string;
  isDangerous?: boolean;
  /** where to go without doing it */
  back: string;
  /** what will happen, above the field */
  children: ReactNode;
  /** what else will happen, beneath it */
  after?: ReactNode;
};

/** A step that is taken with a reason. */
export function ReasonedStep({ answer, longest, hint, submit, isDangerous, back, children, after }: ReasonedStepProps) {
  const { rounds, layout } = useTexts();
  const errors = useFieldErrors(answer?.faults);
  return (
    <CheckedForm errors={errors}>
      {children}
      <FormField
        name="reason"
        label={rounds.reason}
        hint={hint}
        control="textarea"
        textarea={{ rows: 3, maxLength: longest, required: true, defaultValue: answer?.reason }}
      />
      {after}
      <div className="actions">
        <button type="submit" className={`button ${isDangerous ? "button--danger" : "button--primary"}`}>
          {submit}
        </button>
        <Link className="button button--quiet" to={back}>
          {layout.form.cancel}
        </Link>
      </div>
    </CheckedForm>
  );
}
