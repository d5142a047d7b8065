import type { LoaderFunctionArgs } from "@remix-run/node";
import { getVersionFile } from "../../domain/questionnaires/read-questionnaires.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { numberOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";

/** A version's definition, for its preview and to be kept. It never changes. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "questionnaire.read");
    const json = await getVersionFile(context.db, params.name ?? "", numberOf(params.number));
    const headers = { "Content-Type": "application/json", "Cache-Control": "private, max-age=31536000, immutable" };
    return new Response(json, { headers });
  });
}
