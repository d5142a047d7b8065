import type { LoaderFunctionArgs } from "@remix-run/node";
import { findNetworkFile } from "../../domain/network/network-files.ts";
import { readNetworkRelease } from "../../domain/network/read-network.server.ts";
import { Problem } from "../../domain/problem.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { localeOf } from "../../http/locale.server.ts";
import { answering } from "../../http/respond.server.ts";

/** Projects or contacts of a network for spreadsheets, as they may be shown at this moment. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "release.read");
    const write = findNetworkFile(params.file ?? "");
    if (!write) throw new Problem("not-found");
    const network = await readNetworkRelease(context.report, params.releaseId ?? "");
    const { name, text } = write(network, await localeOf(request, viewer));
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
