import type { LoaderFunctionArgs } from "@remix-run/node";
import { planFile } from "../../domain/measures/plan-file.ts";
import { readMeasures } from "../../domain/measures/read-measures.server.ts";
import { dayOf } from "../../domain/members/days.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { localeOf } from "../../http/locale.server.ts";
import { yearOf } from "../../http/measure-form.server.ts";
import { answering } from "../../http/respond.server.ts";

/** The plan of a year as a file in the language of the page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "measure.read");
    const year = yearOf(request) ?? dayOf(new Date()).slice(0, 4);
    const { name, text } = planFile(await readMeasures(context.db), year, await localeOf(request, viewer));
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
