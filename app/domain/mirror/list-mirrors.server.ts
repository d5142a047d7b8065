import type { Db } from "#db/client.server.ts";
import { type InvitationRow, listInvitations } from "#db/queries/invitations.server.ts";
import type { Text } from "#surveys/model.ts";
import { type ReleaseSummary, readReleases } from "../report/read-report.server.ts";
import { isAnswered, isCounting, isOpen } from "../responses/access.server.ts";
import { projectsWith, type Viewer } from "../viewer.ts";

type Asked = { invitationId: string; project: string; title: Text; wave: string };

/**
 * A round with a release: `ready` the project's answers can stand beside it, `silent` it submitted none,
 * `anonymous` nobody knows which are its own.
 */
export type ReleasedRound = Asked & { release: ReleaseSummary; state: "ready" | "silent" | "anonymous" };
/** A round that the project answered and of which there is no release yet. */
export type WaitingRound = Asked & { open: boolean; closesAt: Date };
export type Mirrors = { released: ReleasedRound[]; waiting: WaitingRound[] };

/** The rounds of the viewer's projects: those with a release, the newest first, and those whose answers wait for one. */
export async function listMirrors(db: Db, report: Db, viewer: Viewer): Promise<Mirrors> {
  const rows = await listInvitations(db, projectsWith(viewer, "invitation.read"));
  const releases = new Map((await readReleases(report)).map(({ earlier: _, ...one }) => [one.roundId, one]));
  const released = rows.flatMap((row) => {
    const release = releases.get(row.round_id);
    return release ? [{ ...askedOf(row), release, state: stateOf(row) }] : [];
  });
  const waiting = rows.filter(
    (row) => !releases.has(row.round_id) && isAnswered(row) && row.round_state !== "cancelled",
  );
  return {
    released: released.sort((a, b) => b.release.madeAt.getTime() - a.release.madeAt.getTime()),
    waiting: waiting.map((row) => ({ ...askedOf(row), open: isOpen(row), closesAt: row.closed_at ?? row.closes_at })),
  };
}

function askedOf({ invitation_id: invitationId, project_name: project, title, wave }: InvitationRow): Asked {
  return { invitationId, project, title, wave };
}

function stateOf(row: InvitationRow): ReleasedRound["state"] {
  if (row.privacy === "anonymous") return "anonymous";
  return isCounting(row) ? "ready" : "silent";
}
