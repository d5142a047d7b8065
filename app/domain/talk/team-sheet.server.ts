import type { Db } from "#db/client.server.ts";
import type { InvitationRow } from "#db/queries/invitations.server.ts";
import { Problem } from "../problem.ts";
import { getInvitation, type Respondent } from "../responses/access.server.ts";
import { getInstrument, type Instrument } from "../responses/instrument.server.ts";
import type { Verb } from "../roles.ts";

export type TeamSheet = {
  invitation: InvitationRow & { project_id: string };
  accountId: string;
  key: { roundId: string; invitationId: string };
  instrument: Instrument;
};

/**
 * The sheet of a project, for somebody of its team. People by link work alone, and anonymous rounds keep nothing that
 * could tell who said what: there it is not-found.
 */
export async function getTeamSheet(db: Db, viewer: Respondent, invitationId: string, verb: Verb): Promise<TeamSheet> {
  const invitation = await getInvitation(db, viewer, invitationId, verb);
  const { project_id, round_id: roundId } = invitation;
  if (project_id === null || !viewer.accountId || invitation.privacy === "anonymous") throw new Problem("not-found");
  return {
    invitation: { ...invitation, project_id },
    accountId: viewer.accountId,
    key: { roundId, invitationId: invitation.invitation_id },
    instrument: await getInstrument(db, invitation),
  };
}
