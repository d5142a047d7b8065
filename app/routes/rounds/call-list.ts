import type { LoaderFunctionArgs } from "@remix-run/node";
import { writeCallList } from "../../domain/rounds/desk/call-list.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";

/** Whom to ring up, as a file. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "round.remind");
    const { name, text } = await writeCallList(context.db, { roundId: idOf(params.roundId), actorId, now: new Date() });
    return new Response(text, {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${name}"`,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
}
