import type { LoaderFunctionArgs } from "@remix-run/node";
import { historySchema, readHistory } from "../../domain/talk/read-history.server.ts";
import { parseQuery } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";

/** Who changed a question when, as JSON. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const viewer = await requireVerb(request, context, "invitation.read");
    const { frage: question, vor: before } = parseQuery(request, historySchema);
    const history = await readHistory(context.db, viewer, invitationId, { question, before });
    return Response.json(history, { headers: { "Cache-Control": "no-store" } });
  });
}
