import type { Fault } from "../../../domain/problem.ts";
import type { VersionEntry } from "../../../domain/questionnaires/list-versions.server.ts";
import type { DeadlineTyped } from "../../../domain/rounds/read-change.server.ts";
import { formatCount, formatDate } from "../../../format.ts";
import { CheckedForm } from "../../layout/checked-form.tsx";
import { ChoiceField } from "../../layout/choice-field.tsx";
import { FormField } from "../../layout/form-field.tsx";
import { useLocale, useTexts } from "../../texts.ts";
import { ClockFields } from "../setup/clock-fields.tsx";
import { ReminderField } from "../setup/reminder-field.tsx";
import { useFieldErrors } from "../setup/use-faults.ts";

function Submit({ children }: { children: string }) {
  return (
    <div className="actions">
      <button type="submit" className="button button--primary">
        {children}
      </button>
    </div>
  );
}

export function DeadlineForm({ typed, faults }: { typed: DeadlineTyped; faults?: Fault[] }) {
  const { roundSetup, roundChange } = useTexts();
  const t = roundSetup.times;
  return (
    <CheckedForm errors={useFieldErrors(faults, { closesAt: "endDay" })}>
      <ClockFields
        legend={t.deadline}
        hint={t.zone}
        day={{ name: "endDay", label: t.endDay, value: typed.endDay }}
        time={{ name: "endTime", label: t.endTime, value: typed.endTime }}
      />
      <Submit>{roundChange.extend.check}</Submit>
    </CheckedForm>
  );
}

type RemindersFormProps = { days: readonly number[]; offered: readonly number[]; faults?: Fault[] };

export function RemindersForm({ days, offered, faults }: RemindersFormProps) {
  const t = useTexts().roundChange.reminders;
  return (
    <CheckedForm errors={useFieldErrors(faults)}>
      <ReminderField offered={offered} chosen={days.map(String)} />
      <p className="field__hint">{t.past}</p>
      <Submit>{t.check}</Submit>
    </CheckedForm>
  );
}

export function AmendmentForm({ amendments, faults }: { amendments: VersionEntry[]; faults?: Fault[] }) {
  const t = useTexts().roundChange.amend;
  const locale = useLocale();
  const errors = useFieldErrors(faults);
  if (amendments.length === 0) return <p>{t.none}</p>;
  return (
    <CheckedForm errors={errors}>
      <ChoiceField
        type="radio"
        name="versionId"
        legend={t.legend}
        defaultChosen={amendments.slice(0, 1).map((one) => one.versionId)}
        options={amendments.map(({ versionId, number, publishedAt }) => ({
          value: versionId,
          label: t.option(formatCount(number, locale), formatDate(publishedAt, locale)),
        }))}
      />
      <Submit>{t.check}</Submit>
    </CheckedForm>
  );
}

export function ReasonForm({ reason, faults }: { reason: string; faults?: Fault[] }) {
  const t = useTexts().roundChange.cancel;
  return (
    <CheckedForm errors={useFieldErrors(faults)}>
      <FormField
        name="reason"
        label={t.reason}
        hint={t.reasonHint}
        input={{ defaultValue: reason, maxLength: 200, required: true, autoComplete: "off" }}
      />
      <Submit>{t.check}</Submit>
    </CheckedForm>
  );
}
