import type { ReactNode } from "react";
import type { FormulaKind, Unit } from "../../domain/goals/formula.ts";
import type { Topic } from "../../domain/goals/topics.ts";
import type { Fault } from "../../domain/problem.ts";
import type { GoalTyped } from "../../http/goal-form.server.ts";
import { CheckedForm } from "../layout/checked-form.tsx";
import { ChoiceField } from "../layout/choice-field.tsx";
import { FormField } from "../layout/form-field.tsx";
import { useReader, useTexts } from "../texts.ts";
import { useGoalErrors } from "./use-goal-errors.ts";

type GoalFormProps = {
  kind: FormulaKind;
  unit: Unit;
  questionnaire: string;
  /** what is asked; null of returns */
  topic: Topic | null;
  typed: Partial<GoalTyped>;
  faults: readonly Fault[];
  themes: readonly GoalTyped["theme"][];
  /** what goes along unseen: the id of a new goal, or the version that is changed */
  hidden: Record<string, string>;
  /** a change wants a reason */
  isChange: boolean;
  /** beside the button that saves */
  children?: ReactNode;
};

/** What a goal says and when it is reached. */
export function GoalForm(props: GoalFormProps) {
  const { kind, unit, questionnaire, topic, typed, faults, themes, hidden, isChange } = props;
  const t = useTexts().goals.form;
  return (
    <section className="card stack--close" aria-labelledby="goal-words">
      <h2 id="goal-words">{t.goalTitle}</h2>
      <CheckedForm errors={useGoalErrors(faults)}>
        {Object.entries({ ...hidden, kind, questionnaire }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {topic ? <TopicFields kind={kind} topic={topic} typed={typed} /> : null}
        <FormField name="theme" label={t.theme} control="select" select={{ defaultValue: typed.theme ?? themes[0] }}>
          <Themes themes={themes} />
        </FormField>
        <FormField name="title" label={t.titleDe} input={{ defaultValue: typed.title, autoComplete: "off" }} />
        <FormField
          name="titleEn"
          label={t.titleEn}
          optional={t.optional}
          input={{ defaultValue: typed.titleEn, autoComplete: "off" }}
        />
        <FormField
          name="sentence"
          label={t.sentenceDe}
          hint={t.sentenceHint}
          control="textarea"
          textarea={{ defaultValue: typed.sentence, rows: 2 }}
        />
        <FormField
          name="sentenceEn"
          label={t.sentenceEn}
          optional={t.optional}
          control="textarea"
          textarea={{ defaultValue: typed.sentenceEn, rows: 2 }}
        />
        <FormField
          name="direction"
          label={t.direction}
          control="select"
          select={{ defaultValue: typed.direction ?? "at-least" }}
        >
          {(["at-least", "at-most"] as const).map((direction) => (
            <option key={direction} value={direction}>
              {t.directions[direction]}
            </option>
          ))}
        </FormField>
        <FormField
          name="target"
          label={t.target}
          hint={t.targetHints[unit]}
          input={{ defaultValue: typed.target, inputMode: "decimal", autoComplete: "off" }}
        />
        <FormField name="due" label={t.due} input={{ type: "date", defaultValue: typed.due }} />
        {isChange ? (
          <FormField
            name="reason"
            label={t.reason}
            hint={t.reasonHint}
            control="textarea"
            textarea={{ defaultValue: typed.reason, rows: 2 }}
          />
        ) : null}
        <p className="quiet">{t.whoReads}</p>
        <div className="actions">
          <button type="submit" className="button button--primary" name="intent" value="save">
            {isChange ? t.save : t.add}
          </button>
          <button type="submit" className="button" name="intent" value="preview">
            {t.preview}
          </button>
          {props.children}
        </div>
      </CheckedForm>
    </section>
  );
}

function Themes({ themes }: { themes: readonly GoalTyped["theme"][] }) {
  const t = useTexts().goals.themes;
  return themes.map((theme) => (
    <option key={theme} value={theme}>
      {t[theme]}
    </option>
  ));
}

/** Which rows and which answers count. */
function TopicFields({ kind, topic, typed }: { kind: FormulaKind; topic: Topic; typed: Partial<GoalTyped> }) {
  const t = useTexts().goals.form;
  const read = useReader();
  const isOne = kind === "share" || kind === "top";
  const all = topic.rows.map(({ key }) => key);
  const chosen = typed.rows?.filter((key) => all.includes(key)) ?? [];
  const [only] = topic.rows;
  return (
    <>
      {topic.rows.length > 1 ? (
        <ChoiceField
          type={isOne ? "radio" : "checkbox"}
          name="rows"
          legend={isOne ? t.row : t.rows}
          options={topic.rows.map(({ key, label }) => ({ value: key, label: read(label) }))}
          defaultChosen={chosen.length > 0 || isOne ? chosen : all}
        />
      ) : (
        <input type="hidden" name="rows" value={only?.key} />
      )}
      {kind === "share" || kind === "rows" ? (
        <ChoiceField
          type={topic.isMultiple ? "radio" : "checkbox"}
          name="codes"
          legend={t.codes}
          hint={topic.isMultiple ? t.codesOne : t.codesHint}
          options={topic.codes.map(({ code, label }) => ({ value: code, label: read(label) }))}
          defaultChosen={typed.codes ?? []}
        />
      ) : null}
      {kind === "rows" ? (
        <FormField
          name="least"
          label={t.least}
          hint={t.leastHint}
          input={{ defaultValue: typed.least, inputMode: "decimal", autoComplete: "off" }}
        />
      ) : null}
    </>
  );
}
