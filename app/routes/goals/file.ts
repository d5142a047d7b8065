import type { LoaderFunctionArgs } from "@remix-run/node";
import { writeGoals } from "../../domain/goals/goals-csv.ts";
import { readGoals } from "../../domain/goals/read-goals.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { localeOf } from "../../http/locale.server.ts";
import { answering } from "../../http/respond.server.ts";
import { textsOf } from "../../locales/index.ts";

/** Every goal with its numbers, as a file. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "goal.read");
    const locale = await localeOf(request, viewer);
    const texts = textsOf(locale);
    return new Response(writeGoals(await readGoals(context.db, context.report), texts, locale), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${texts.goals.csvName}"`,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
}
