import { formatCount } from "../../../format.ts";
import { ChoiceField } from "../../layout/choice-field.tsx";
import { useLocale, useTexts } from "../../texts.ts";

/** Days before the deadline; `offered` are all there are to choose from. */
export function ReminderField({ offered, chosen }: { offered: readonly number[]; chosen: readonly string[] }) {
  const t = useTexts().roundSetup.times;
  const locale = useLocale();
  return (
    <div className="reminder-days">
      <ChoiceField
        type="checkbox"
        name="reminders"
        legend={t.reminders}
        hint={t.remindersHint}
        defaultChosen={chosen}
        options={offered.map((days) => ({ value: String(days), label: t.days(formatCount(days, locale)) }))}
      />
    </div>
  );
}
