import { type ComponentProps, type ReactNode, useId } from "react";
import { useField } from "./form-context.ts";

type FieldShell = {
  label: string;
  /** shown behind the label, e.g. "(freiwillig)" */
  optional?: string;
  hint?: ReactNode;
  error?: string;
};

type FormFieldProps = FieldShell & {
  name: string;
  control?: "input" | "textarea" | "select";
  /** the native element's own attributes: type, defaultValue, autoComplete, required, rows … */
  input?: ComponentProps<"input">;
  textarea?: ComponentProps<"textarea">;
  select?: ComponentProps<"select">;
  /** options of a select */
  children?: ReactNode;
};

/**
 * A labelled native control. Hint and error are tied to it by `aria-describedby`; it stays uncontrolled, so what was
 * typed survives a refusal when the action gives it back as `defaultValue`. A day is `input={{ type: "date" }}`.
 * Within a `CheckedForm` the error comes from there.
 */
export function FormField(props: FormFieldProps) {
  const id = useId();
  const { id: inForm, error } = useField(props.name, { id: `${id}-field`, error: props.error });
  const own = props.input?.id ?? props.textarea?.id ?? props.select?.id ?? inForm;
  const described = [props.hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  const shared = {
    id: own,
    name: props.name,
    "aria-describedby": described || undefined,
    "aria-invalid": error ? true : undefined,
  };
  return (
    <div className={error ? "field field--invalid" : "field"}>
      <label className="field__label" htmlFor={own}>
        {props.label} {props.optional ? <span className="field__optional">{props.optional}</span> : null}
      </label>
      {props.hint ? (
        <p className="field__hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      ) : null}
      {props.control === "textarea" ? (
        <textarea {...props.textarea} {...shared} />
      ) : props.control === "select" ? (
        <select {...props.select} {...shared}>
          {props.children}
        </select>
      ) : (
        <input type="text" {...props.input} {...shared} />
      )}
      {error ? (
        <p className="field__error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
