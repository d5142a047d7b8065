import { useId } from "react";
import type { Fault } from "../../../domain/problem.ts";
import type { AudienceChoices } from "../../../domain/rounds/read-setup.server.ts";
import { formatCount } from "../../../format.ts";
import type { AudienceTyped } from "../../../http/round-form.server.ts";
import { CheckedForm } from "../../layout/checked-form.tsx";
import { ChoiceField } from "../../layout/choice-field.tsx";
import { Notice } from "../../layout/notice.tsx";
import { useLocale, useTexts } from "../../texts.ts";
import { ProjectPicker } from "./project-picker.tsx";
import { useFaultText, useFieldErrors } from "./use-faults.ts";

export type Counted = { projects: number; faults: Fault[] };

type AudienceStepProps = {
  choices: AudienceChoices;
  typed: AudienceTyped;
  faults?: Fault[];
  /** what the button "Zählen" found */
  counted?: Counted;
  back: React.ReactNode;
};

/** Who is asked. What belongs to one kind of choice shows when that kind is chosen, also without JavaScript. */
export function AudienceStep({ choices, typed, faults, counted, back }: AudienceStepProps) {
  const t = useTexts().roundSetup;
  const locale = useLocale();
  const kinds = ["all", "attributes", "projects", "link"] as const;
  const hints: Partial<Record<string, string>> = {
    all: `(${t.audience.allHint(formatCount(choices.projects.length, locale))})`,
  };
  return (
    <CheckedForm
      className="form audience-form"
      errors={useFieldErrors(faults, { audience: "kind", attributes: "kind", projects: "kind" })}
    >
      <ChoiceField
        type="radio"
        name="kind"
        legend={t.audience.legend}
        defaultChosen={[typed.kind]}
        options={kinds.map((kind) => ({ value: kind, label: t.audience.kinds[kind], hint: hints[kind] }))}
      />
      {/* The enter key takes the first button of a form: it counts and saves nothing. */}
      <button type="submit" name="intent" value="count" className="visually-hidden" tabIndex={-1} aria-hidden="true">
        {t.audience.count}
      </button>
      <div className="audience-form__part audience-form__part--attributes stack--close">
        <p className="quiet">{t.audience.attributesHint}</p>
        <div className="attribute-choices">
          {choices.attributes.map(({ attribute, values }) => (
            <AttributeField
              key={attribute}
              attribute={attribute}
              values={values}
              chosen={typed.attributes[attribute] ?? []}
            />
          ))}
        </div>
      </div>
      <div className="audience-form__part audience-form__part--projects">
        <ProjectPicker projects={choices.projects} chosen={typed.projects} q={typed.q} />
      </div>
      <p className="audience-form__part audience-form__part--link quiet">{t.audience.linkHint}</p>
      {counted ? <CountedNotice counted={counted} /> : null}
      <div className="actions">
        {back}
        <button type="submit" className="button" name="intent" value="count">
          {t.audience.count}
        </button>
        <button type="submit" className="button button--primary" name="intent" value="save">
          {t.next(t.steps.times)}
        </button>
      </div>
    </CheckedForm>
  );
}

type AttributeFieldProps = AudienceChoices["attributes"][number] & { chosen: readonly string[] };

function AttributeField({ attribute, values, chosen }: AttributeFieldProps) {
  const t = useTexts();
  const locale = useLocale();
  const id = useId();
  const labels = t.attributes.codes[attribute] ?? {};
  return (
    <details className="card attribute-choice" open={chosen.length > 0}>
      <summary id={id}>
        {t.attributes.names[attribute] ?? attribute}
        {chosen.length > 0 ? <span className="chip">{formatCount(chosen.length, locale)}</span> : null}
      </summary>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot take its name from the summary */}
      <div role="group" aria-labelledby={id}>
        {values.map(({ code, projects }) => (
          <label className="choice" key={code}>
            <input
              type="checkbox"
              name={`attr-${attribute}`}
              value={code}
              defaultChecked={chosen.includes(code)}
              aria-disabled={projects === 0 ? true : undefined}
            />
            <span>
              {labels[code] ?? code}{" "}
              <span className="quiet">{t.roundSetup.audience.optionCount(formatCount(projects, locale))}</span>
            </span>
          </label>
        ))}
      </div>
    </details>
  );
}

function CountedNotice({ counted: { projects, faults } }: { counted: Counted }) {
  const t = useTexts().roundSetup.audience;
  const locale = useLocale();
  const textOf = useFaultText();
  return (
    <Notice kind={faults.length > 0 ? "warn" : "note"} title={t.counted(formatCount(projects, locale))} live="status">
      {faults.map((fault) => (
        <p key={textOf(fault)}>{textOf(fault)}</p>
      ))}
    </Notice>
  );
}
