import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import type { Attributes } from "../tables/round.ts";

export type ProjectFilter = {
  /** part of the project's or the organisation's name */
  text: string;
  /** attribute → the value that a project must have today */
  values: Record<string, string>;
  state: "active" | "ended" | "all";
  sort: "project" | "organisation" | "land" | "active_from";
  /** ISO day */
  day: string;
};

export type ListedProject = {
  project_id: string;
  project: string;
  organisation_id: string;
  organisation: string;
  active_from: string;
  active_until: string | null;
  attributes: Attributes;
  leads: string[];
};

const ORDER = {
  project: sql`lower(project), lower(organisation)`,
  organisation: sql`lower(organisation), lower(project)`,
  land: sql`attributes->'land'->>0 nulls last, lower(project)`,
  active_from: sql`active_from desc, lower(project)`,
};

/** Projects with their attributes of the day (of those to come: of their first) and the names of their leads. */
const listed = (day: string) => sql`
  select project.project_id, project.name as project, organisation_id, organisation.name as organisation,
    active_from, active_until,
    coalesce((select jsonb_object_agg(attribute, codes) from (
      select attribute, jsonb_agg(value order by value) as codes from project_attribute
      where project_attribute.project_id = project.project_id
        and valid_from <= greatest(${day}::date, active_from)
        and coalesce(valid_until, 'infinity') >= greatest(${day}::date, active_from)
      group by attribute) as valid), '{}') as attributes,
    array(select account.name from membership join account using (account_id)
      where membership.project_id = project.project_id and role = 'lead' and disabled_at is null
      order by account.name) as leads
  from project join organisation using (organisation_id)`;

function condition(filter: ProjectFilter) {
  const text = `%${filter.text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const active = sql`coalesce(active_until, 'infinity') >= ${filter.day}::date`;
  const state = { active, ended: sql`not (${active})`, all: sql`true` }[filter.state];
  const values = Object.entries(filter.values).map(
    ([attribute, value]) => sql`attributes->${attribute}::text @> to_jsonb(${value}::text)`,
  );
  return sql.join(
    [sql`(lower(project) like ${text} or lower(organisation) like ${text})`, state, ...values],
    sql` and `,
  );
}

export async function listProjects(
  db: Db | Tx,
  filter: ProjectFilter,
  page: { limit: number; offset: number },
): Promise<ListedProject[]> {
  const { rows } = await sql<ListedProject>`
    select * from (${listed(filter.day)}) as listed where ${condition(filter)}
    order by ${ORDER[filter.sort]}, project_id limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows;
}

/** How many the filter lets through, and how many there are: projects, those active, organisations, people. */
export async function countProjects(db: Db | Tx, filter: ProjectFilter) {
  const { rows } = await sql<{ shown: number; total: number; active: number }>`
    select count(*) filter (where ${condition(filter)}) as shown, count(*) as total,
      count(*) filter (where active_from <= ${filter.day}::date and coalesce(active_until, 'infinity') >= ${filter.day}::date)
        as active
    from (${listed(filter.day)}) as listed`.execute(db);
  return rows[0] as { shown: number; total: number; active: number };
}

/** One project as lists show it. */
export async function findListedProject(
  db: Db | Tx,
  projectId: string,
  day: string,
): Promise<ListedProject | undefined> {
  const { rows } = await sql<ListedProject>`
    select * from (${listed(day)}) as listed where project_id = ${projectId}`.execute(db);
  return rows[0];
}

/** The team of a project, leads first; closed accounts last. */
export function listTeamOf(db: Db | Tx, projectId: string) {
  return db
    .selectFrom("membership")
    .innerJoin("account", "account.account_id", "membership.account_id")
    .select(["account.account_id", "account.name", "account.address", "membership.role"])
    .select(["account.disabled_at", "account.bounced_at"])
    .where("membership.project_id", "=", projectId)
    .orderBy(sql`disabled_at is not null`)
    .orderBy("membership.role")
    .orderBy("account.name")
    .execute();
}

/** The rounds for which a project was asked, the newest first. */
export function listRoundsOf(db: Db | Tx, projectId: string) {
  return db
    .selectFrom("invitation")
    .innerJoin("round", "round.round_id", "invitation.round_id")
    .select(["round.round_id", "round.title", "round.wave", "round.state", "round.opens_at", "round.closes_at"])
    .select("invitation.attributes")
    .where("invitation.project_id", "=", projectId)
    .where("round.state", "!=", "draft")
    .orderBy("round.opens_at", "desc")
    .execute();
}

/** Organisations with how many projects they have, and how many of them are active on the day. */
export async function listOrganisations(db: Db | Tx, filter: { text: string; day: string }) {
  const text = `%${filter.text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const { rows } = await sql<{
    organisation_id: string;
    name: string;
    is_partner: boolean;
    projects: number;
    active: number;
  }>`
    select organisation_id, organisation.name, is_partner, count(project_id) as projects,
      count(project_id) filter (where coalesce(active_until, 'infinity') >= ${filter.day}::date) as active
    from organisation left join project using (organisation_id)
    where lower(organisation.name) like ${text}
    group by organisation_id order by is_partner desc, lower(organisation.name)`.execute(db);
  return rows;
}

export function findOrganisation(db: Db | Tx, organisationId: string) {
  return db.selectFrom("organisation").selectAll().where("organisation_id", "=", organisationId).executeTakeFirst();
}

/** Another organisation of this name, whatever its case. */
export function findOrganisationByName(db: Db | Tx, name: string, except?: string) {
  return db
    .selectFrom("organisation")
    .select("organisation_id")
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .$if(except !== undefined, (query) => query.where("organisation_id", "!=", except as string))
    .executeTakeFirst();
}

export async function insertOrganisation(
  tx: Tx,
  row: { organisation_id: string; name: string; is_partner: boolean },
): Promise<void> {
  await tx.insertInto("organisation").values(row).execute();
}

export async function updateOrganisation(
  tx: Tx,
  { organisation_id, ...values }: { organisation_id: string; name: string; is_partner: boolean },
): Promise<void> {
  await tx.updateTable("organisation").set(values).where("organisation_id", "=", organisation_id).execute();
}

/** For choosers: all organisations, or all projects that have not ended, by name. */
export function listOrganisationNames(db: Db | Tx) {
  return db.selectFrom("organisation").select(["organisation_id", "name"]).orderBy(sql`lower(name)`).execute();
}

export function listProjectNames(db: Db | Tx, day: string) {
  return db
    .selectFrom("project")
    .innerJoin("organisation", "organisation.organisation_id", "project.organisation_id")
    .select(["project_id", "project.name", "organisation.name as organisation"])
    .where(sql<boolean>`coalesce(active_until, 'infinity') >= ${day}::date`)
    .orderBy(sql`lower(project.name)`)
    .execute();
}
