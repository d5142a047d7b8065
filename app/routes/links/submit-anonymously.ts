import type { ActionFunctionArgs } from "@remix-run/node";
import { anonymousSchema, submitAnonymously } from "../../domain/links/submit-anonymously.server.ts";
import { getInvitation } from "../../domain/responses/access.server.ts";
import { parseJson } from "../../http/form.server.ts";
import { requireRespondent } from "../../http/guest.server.ts";
import { localeOf } from "../../http/locale.server.ts";
import { answering } from "../../http/respond.server.ts";

/** Takes the answers of an anonymous round under an invitation. Says that they came, and nothing that leads to them. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const respondent = await requireRespondent(request, context, "response.submit", invitationId);
    const answers = await parseJson(request, anonymousSchema);
    const row = await getInvitation(context.db, respondent, invitationId, "response.submit");
    const locale = await localeOf(request, respondent);
    await submitAnonymously(context, { kind: "invitation", row }, answers, locale);
    return Response.json({});
  });
}
