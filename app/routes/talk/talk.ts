import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { changeTalk, talkSchema } from "../../domain/talk/change-talk.server.ts";
import { readTalk } from "../../domain/talk/read-talk.server.ts";
import { parseJson } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";

/** What stands beside the answers of a sheet, as JSON: notes, marks, and who can be asked. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const viewer = await requireVerb(request, context, "invitation.read");
    return Response.json(await readTalk(context.db, viewer, invitationId), { headers: NO_STORE });
  });
}

/** One step: JSON in, everything that stands there afterwards out. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const viewer = await requireVerb(request, context, "response.edit");
    const step = await parseJson(request, talkSchema);
    await changeTalk(context, viewer, invitationId, step);
    return Response.json(await readTalk(context.db, viewer, invitationId), { headers: NO_STORE });
  });
}

const NO_STORE = { "Cache-Control": "no-store" };
