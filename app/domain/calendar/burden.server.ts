import type { Db, Tx } from "#db/client.server.ts";
import { listActiveProjects } from "#db/queries/audience.server.ts";
import { listAskedMinutes, listPlannedRounds } from "#db/queries/calendar.server.ts";
import { chooseProjects } from "../rounds/audience.ts";
import type { ProjectBurden } from "./burden.ts";

/** A round that is being set up: whom it would reach, and how many minutes it asks for. */
export type Plan = {
  projectIds: readonly string[];
  minutes: number;
  /** the draft itself, so that it is not counted as planned and as added */
  exceptRoundId?: string;
};

/**
 * Minutes a year by project. A round belongs to the year in which it opens; a version without a duration counts nothing.
 * Without a plan: every project that is active in the year or was asked. With one: the projects that it would reach, with
 * what it would add.
 */
export async function burdenOf(db: Db | Tx, year: number, plan?: Plan): Promise<ProjectBurden[]> {
  const [rows, planned] = await Promise.all([
    listAskedMinutes(db, year),
    plannedMinutes(db, year, plan?.exceptRoundId),
  ]);
  const wanted = plan && new Set(plan.projectIds);
  return rows
    .filter((row) => !wanted || wanted.has(row.project_id))
    .map((row) => ({
      projectId: row.project_id,
      name: row.name,
      organisation: row.organisation,
      asked: row.minutes,
      planned: planned.get(row.project_id) ?? 0,
      added: plan?.minutes ?? 0,
    }));
}

/** What drafts would ask of each project if they were opened on their day with the network as it is known now. */
async function plannedMinutes(db: Db | Tx, year: number, exceptRoundId?: string): Promise<Map<string, number>> {
  const minutes = new Map<string, number>();
  for (const draft of await listPlannedRounds(db, year)) {
    if (draft.round_id === exceptRoundId || draft.minutes === null) continue;
    for (const { project_id: id } of chooseProjects(await listActiveProjects(db, draft.opens_at), draft.audience)) {
      minutes.set(id, (minutes.get(id) ?? 0) + draft.minutes);
    }
  }
  return minutes;
}
