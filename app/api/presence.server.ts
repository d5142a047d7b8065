import { z } from "zod";
import { createFlood } from "../domain/flood.ts";
import { markPresent } from "../domain/live/presence.server.ts";
import { Problem } from "../domain/problem.ts";
import { parseJson } from "../http/form.server.ts";
import { paths } from "../paths.ts";
import type { Endpoint } from "./endpoint.server.ts";
import { findSheet } from "./sheet.server.ts";

/** A browser tells every ten seconds and at each step to another question; several windows of one person count together. */
const flood = createFlood({ perMinute: 120, most: 120 });

const schema = z.strictObject({
  client: z.uuid().toLowerCase(),
  place: z.string().max(1000).nullable(),
  gone: z.boolean().optional(),
});

/** A browser says that somebody is here, and at which question; or that they leave. */
export const presence: Endpoint = {
  name: "presence",
  method: "POST",
  path: paths.presence(":invitationId"),
  answer: async (call) => {
    const { respondent, invitationId } = await findSheet(call, "response.edit");
    const wait = flood.take(respondent.accountId ?? invitationId, 1);
    if (wait > 0) throw new Problem("too-many-requests", { retryAfter: wait });
    const said = await parseJson(call.request, schema);
    await markPresent(call.app.db, respondent, invitationId, { ...said, gone: said.gone === true });
    return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
  },
};
