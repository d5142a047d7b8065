import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import type { ProjectTable } from "../tables/project.ts";

export type ProjectRow = ProjectTable;
export type AttributeRow = {
  project_id: string;
  attribute: string;
  value: string;
  valid_from: string;
  valid_until: string | null;
};

const ROWS_PER_INSERT = 2000;

/** The project, its row locked until the transaction ends. */
export function lockProject(tx: Tx, projectId: string): Promise<ProjectRow | undefined> {
  return tx.selectFrom("project").selectAll().where("project_id", "=", projectId).forUpdate().executeTakeFirst();
}

export async function insertProjects(tx: Tx, projects: readonly ProjectRow[]): Promise<void> {
  for (let from = 0; from < projects.length; from += ROWS_PER_INSERT) {
    await tx
      .insertInto("project")
      .values(projects.slice(from, from + ROWS_PER_INSERT))
      .execute();
  }
}

/** Changes name, organisation or dates. False when the organisation has another project of that name. */
export async function updateProject(tx: Tx, project: ProjectRow): Promise<void> {
  const { project_id, ...values } = project;
  await tx.updateTable("project").set(values).where("project_id", "=", project_id).execute();
}

export async function deleteProjects(tx: Tx, projectIds: readonly string[]): Promise<void> {
  await sql`delete from project where project_id = any(${projectIds}::uuid[])`.execute(tx);
}

/** Another project of the organisation with this name, whatever its case. */
export function findNamesake(db: Db | Tx, project: { organisationId: string; name: string; except?: string }) {
  return db
    .selectFrom("project")
    .select("project_id")
    .where("organisation_id", "=", project.organisationId)
    .where(sql<boolean>`lower(name) = lower(${project.name})`)
    .$if(project.except !== undefined, (query) => query.where("project_id", "!=", project.except as string))
    .executeTakeFirst();
}

/** All dated values of a project, the oldest first. */
export function listAttributeRows(db: Db | Tx, projectId: string): Promise<AttributeRow[]> {
  return db
    .selectFrom("project_attribute")
    .selectAll()
    .where("project_id", "=", projectId)
    .orderBy("valid_from")
    .orderBy("attribute")
    .orderBy("value")
    .execute();
}

export async function insertAttributeRows(tx: Tx, rows: readonly AttributeRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await tx
      .insertInto("project_attribute")
      .values(rows.slice(from, from + ROWS_PER_INSERT))
      .execute();
  }
}

/** Deletes the rows with these keys, all at once. */
export async function deleteAttributeRows(tx: Tx, rows: readonly AttributeRow[]): Promise<void> {
  if (rows.length === 0) return;
  const keys = JSON.stringify(rows.map(({ valid_until: _, ...key }) => key));
  await sql`
    delete from project_attribute using jsonb_to_recordset(${keys}::jsonb)
      as gone (project_id uuid, attribute text, value text, valid_from date)
    where project_attribute.project_id = gone.project_id and project_attribute.attribute = gone.attribute
      and project_attribute.value = gone.value and project_attribute.valid_from = gone.valid_from
  `.execute(tx);
}
