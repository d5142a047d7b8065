import { useId } from "react";
import type { TreeCode } from "../../domain/coding/tree.ts";
import { useTexts } from "../texts.ts";

type CodeChoiceProps = {
  legend: string;
  hint?: string;
  tree: readonly TreeCode[];
  chosen: readonly string[];
  error?: string | undefined;
};

/** The tree of codes as checkboxes, each with its number and what belongs to it. */
export function CodeChoice({ legend, hint, tree, chosen, error }: CodeChoiceProps) {
  const t = useTexts().coding.desk;
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset
      className={error ? "choices code-tree field--invalid" : "choices code-tree"}
      aria-describedby={described || undefined}
    >
      <legend>{legend}</legend>
      {hint ? (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="field__error" id={`${id}-error`} role="alert">
          {error}
        </p>
      ) : null}
      {tree.map((code) => (
        <label key={code.id} className={code.level === 2 ? "choice code-tree__child" : "choice"}>
          <input type="checkbox" name="codes" value={code.id} defaultChecked={chosen.includes(code.id)} />
          <span>
            <span className="code-tree__number">{code.number}</span> {code.name}
            {code.description ? <span className="field__hint code-tree__text"> {code.description}</span> : null}
            {code.example ? <span className="field__hint code-tree__text"> {t.example(code.example)}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
