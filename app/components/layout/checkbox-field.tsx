import { type ReactNode, useId } from "react";
import { useField } from "./form-context.ts";

type CheckboxFieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  /** what is sent when it is ticked */
  value?: string;
  defaultChecked?: boolean;
};

/** One native checkbox with its label: a yes that somebody gives. For several of one kind take `ChoiceField`. */
export function CheckboxField({ name, label, hint, value = "yes", defaultChecked, ...own }: CheckboxFieldProps) {
  const base = useId();
  const { id, error } = useField(name, { id: `${base}-field`, error: own.error });
  const described = [hint ? `${base}-hint` : "", error ? `${base}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={error ? "field field--invalid" : "field"}>
      <label className="choice" htmlFor={id}>
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
        />
        <span>
          {label}
          {hint ? (
            <span className="field__hint" id={`${base}-hint`}>
              {" "}
              {hint}
            </span>
          ) : null}
        </span>
      </label>
      {error ? (
        <p className="field__error" id={`${base}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
