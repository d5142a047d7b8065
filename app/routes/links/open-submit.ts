import type { ActionFunctionArgs } from "@remix-run/node";
import { limitStarts } from "../../domain/links/limit-starts.server.ts";
import { barOf, findOpenLink } from "../../domain/links/open-links.server.ts";
import { anonymousSchema, submitAnonymously } from "../../domain/links/submit-anonymously.server.ts";
import { Problem } from "../../domain/problem.ts";
import { parseJson } from "../../http/form.server.ts";
import { localeOf } from "../../http/locale.server.ts";
import { answering } from "../../http/respond.server.ts";

/** Takes the answers of an anonymous round by an open link. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const row = await findOpenLink(context.db, params.token ?? "");
    if (!row || row.round_state === "draft") throw new Problem("not-found");
    const answers = await parseJson(request, anonymousSchema);
    // A link that is full may still be asked whether these very answers have come.
    if (barOf(row) === "revoked") throw new Problem("link-full");
    await limitStarts(context.db, context.env.secret ?? "", context.clientKey, "submit");
    await submitAnonymously(context, { kind: "open", row }, answers, await localeOf(request, undefined));
    return Response.json({});
  });
}
