import type { Fault } from "../../../domain/problem.ts";
import type { VersionEntry } from "../../../domain/questionnaires/list-versions.server.ts";
import { formatCount } from "../../../format.ts";
import type { VersionTyped } from "../../../http/round-form.server.ts";
import { CheckedForm } from "../../layout/checked-form.tsx";
import { FormField } from "../../layout/form-field.tsx";
import { useLocale, useReader, useTexts } from "../../texts.ts";
import { useFieldErrors } from "./use-faults.ts";

type VersionStepProps = {
  versions: VersionEntry[];
  typed: VersionTyped;
  faults?: Fault[];
  submit: string;
};

/** Which questionnaire is asked, and what the wave is called. */
export function VersionStep({ versions, typed, faults, submit }: VersionStepProps) {
  const t = useTexts().roundSetup.version;
  const locale = useLocale();
  const read = useReader();
  const shown = versions.toSorted((a, b) => read(a.title).localeCompare(read(b.title), locale) || b.number - a.number);
  return (
    <CheckedForm errors={useFieldErrors(faults)}>
      <FormField
        name="versionId"
        label={t.label}
        control="select"
        select={{ defaultValue: typed.versionId, required: true }}
      >
        <option value="">{t.choose}</option>
        {shown.map(({ versionId, title, number, minutes }) => (
          <option key={versionId} value={versionId}>
            {t.option(
              read(title),
              formatCount(number, locale),
              minutes === null ? "" : t.minutes(formatCount(minutes, locale)),
            )}
          </option>
        ))}
      </FormField>
      <FormField
        name="wave"
        label={t.wave}
        hint={t.waveHint}
        input={{
          defaultValue: typed.wave,
          maxLength: 20,
          required: true,
          autoComplete: "off",
          className: "input--wave",
        }}
      />
      <div className="actions">
        <button type="submit" className="button button--primary">
          {submit}
        </button>
      </div>
    </CheckedForm>
  );
}
