import type { ActionFunctionArgs } from "@remix-run/node";
import { getInvitation } from "../../domain/responses/access.server.ts";
import { changesSchema, saveChanges } from "../../domain/responses/save-changes.server.ts";
import { parseJson } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";

/** Saves edits of one response: JSON in, what became of each edit out. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "response.edit");
    const { operations } = await parseJson(request, changesSchema);
    const invitation = await getInvitation(context.db, viewer, params.invitationId ?? "", "response.edit");
    return Response.json(await saveChanges(context.db, viewer, invitation, operations));
  });
}
