import type { Part, Undo } from "./stored.ts";

type ProjectValues = Undo["projects"][number]["after"];

/** As the tables have them. */
export function projectColumns(projectId: string, values: ProjectValues) {
  return {
    project_id: projectId,
    organisation_id: values.organisationId,
    name: values.name,
    active_from: values.activeFrom,
    active_until: values.activeUntil,
  };
}

export function partColumns({ accountId, role, projectId }: Part) {
  return { account_id: accountId, role, project_id: projectId };
}
