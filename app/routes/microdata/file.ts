import type { LoaderFunctionArgs } from "@remix-run/node";
import { microdataBundle, microdataFileName } from "../../domain/microdata/bundle.server.ts";
import { findOpenInsight, readMicrodata } from "../../domain/microdata/read-microdata.server.ts";
import { Problem } from "../../domain/problem.ts";
import { impatientBodyOf } from "../../http/body.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";

/** The file of a look that was noted: for the person who gave the reason, while it is open. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "responses.export");
    const roundId = params.roundId ?? "";
    const insightId = /^(.+)\.zip$/.exec(params.file ?? "")?.[1] ?? "";
    const now = new Date();
    const insight = await findOpenInsight(context.db, viewer, { roundId, insightId, now });
    if (!insight) throw new Problem("not-found");
    const microdata = await readMicrodata(context.db, roundId, { secret: context.env.secret ?? "", insight });
    return new Response(impatientBodyOf(microdataBundle(microdata, now)), {
      headers: {
        "Content-Type": "application/zip",
        "Content-Disposition": `attachment; filename="${microdataFileName(microdata)}"`,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
}
