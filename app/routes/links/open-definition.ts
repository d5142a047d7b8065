import type { LoaderFunctionArgs } from "@remix-run/node";
import { findOpenLink } from "../../domain/links/open-links.server.ts";
import { Problem } from "../../domain/problem.ts";
import { getInstrument } from "../../domain/responses/instrument.server.ts";
import { answering } from "../../http/respond.server.ts";

/** The instrument of an anonymous round for those who came by an open link, under an address that changes with it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const link = await findOpenLink(context.db, params.token ?? "");
    if (!link || link.round_state === "draft" || link.privacy !== "anonymous") throw new Problem("not-found");
    const { json, checksum } = await getInstrument(context.db, link);
    if (checksum !== params.checksum) throw new Problem("not-found");
    return new Response(json, {
      headers: { "Content-Type": "application/json", "Cache-Control": "private, max-age=31536000, immutable" },
    });
  });
}
