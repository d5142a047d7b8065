import type { Fault } from "../../../domain/problem.ts";
import type { TimesTyped } from "../../../http/round-form.server.ts";
import { CheckedForm } from "../../layout/checked-form.tsx";
import { ChoiceField } from "../../layout/choice-field.tsx";
import { useTexts } from "../../texts.ts";
import { ClockFields } from "./clock-fields.tsx";
import { ReminderField } from "./reminder-field.tsx";
import { useFieldErrors } from "./use-faults.ts";

type TimesStepProps = { typed: TimesTyped; offered: readonly number[]; faults?: Fault[]; back: React.ReactNode };

/** When it begins and ends, and when those are reminded who have not submitted. */
export function TimesStep({ typed, offered, faults, back }: TimesStepProps) {
  const t = useTexts().roundSetup;
  return (
    <CheckedForm
      className="form times-form"
      errors={useFieldErrors(faults, { closesAt: "endDay", opensAt: "beginDay" })}
    >
      <ChoiceField
        type="radio"
        name="begin"
        legend={t.times.begin}
        defaultChosen={[typed.begin]}
        options={[
          { value: "now", label: t.times.now },
          { value: "at", label: t.times.at },
        ]}
      />
      <div className="times-form__at">
        <ClockFields
          legend={t.times.at}
          hint={t.times.atHint}
          day={{ name: "beginDay", label: t.times.beginDay, value: typed.beginDay }}
          time={{ name: "beginTime", label: t.times.beginTime, value: typed.beginTime }}
        />
      </div>
      <ClockFields
        legend={t.times.deadline}
        hint={t.times.zone}
        day={{ name: "endDay", label: t.times.endDay, value: typed.endDay }}
        time={{ name: "endTime", label: t.times.endTime, value: typed.endTime }}
      />
      <ReminderField offered={offered} chosen={typed.reminders} />
      <div className="actions">
        {back}
        <button type="submit" className="button button--primary">
          {t.next(t.steps.privacy)}
        </button>
      </div>
    </CheckedForm>
  );
}
