import { randomUUID } from "node:crypto";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import * as audience from "#db/queries/audience.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { findVersion } from "#db/queries/versions.server.ts";
import { hasRoster } from "#surveys/roster.ts";
import { textOf } from "#surveys/texts.ts";
import { Problem } from "../problem.ts";

export type Opening = {
  versionId: string;
  wave: string;
  privacy: "named" | "confidential" | "anonymous";
  strict?: boolean;
  opensAt: Date;
  closesAt: Date;
  fictional?: boolean;
  actorId: string | null;
};

/**
 * Opens a round for all projects that are active on its first day. Each invitation copies organisation and attributes of
 * that day, and a questionnaire that asks for member projects gets its roster: later changes do not touch the round.
 * Throws not-found for an unknown version, invalid-request for an anonymous round, which would not be one yet.
 */
export function openRound(
  db: Db | Tx,
  opening: Opening,
): Promise<{ roundId: string; invitations: audience.Invited[] }> {
  return transact(db, async (tx) => {
    const version = await findVersion(tx, opening.versionId);
    if (!version) throw new Problem("not-found");
    // Answers and invitations of projects share a key: an anonymous round needs the inbox that comes with links.
    if (opening.privacy === "anonymous") throw new Problem("invalid-request");
    const projects = await audience.listActiveProjects(tx, opening.opensAt);
    const seriesId = await audience.ensureSeries(tx, randomUUID(), version.questionnaire_id, version.name);
    const roundId = randomUUID();
    const roster = hasRoster(version.definition)
      ? projects.map((project) => ({ value: project.project_id, text: project.name }))
      : [];
    await audience.insertRound(tx, {
      round_id: roundId,
      series_id: seriesId,
      version_id: opening.versionId,
      title: textOf(version.definition.title, version.name),
      wave: opening.wave,
      privacy: opening.privacy,
      strict: opening.strict ?? false,
      state: "open",
      opens_at: opening.opensAt,
      closes_at: opening.closesAt,
      opened_at: opening.opensAt,
      closed_at: null,
      fictional: opening.fictional ?? false,
      roster,
    });
    const invitations = await audience.insertInvitations(tx, roundId, opening.opensAt, projects);
    await insertAudit(tx, { actorId: opening.actorId, verb: "round.open", object: "round", objectId: roundId });
    return { roundId, invitations };
  });
}
