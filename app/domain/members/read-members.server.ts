import type { Db } from "#db/client.server.ts";
import * as members from "#db/queries/members.server.ts";
import { listAttributeRows } from "#db/queries/projects.server.ts";
import { Problem } from "../problem.ts";
import { PROJECT_ATTRIBUTES } from "./attributes.ts";
import { valuesOn } from "./dated-values.ts";
import { dayAfter, dayOf } from "./days.ts";

export const LISTED = 60;

export type ProjectView = Omit<members.ProjectFilter, "day"> & { page: number };

/** One page of the projects that the filter lets through, with how many there are. */
export async function readProjects(db: Db, view: ProjectView, now: Date) {
  const { page: wanted, ...rest } = view;
  const filter = { ...rest, day: dayOf(now) };
  const counts = await members.countProjects(db, filter);
  const pages = Math.max(1, Math.ceil(counts.shown / LISTED));
  const page = Math.min(Math.max(wanted, 1), pages);
  const projects = await members.listProjects(db, filter, { limit: LISTED, offset: (page - 1) * LISTED });
  return { ...counts, projects, page, pages, today: filter.day };
}

/** Values of an attribute over a span of days, the present first. */
export type Span = { from: string; until: string | null; values: string[] };

/** A project with its attributes of today and their history, its team and the rounds it was asked in. Throws not-found. */
export async function readProject(db: Db, projectId: string, now: Date) {
  const today = dayOf(now);
  const project = await members.findListedProject(db, projectId, today);
  if (!project) throw new Problem("not-found");
  const [rows, team, rounds] = await Promise.all([
    listAttributeRows(db, projectId),
    members.listTeamOf(db, projectId),
    members.listRoundsOf(db, projectId),
  ]);
  const history = PROJECT_ATTRIBUTES.flatMap(({ code }) => {
    const spans = spansOf(rows.filter((row) => row.attribute === code));
    return spans.length > 1 || (spans[0]?.from ?? "") > today ? [{ attribute: code, spans }] : [];
  });
  return { project, today, team, rounds, history };
}

/** Dated values as spans in which nothing changed, the latest first. */
function spansOf(
  rows: readonly { attribute: string; value: string; valid_from: string; valid_until: string | null }[],
): Span[] {
  const days = rows.flatMap((row) => [row.valid_from, ...(row.valid_until ? [dayAfter(row.valid_until)] : [])]);
  const starts = [...new Set(days)].sort();
  const spans = starts.map((from, index): Span => {
    const next = starts[index + 1];
    return { from, until: next ? dayAfter(next, -1) : null, values: Object.values(valuesOn(rows, from)).flat().sort() };
  });
  return spans.filter((span) => span.values.length > 0).reverse();
}

/** Organisations by name, those of the consortium first, with their projects counted. */
export async function readOrganisations(db: Db, text: string, now: Date) {
  const [organisations, all] = await Promise.all([
    members.listOrganisations(db, { text, day: dayOf(now) }),
    members.listOrganisationNames(db),
  ]);
  return { organisations, total: all.length };
}

/** An organisation with its projects. Throws not-found. */
export async function readOrganisation(db: Db, organisationId: string, now: Date) {
  const organisation = await members.findOrganisation(db, organisationId);
  if (!organisation) throw new Problem("not-found");
  const filter = { text: organisation.name, values: {}, state: "all", sort: "project", day: dayOf(now) } as const;
  const named = await members.listProjects(db, filter, { limit: 1000, offset: 0 });
  return {
    organisation,
    today: filter.day,
    projects: named.filter((project) => project.organisation_id === organisationId),
  };
}

/** For choosers: all organisations, and all projects that have not ended. */
export function listOrganisationChoices(db: Db) {
  return members.listOrganisationNames(db);
}

export function listProjectChoices(db: Db, now: Date) {
  return members.listProjectNames(db, dayOf(now));
}
