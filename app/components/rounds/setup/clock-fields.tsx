import { FormField } from "../../layout/form-field.tsx";

type ClockFieldsProps = {
  legend: string;
  hint?: string;
  day: { name: string; label: string; value: string };
  time: { name: string; label: string; value: string };
};

/** A day and a time of day by the clocks in Berlin. */
export function ClockFields({ legend, hint, day, time }: ClockFieldsProps) {
  return (
    <fieldset className="clock-fields">
      <legend>{legend}</legend>
      {hint ? <p className="field__hint">{hint}</p> : null}
      <div className="clock-fields__pair">
        <FormField name={day.name} label={day.label} input={{ type: "date", defaultValue: day.value }} />
        <FormField name={time.name} label={time.label} input={{ type: "time", defaultValue: time.value }} />
      </div>
    </fieldset>
  );
}
