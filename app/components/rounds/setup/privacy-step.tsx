import type { DisclosureRule } from "../../../domain/disclosure/rule.ts";
import type { Fault } from "../../../domain/problem.ts";
import type { PrivacyTyped } from "../../../http/round-form.server.ts";
import { CheckboxField } from "../../layout/checkbox-field.tsx";
import { CheckedForm } from "../../layout/checked-form.tsx";
import { useField } from "../../layout/form-context.ts";
import { useTexts } from "../../texts.ts";
import { WhoSees } from "../../who-sees.tsx";
import { useFieldErrors } from "./use-faults.ts";

type Rules = { standard: DisclosureRule; strict: DisclosureRule };

type PrivacyStepProps = {
  typed: PrivacyTyped;
  who: "project" | "person";
  rules: Rules;
  faults?: Fault[];
  back: React.ReactNode;
};

/** How the answers are protected, with the very words that respondents read. */
export function PrivacyStep({ typed, who, rules, faults, back }: PrivacyStepProps) {
  const t = useTexts().roundSetup;
  return (
    <CheckedForm className="form privacy-form" errors={useFieldErrors(faults)}>
      <PrivacyCards chosen={typed.privacy} who={who} rules={rules} />
      <CheckboxField name="strict" label={t.privacy.strict} hint={t.privacy.strictHint} defaultChecked={typed.strict} />
      <div className="actions">
        {back}
        <button type="submit" className="button button--primary">
          {t.next(t.steps.summary)}
        </button>
      </div>
    </CheckedForm>
  );
}

type PrivacyCardsProps = { chosen: string; who: "project" | "person"; rules: Rules };

function PrivacyCards({ chosen, who, rules }: PrivacyCardsProps) {
  const t = useTexts().roundSetup.privacy;
  const { id, error } = useField("privacy", { id: "privacy" });
  const kinds =
    who === "project" ? (["confidential", "named", "anonymous"] as const) : (["confidential", "anonymous"] as const);
  return (
    <fieldset
      className={error ? "choices privacy-cards field--invalid" : "choices privacy-cards"}
      id={id}
      tabIndex={-1}
      aria-describedby={error ? `${id}-intro ${id}-error` : `${id}-intro`}
      aria-invalid={error ? true : undefined}
    >
      <legend>{t.legend}</legend>
      <p className="field__hint" id={`${id}-intro`}>
        {t.intro}
      </p>
      {kinds.map((kind) => (
        <div className="card privacy-card" key={kind}>
          <label className="choice">
            <input type="radio" name="privacy" value={kind} defaultChecked={kind === chosen} />
            <span>
              <strong>{t.options[kind]}</strong> <span className="field__hint">{t.hints[kind]}</span>
            </span>
          </label>
          <div className="privacy-card__text">
            <p className="quiet">{t.readers}:</p>
            <div className="privacy-card__standard">
              <WhoSees privacy={kind} who={who} rule={rules.standard} />
            </div>
            <div className="privacy-card__strict">
              <WhoSees privacy={kind} who={who} rule={rules.strict} />
            </div>
          </div>
        </div>
      ))}
      {error ? (
        <p className="field__error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
