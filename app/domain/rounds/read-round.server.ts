import type { Db } from "#db/client.server.ts";
import { findReleaseOfRound } from "#db/queries/releases.server.ts";
import { findRound, listParticipants, listRounds, type RoundRow } from "#db/queries/rounds.server.ts";
import { Problem } from "../problem.ts";

export type { RoundRow };

/** How far an invited project is. */
export type Progress = "invited" | "opened" | "begun" | "submitted";

export type Participant = {
  invitationId: string;
  project: string;
  organisation: string;
  /** code of the Land on the day of opening */
  land: string | null;
  progress: Progress;
  /** when something last happened */
  at: Date | null;
};

/** All rounds but drafts, which have a page of their own. */
export async function readRounds(db: Db): Promise<RoundRow[]> {
  return (await listRounds(db)).filter((round) => round.state !== "draft");
}

/**
 * A round with its participants and its release. In anonymous rounds nobody may learn who took part, so there are no
 * participants. Throws not-found.
 */
export async function readRound(db: Db, roundId: string) {
  const round = await findRound(db, roundId);
  if (!round || round.state === "draft") throw new Problem("not-found");
  const [rows, release] = await Promise.all([
    round.privacy === "anonymous" ? undefined : listParticipants(db, roundId),
    findReleaseOfRound(db, roundId),
  ]);
  return { round, participants: rows?.map(participantOf), release };
}

type ParticipantRow = Awaited<ReturnType<typeof listParticipants>>[number];

function participantOf(row: ParticipantRow): Participant {
  const { invitation_id: invitationId, project, organisation, land } = row;
  const progress =
    row.state === "submitted"
      ? "submitted"
      : row.state === "draft"
        ? "begun"
        : row.first_opened_at
          ? "opened"
          : "invited";
  const at = row.submitted_at ?? row.changed_at ?? row.first_opened_at;
  return { invitationId, project, organisation, land, progress, at };
}
