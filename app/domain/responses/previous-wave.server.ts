import type { Db, Tx } from "#db/client.server.ts";
import type { InvitationRow } from "#db/queries/invitations.server.ts";
import { findPreviousSubmission } from "#db/queries/previous-wave.server.ts";
import { withoutPaths } from "#surveys/cells.ts";
import { concord } from "#surveys/concordance.ts";
import type { Definition } from "#surveys/definition.ts";
import type { JsonObject } from "#surveys/json.ts";
import { getInstrument } from "./instrument.server.ts";

/** What the project answered last time, in the version that counted then. */
export type PreviousWave = {
  /** short name of that wave, e.g. "2025" */
  wave: string;
  /** as they were submitted, without what the definition's conditions hid */
  answers: JsonObject;
  /** what was asked then */
  definition: Definition;
  /** keys of the items that measure the same now and then: identical or only reworded */
  comparable: Set<string>;
};

/**
 * The latest submission of the same project in an earlier round of the same series. Undefined where there is none: for
 * people by link, in anonymous rounds, and for a project that takes part for the first time.
 */
export async function readPreviousWave(db: Db | Tx, invitation: InvitationRow): Promise<PreviousWave | undefined> {
  const { project_id: projectId, round_id: roundId } = invitation;
  if (projectId === null || invitation.privacy === "anonymous") return undefined;
  const found = await findPreviousSubmission(db, { round_id: roundId, project_id: projectId });
  if (!found) return undefined;
  const { definition } = await getInstrument(db, { ...found, project_id: projectId });
  const now = await getInstrument(db, invitation);
  const comparable = concord(definition.items, now.definition.items)
    .filter(({ change }) => change === "identical" || change === "reworded")
    .map(({ key }) => key);
  return {
    wave: found.wave,
    answers: withoutPaths(found.answers as JsonObject, found.invisible),
    definition,
    comparable: new Set(comparable),
  };
}
