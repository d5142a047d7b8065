import { Problem } from "../domain/problem.ts";
import { getInvitation, type Respondent } from "../domain/responses/access.server.ts";
import type { Verb } from "../domain/roles.ts";
import { requireRespondent } from "../http/guest.server.ts";
import type { Call } from "./endpoint.server.ts";

/** The asked questionnaire and who asks, if they may. Anonymous rounds keep nothing to work on together: not-found. */
export async function findSheet({ app, request, params }: Call, verb: Verb) {
  const invitationId = params.invitationId ?? "";
  const respondent: Respondent = await requireRespondent(request, app, verb, invitationId);
  const invitation = await getInvitation(app.db, respondent, invitationId, verb);
  if (invitation.privacy === "anonymous") throw new Problem("not-found");
  return { invitationId, respondent, invitation };
}
