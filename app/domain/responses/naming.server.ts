import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import type { InvitationRow } from "#db/queries/invitations.server.ts";
import * as queries from "#db/queries/naming.server.ts";
import { lockResponse } from "#db/queries/responses.server.ts";
import { releaseHints } from "#surveys/release-hints.ts";
import { Problem } from "../problem.ts";
import { getInvitation, isCounting, type Respondent } from "./access.server.ts";
import { getInstrument } from "./instrument.server.ts";

/** How it stands with a project's name: consented to, withdrawn, or given again; when and by whom since the answer. */
export type Naming = { withdrawn: boolean; at: Date | null; by: string | null };

/**
 * Null where there is nothing to withdraw: the round is not named, its questionnaire asks for no consent, nothing counts yet,
 * or the answer is no.
 */
export async function readNaming(db: Db | Tx, invitation: InvitationRow): Promise<Naming | null> {
  const { round_id: roundId, response_id: responseId } = invitation;
  if (invitation.privacy !== "named" || !responseId || !isCounting(invitation)) return null;
  const { nameConsent } = releaseHints((await getInstrument(db, invitation)).definition);
  const key = { roundId, responseId };
  if (!nameConsent || !(await queries.hasConsented(db, key, nameConsent))) return null;
  const step = await queries.findLastNamingStep(db, key);
  return { withdrawn: step?.withdrawn ?? false, at: step?.at ?? null, by: step?.by ?? null };
}

/**
 * Withdraws the project's consent to being named, or gives it again: at any time, also after the round has ended. From then
 * on nothing that is shown or exported has the name, or has it again. Doing it twice is once. The round's history says that
 * it happened. Throws not-found, also where there is nothing to withdraw.
 */
export async function changeNaming(
  db: Db,
  viewer: Respondent,
  invitationId: string,
  { withdrawn, now }: { withdrawn: boolean; now: Date },
): Promise<void> {
  await transact(db, async (tx) => {
    const invitation = await getInvitation(tx, viewer, invitationId, "response.submit");
    const roundId = invitation.round_id;
    // Whoever steps at the same moment waits here, and then finds it done.
    await lockResponse(tx, roundId, invitationId);
    const naming = await readNaming(tx, invitation);
    const [responseId, by] = [invitation.response_id, viewer.accountId];
    // People by link have no project that could be named.
    if (!naming || !responseId || !by) throw new Problem("not-found");
    if (naming.withdrawn === withdrawn) return;
    const last = await queries.findLastNamingStep(tx, { roundId, responseId });
    const number = (last?.number ?? 0) + 1;
    await queries.insertNamingStep(tx, {
      round_id: roundId,
      response_id: responseId,
      ...{ number, withdrawn, at: now, by },
    });
    const verb = withdrawn ? "name.withdraw" : "name.give";
    await insertAudit(tx, {
      ...{ actorId: by, verb, object: "round", objectId: roundId, detail: { invitationId }, at: now },
    });
  });
}
