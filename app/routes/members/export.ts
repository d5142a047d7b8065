import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportMembers } from "../../domain/members/import/export-members.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";

/** All projects as a file that can be read in again. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const { accountId } = await requireVerb(request, context, "member.read");
    const file = await exportMembers(context.db, params.format ?? "", { actorId: accountId, now: new Date() });
    return new Response(file.content, {
      headers: {
        "Content-Type": file.contentType,
        "Content-Disposition": `attachment; filename="${file.name}"`,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
}
