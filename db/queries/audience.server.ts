import { randomUUID } from "node:crypto";
import { type Insertable, sql } from "kysely";
import { type Db, jsonb, type Tx } from "../client.server.ts";
import type { Attributes, RoundTable } from "../tables/round.ts";

export type ActiveProject = { project_id: string; organisation_id: string; name: string; attributes: Attributes };
/** PostgreSQL allows 65,535 parameters in a statement. */
const ROWS_PER_INSERT = 2000;

export type Invited = { invitationId: string; projectId: string };

/** Umlauts beside their vowels, numbers by their size. */
const collator = new Intl.Collator("de", { numeric: true });

/** Projects that are active on the day, by name, with their attributes of that day (codes in alphabetical order). */
export async function listActiveProjects(db: Db | Tx, day: Date): Promise<ActiveProject[]> {
  const on = sql<string>`(${day}::timestamptz at time zone 'Europe/Berlin')::date`;
  const projects = await db
    .selectFrom("project")
    .select(["project.project_id", "project.organisation_id", "project.name"])
    .select(
      sql<Attributes>`coalesce((
        select jsonb_object_agg(attribute, codes) from (
          select attribute, jsonb_agg(value order by value) as codes from project_attribute
          where project_attribute.project_id = project.project_id
            and valid_from <= ${on} and coalesce(valid_until, 'infinity') >= ${on}
          group by attribute) as valid), '{}')`.as("attributes"),
    )
    .where(sql<boolean>`active_from <= ${on} and coalesce(active_until, 'infinity') >= ${on}`)
    .orderBy("project.project_id")
    .execute();
  return projects.sort((a, b) => collator.compare(a.name, b.name));
}

/** The series of a questionnaire: its rounds through the years. */
export async function ensureSeries(tx: Tx, id: string, questionnaireId: string, name: string): Promise<string> {
  const known = await tx
    .selectFrom("series")
    .select("series_id")
    .where("questionnaire_id", "=", questionnaireId)
    .executeTakeFirst();
  if (known) return known.series_id;
  await tx.insertInto("series").values({ series_id: id, questionnaire_id: questionnaireId, name }).execute();
  return id;
}

export async function insertRound(tx: Tx, round: Insertable<RoundTable>): Promise<void> {
  await tx
    .insertInto("round")
    .values({ ...round, title: jsonb(round.title), roster: jsonb(round.roster ?? []) })
    .execute();
}

export async function insertInvitations(
  tx: Tx,
  roundId: string,
  at: Date,
  projects: readonly ActiveProject[],
): Promise<Invited[]> {
  const rows = projects.map((project) => ({
    round_id: roundId,
    invitation_id: randomUUID(),
    project_id: project.project_id,
    organisation_id: project.organisation_id,
    attributes: jsonb(project.attributes),
    invited_at: at,
    first_opened_at: null,
  }));
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await tx
      .insertInto("invitation")
      .values(rows.slice(from, from + ROWS_PER_INSERT))
      .execute();
  }
  return rows.map((row) => ({ invitationId: row.invitation_id, projectId: row.project_id }));
}

/** True once the network has a project: then the sample is not loaded again. */
export async function hasProjects(db: Db | Tx): Promise<boolean> {
  return (await db.selectFrom("project").select("project_id").limit(1).executeTakeFirst()) !== undefined;
}
