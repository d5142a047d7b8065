import type { LoaderFunctionArgs } from "@remix-run/node";
import { readLastTime } from "../../domain/talk/read-last-time.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";

/** What the project answered last time, where it may be set beside what is asked now; null where there is nothing. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "response.edit");
    const lastTime = await readLastTime(context.db, viewer, params.invitationId ?? "");
    return Response.json(lastTime, { headers: { "Cache-Control": "no-store" } });
  });
}
