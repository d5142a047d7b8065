import { CheckedForm } from "../layout/checked-form.tsx";
import { FormField } from "../layout/form-field.tsx";
import { WaitNotice } from "../layout/wait-notice.tsx";
import { useTexts } from "../texts.ts";

type AddPersonProps = {
  refused?: {
    typed: { name: string; address: string };
    /** the name is missing or too long */
    name: boolean;
    address?: "missing" | "invalid" | "inTeam";
    /** seconds */
    wait: number;
  };
};

/** Adds somebody to the team, with or without an account. */
export function AddPerson({ refused }: AddPersonProps) {
  const t = useTexts().team.add;
  const errors = {
    name: refused?.name ? t.errors.name : undefined,
    address: refused?.address && t.errors[refused.address],
  };
  return (
    <section className="card stack--close">
      <h2>{t.title}</h2>
      <CheckedForm errors={errors}>
        <WaitNotice wait={refused?.wait} texts={t.tooMany} />
        <input type="hidden" name="intent" value="add" />
        <FormField
          name="name"
          label={t.name}
          input={{ required: true, autoComplete: "off", defaultValue: refused?.typed.name }}
        />
        <FormField
          name="address"
          label={t.address}
          hint={t.hint}
          input={{
            type: "email",
            autoComplete: "off",
            autoCapitalize: "none",
            spellCheck: false,
            required: true,
            defaultValue: refused?.typed.address,
          }}
        />
        <div className="actions">
          <button type="submit" className="button button--primary">
            {t.submit}
          </button>
        </div>
      </CheckedForm>
    </section>
  );
}
