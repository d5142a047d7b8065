import type { LoaderFunctionArgs } from "@remix-run/node";
import { getRoundDefinition } from "../domain/responses/instrument.server.ts";
import { requireReader } from "../http/guest.server.ts";
import { answering } from "../http/respond.server.ts";

/** The instrument of a round under an address that changes with its content: a browser keeps it for a year. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const reader = await requireReader(request, context);
    const json = await getRoundDefinition(context.db, reader, params.roundId ?? "", params.checksum ?? "");
    return new Response(json, {
      headers: { "Content-Type": "application/json", "Cache-Control": "private, max-age=31536000, immutable" },
    });
  });
}
