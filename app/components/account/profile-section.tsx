import type { Locale } from "../../locales/index.ts";
import { CheckedForm } from "../layout/checked-form.tsx";
import { ChoiceField } from "../layout/choice-field.tsx";
import { FormField } from "../layout/form-field.tsx";
import { useTexts } from "../texts.ts";

type ProfileSectionProps = {
  name: string;
  locale: Locale;
  refused?: { typed: { name: string; locale: Locale }; error: "name" };
};

/** Name and language, to be changed by oneself. */
export function ProfileSection({ name, locale, refused }: ProfileSectionProps) {
  const t = useTexts().account.profile;
  return (
    <section className="card stack--close">
      <h2>{t.title}</h2>
      <CheckedForm errors={{ name: refused && t.errors.name }} key={`${name} ${locale}`}>
        <input type="hidden" name="intent" value="profile" />
        <FormField
          name="name"
          label={t.name}
          hint={t.nameHint}
          input={{ autoComplete: "name", required: true, defaultValue: refused?.typed.name ?? name }}
        />
        <ChoiceField
          type="radio"
          name="locale"
          legend={t.locale}
          hint={t.localeHint}
          defaultChosen={[refused?.typed.locale ?? locale]}
          options={(["de", "en"] as const).map((value) => ({ value, label: t.locales[value] }))}
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
