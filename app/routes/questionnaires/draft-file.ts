import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDraftFile } from "../../domain/questionnaires/read-draft.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";

/** A draft's definition, for its preview and to be kept. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "questionnaire.read");
    const json = await getDraftFile(context.db, idOf(params.draftId));
    return new Response(json, { headers: { "Content-Type": "application/json", "Cache-Control": "no-store" } });
  });
}
