import { FormField } from "../layout/form-field.tsx";
import { useTexts } from "../texts.ts";

export type TypedProject = {
  name: string;
  organisationId: string;
  newOrganisation: string;
  activeFrom: string;
  activeUntil: string;
};

type ProjectFieldsProps = { organisations: { organisation_id: string; name: string }[]; typed: TypedProject };

/** Name, organisation and dates of a project. */
export function ProjectFields({ organisations, typed }: ProjectFieldsProps) {
  const t = useTexts().members.projectForm;
  return (
    <>
      <FormField name="name" label={t.name} input={{ required: true, autoComplete: "off", defaultValue: typed.name }} />
      <FormField
        name="organisationId"
        label={t.organisation}
        control="select"
        select={{ required: true, defaultValue: typed.organisationId }}
      >
        <option value="">{t.choose}</option>
        <option value="new">{t.newOrganisation}</option>
        {organisations.map((one) => (
          <option key={one.organisation_id} value={one.organisation_id}>
            {one.name}
          </option>
        ))}
      </FormField>
      <FormField
        name="newOrganisation"
        label={t.newOrganisationName}
        optional={t.optional}
        hint={t.newOrganisationHint}
        input={{ autoComplete: "off", defaultValue: typed.newOrganisation }}
      />
      <FormField name="activeFrom" label={t.activeFrom} input={{ type: "date", defaultValue: typed.activeFrom }} />
      <FormField
        name="activeUntil"
        label={t.activeUntil}
        optional={t.optional}
        hint={t.activeUntilHint}
        input={{ type: "date", defaultValue: typed.activeUntil }}
      />
    </>
  );
}
