import type { LoaderFunctionArgs } from "@remix-run/node";
import { collectOwnData } from "../../domain/account/own-data.server.ts";
import { requireViewer } from "../../http/guard.server.ts";
import { localeOf } from "../../http/locale.server.ts";
import { answering } from "../../http/respond.server.ts";

/** Everything kept about the person who asks, as a file. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireViewer(request, context);
    const kept = await collectOwnData(context.db, viewer, await localeOf(request, viewer), new Date());
    return new Response(`${JSON.stringify(kept, null, 2)}\n`, {
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": 'attachment; filename="praxisspiegel-meine-daten.json"',
        "Cache-Control": "private, no-store",
      },
    });
  });
}
