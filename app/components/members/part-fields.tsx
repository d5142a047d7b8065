import { FormField } from "../layout/form-field.tsx";
import { useTexts } from "../texts.ts";

export type GrantableRole = "coordination" | "steering" | "lead" | "member";

type PartFieldsProps = {
  roles: readonly GrantableRole[];
  projects: { project_id: string; name: string; organisation: string }[];
  role: GrantableRole;
  projectId: string;
};

/** Which part, and in which project. */
export function PartFields({ roles, projects, role, projectId }: PartFieldsProps) {
  const t = useTexts().members;
  return (
    <>
      <FormField name="role" label={t.personForm.role} control="select" select={{ defaultValue: role }}>
        {roles.map((one) => (
          <option key={one} value={one}>
            {t.roles[one]}
          </option>
        ))}
      </FormField>
      <FormField
        name="projectId"
        label={t.person.project}
        hint={t.person.projectHint}
        control="select"
        select={{ defaultValue: projectId }}
      >
        <option value="">{t.person.noProject}</option>
        {projects.map((project) => (
          <option key={project.project_id} value={project.project_id}>
            {t.person.inProject(project.name, project.organisation)}
          </option>
        ))}
      </FormField>
    </>
  );
}
