import { Form } from "@remix-run/react";
import type { GoalChoices } from "../../domain/goals/edit-goals.server.ts";
import type { FormulaKind } from "../../domain/goals/formula.ts";
import { FormField } from "../layout/form-field.tsx";
import { useReader, useTexts } from "../texts.ts";

/** What of a goal's measure is chosen so far. */
export type Measure = { kind?: FormulaKind; questionnaire?: string; topic?: string };

type MeasureFormProps = { choices: GoalChoices; chosen: Measure; kinds: readonly FormulaKind[] };

/** Which number of which question a goal looks at. It only asks: the address says what was chosen. */
export function MeasureForm({ choices, chosen, kinds }: MeasureFormProps) {
  const t = useTexts().goals.form;
  const read = useReader();
  const { questionnaires, topics } = choices;
  const asksQuestion = Boolean(chosen.kind && chosen.questionnaire) && chosen.kind !== "returns";
  return (
    <section className="card stack--close" aria-labelledby="goal-measure">
      <h2 id="goal-measure">{t.measureTitle}</h2>
      <p className="quiet">{t.measureLead}</p>
      <Form method="get" className="form" key={`${chosen.kind} ${chosen.questionnaire} ${chosen.topic}`}>
        <FormField name="art" label={t.kind} control="select" select={{ defaultValue: chosen.kind ?? "" }}>
          <option value="">{t.choose}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t.kinds[kind]}
            </option>
          ))}
        </FormField>
        <FormField
          name="fragebogen"
          label={t.questionnaire}
          control="select"
          select={{ defaultValue: chosen.questionnaire ?? "" }}
        >
          <option value="">{t.choose}</option>
          {questionnaires.map(({ name, title }) => (
            <option key={name} value={name}>
              {read(title)}
            </option>
          ))}
        </FormField>
        {asksQuestion && topics.length > 0 ? (
          <FormField name="thema" label={t.question} control="select" select={{ defaultValue: chosen.topic ?? "" }}>
            <option value="">{t.choose}</option>
            {topics.map(({ key, title }) => (
              <option key={key} value={key}>
                {read(title)}
              </option>
            ))}
          </FormField>
        ) : null}
        {asksQuestion && topics.length === 0 ? <p>{t.none}</p> : null}
        <div className="actions">
          <button type="submit" className="button">
            {chosen.topic || chosen.kind === "returns" ? t.change : t.next}
          </button>
        </div>
      </Form>
    </section>
  );
}
