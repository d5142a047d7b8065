import type { TypedMeasure } from "../../domain/measures/check-measure.ts";
import type { Limits } from "../../domain/measures/measure.ts";
import type { EvidenceName, Choices as Offered } from "../../domain/measures/read-measures.server.ts";
import { formatCount } from "../../format.ts";
import { FormField } from "../layout/form-field.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";

export type MeasureForm = Omit<TypedMeasure, "evidence">;

type MeasureFieldsProps = {
  typed: MeasureForm;
  choices: Offered;
  /** what the form offers as evidence, ticked or not */
  evidence: (EvidenceName & { chosen: boolean })[];
  limits: Limits;
};

/** Everything that is written of a measure but its state. */
export function MeasureFields({ typed, choices, evidence, limits }: MeasureFieldsProps) {
  const t = useTexts().measures;
  const { form } = t;
  const read = useReader();
  const locale = useLocale();
  const chars = (limit: number) => form.atMost(formatCount(limit, locale));
  return (
    <>
      <FormField
        name="title"
        label={form.title}
        hint={`${form.titleHint} ${chars(limits.title)}`}
        input={{ required: true, autoComplete: "off", defaultValue: typed.title }}
      />
      <FormField name="kind" label={form.kind} control="select" select={{ defaultValue: typed.kind }}>
        {Object.entries(t.kinds).map(([code, label]) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </FormField>
      <FormField
        name="why"
        label={form.why}
        optional={form.optional}
        hint={`${form.whyHint} ${chars(limits.text)}`}
        control="textarea"
        textarea={{ rows: 4, defaultValue: typed.why }}
      />
      <EvidenceChoice evidence={evidence} />
      <FormField
        name="responsible"
        label={form.responsible}
        control="select"
        select={{ defaultValue: typed.responsible }}
      >
        <option value="">{form.nobody}</option>
        {choices.people.map(({ accountId, name }) => (
          <option key={accountId} value={accountId}>
            {name}
          </option>
        ))}
        <option value="name">{form.named}</option>
      </FormField>
      <FormField
        name="responsibleName"
        label={form.responsibleName}
        optional={form.optional}
        hint={`${form.responsibleNameHint} ${chars(limits.name)}`}
        input={{ autoComplete: "off", defaultValue: typed.responsibleName }}
      />
      <div className="field-pair">
        <FormField
          name="startsOn"
          label={form.startsOn}
          optional={form.optional}
          input={{ type: "date", defaultValue: typed.startsOn }}
        />
        <FormField
          name="endsOn"
          label={form.endsOn}
          optional={form.optional}
          input={{ type: "date", defaultValue: typed.endsOn }}
        />
      </div>
      <FormField
        name="audience"
        label={form.audience}
        optional={form.optional}
        hint={`${form.audienceHint} ${chars(limits.audience)}`}
        input={{ autoComplete: "off", defaultValue: typed.audience }}
      />
      <FormField name="budget" label={form.budget} control="select" select={{ defaultValue: typed.budget }}>
        {Object.entries(t.budgets).map(([code, label]) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </FormField>
      <FormField
        name="roundId"
        label={form.round}
        optional={form.optional}
        hint={form.roundHint}
        control="select"
        select={{ defaultValue: typed.roundId }}
      >
        <option value="">{form.noRound}</option>
        {choices.rounds.map(({ roundId, title, wave }) => (
          <option key={roundId} value={roundId}>{`${read(title)} ${wave}`}</option>
        ))}
      </FormField>
      <FormField
        name="result"
        label={form.result}
        optional={form.optional}
        hint={`${form.resultHint} ${chars(limits.text)}`}
        control="textarea"
        textarea={{ rows: 4, defaultValue: typed.result }}
      />
    </>
  );
}

function EvidenceChoice({ evidence }: Pick<MeasureFieldsProps, "evidence">) {
  const t = useTexts().measures.form;
  const read = useReader();
  if (evidence.length === 0) return null;
  return (
    <fieldset className="choices">
      <legend>{t.evidence}</legend>
      <p className="field__hint">{t.evidenceHint}</p>
      {evidence.map(({ releaseId, item, label, title, wave, chosen }) => (
        <label className="choice" key={`${releaseId} ${item}`}>
          <input type="checkbox" name="evidence" value={`${releaseId} ${item}`} defaultChecked={chosen} />
          <span>
            {read(label)} <span className="field__hint">{`${read(title)} ${wave}`}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
