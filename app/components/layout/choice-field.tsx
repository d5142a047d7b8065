import { useId } from "react";

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

/** A group of native radio buttons or checkboxes under one legend. */
export function ChoiceField(props: ChoiceFieldProps) {
  const id = useId();
  const described = [props.hint ? `${id}-hint` : "", props.error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset
      className={props.error ? "choices field--invalid" : "choices"}
      aria-describedby={described || undefined}
      aria-invalid={props.error ? true : undefined}
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
      {props.error ? (
        <p className="field__error" id={`${id}-error`}>
          {props.error}
        </p>
      ) : null}
    </fieldset>
  );
}
