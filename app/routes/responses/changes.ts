import type { ActionFunctionArgs } from "@remix-run/node";
import { getInvitation } from "../../domain/responses/access.server.ts";
import { changesSchema, saveChanges } from "../../domain/responses/save-changes.server.ts";
import { parseJson } from "../../http/form.server.ts";
import { requireRespondent } from "../../http/guest.server.ts";
import { answering } from "../../http/respond.server.ts";

/** Saves edits of one response: JSON in, what became of each edit out. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const respondent = await requireRespondent(request, context, "response.edit", invitationId);
    const { operations } = await parseJson(request, changesSchema);
    const invitation = await getInvitation(context.db, respondent, invitationId, "response.edit");
    return Response.json(await saveChanges(context.db, respondent, invitation, operations));
  });
}
