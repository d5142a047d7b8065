import { CheckboxField } from "../layout/checkbox-field.tsx";
import { CheckedForm } from "../layout/checked-form.tsx";
import type { FieldErrors } from "../layout/form-context.ts";
import { FormField } from "../layout/form-field.tsx";
import { useTexts } from "../texts.ts";

type OrganisationFormProps = { name: string; isPartner: boolean; errors: FieldErrors; submit: string };

export function OrganisationForm({ name, isPartner, errors, submit }: OrganisationFormProps) {
  const t = useTexts().members.organisation;
  return (
    <CheckedForm errors={errors}>
      <FormField name="name" label={t.name} input={{ required: true, autoComplete: "off", defaultValue: name }} />
      <CheckboxField name="partner" label={t.partner} defaultChecked={isPartner} />
      <div className="actions">
        <button type="submit" className="button button--primary">
          {submit}
        </button>
      </div>
    </CheckedForm>
  );
}
