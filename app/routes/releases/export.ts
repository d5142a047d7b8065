import { Readable } from "node:stream";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileName } from "../../domain/export/file-name.ts";
import { findFormat } from "../../domain/export/index.ts";
import { Problem } from "../../domain/problem.ts";
import { getRelease } from "../../domain/report/read-report.server.ts";
import { bodyOf } from "../../http/body.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { localeOf } from "../../http/locale.server.ts";
import { answering } from "../../http/respond.server.ts";

/** A release as a file in the language of the page, piece by piece. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "release.read");
    const format = findFormat(params.format ?? "");
    if (!format) throw new Problem("not-found");
    const release = await getRelease(context.report, params.releaseId ?? "");
    const locale = await localeOf(request, viewer);
    const file = Readable.from(format.write(context.report, release, locale));
    return new Response(bodyOf(file), {
      headers: {
        "Content-Type": format.contentType,
        "Content-Disposition": `attachment; filename="${fileName(release, format, locale)}"`,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
}
