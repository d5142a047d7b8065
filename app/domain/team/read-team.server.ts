import type { Db } from "#db/client.server.ts";
import { listRequests } from "#db/queries/attribute-requests.server.ts";
import { listInsightsOfProject } from "#db/queries/insights.server.ts";
import { listAttributeRows } from "#db/queries/projects.server.ts";
import { findProjectCard, listProjectCards, listTeam } from "#db/queries/teams.server.ts";
import { PROJECT_ATTRIBUTES } from "../members/attributes.ts";
import { valuesOn } from "../members/dated-values.ts";
import { dayOf } from "../members/days.ts";
import { Problem } from "../problem.ts";
import { may } from "../roles.ts";
import { projectsWith, type Viewer } from "../viewer.ts";
import { assertInProject } from "./access.ts";

/** The viewer's own projects, by name. */
export function listTeams(db: Db, viewer: Viewer) {
  return listProjectCards(db, [...new Set(projectsWith(viewer, "project.read"))]);
}

/**
 * A project as its own team sees it: everybody sees names, parts and data; addresses, and what can be changed, leads
 * only. Throws not-found for foreign projects.
 */
export async function readTeam(db: Db, viewer: Viewer, projectId: string, now: Date) {
  assertInProject(viewer, "project.read", projectId);
  const mayEdit = may(viewer.parts, "project.edit", projectId);
  const [project, people, rows, requests, insights] = await Promise.all([
    findProjectCard(db, projectId),
    listTeam(db, projectId),
    listAttributeRows(db, projectId),
    mayEdit ? listRequests(db, projectId) : [],
    listInsightsOfProject(db, projectId),
  ]);
  if (!project) throw new Problem("not-found");
  const leads = people.filter((one) => one.role === "lead" && !one.disabled_at).length;
  return {
    projectId,
    name: project.name,
    organisation: project.organisation,
    activeFrom: project.active_from,
    activeUntil: project.active_until,
    mayEdit,
    leads,
    people: people.map((one) => ({
      accountId: one.account_id,
      name: one.name,
      role: one.role,
      self: one.account_id === viewer.accountId,
      closed: one.disabled_at !== null,
      address: mayEdit ? one.address : undefined,
      bounced: mayEdit && one.bounced_at !== null,
    })),
    values: inOrder(valuesOn(rows, dayOf(now))),
    attributes: PROJECT_ATTRIBUTES.map(({ code }) => code),
    openRequest: requests.find(({ state }) => state === "open"),
    insights: insights.map(({ insight_id: insightId, ...insight }) => ({ insightId, ...insight })),
    decided: requests.filter(({ state }) => state === "accepted" || state === "refused"),
  };
}

/** Values in the catalogue's order, whatever the order in which they came. */
function inOrder(values: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(
    PROJECT_ATTRIBUTES.map(({ code, codes }) => [code, codes.filter((one) => values[code]?.includes(one))]),
  );
}

/** The same, for those who may change it. Throws not-found for everybody else. */
export async function readOwnTeam(db: Db, viewer: Viewer, projectId: string, now: Date) {
  assertInProject(viewer, "project.edit", projectId);
  return readTeam(db, viewer, projectId, now);
}

export type TeamPage = Awaited<ReturnType<typeof readTeam>>;
export type TeamPerson = TeamPage["people"][number];
