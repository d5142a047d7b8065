import { useId } from "react";
import { useField } from "./form-context.ts";

type ChoiceFieldProps = {
  type: "radio" | "checkbox";
  name: string;
  legend: string;
  hint?: string;
  error?: string;
  options: { value: string; label: string; hint?: string }[];
  /** codes chosen at first */
  defaultChosen?: readonly string[];
};

/** A group of native radio buttons or checkboxes under one legend. Within a `CheckedForm` the error comes from there. */
export function ChoiceField(props: ChoiceFieldProps) {
  const id = useId();
  const { id: own, error } = useField(props.name, { id, error: props.error });
  const described = [props.hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset
      className={error ? "choices field--invalid" : "choices"}
      id={own}
      tabIndex={-1}
      aria-describedby={described || undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend>{props.legend}</legend>
      {props.hint ? (
        <p className="field__hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      ) : null}
      {props.options.map((option) => (
        <label className="choice" key={option.value}>
          <input
            type={props.type}
            name={props.name}
            value={option.value}
            defaultChecked={props.defaultChosen?.includes(option.value)}
          />
          <span>
            {option.label}
            {option.hint ? <span className="field__hint"> {option.hint}</span> : null}
          </span>
        </label>
      ))}
      {error ? (
        <p className="field__error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
