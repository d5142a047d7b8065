import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AskLink } from "../../components/inquiries/ask-link.tsx";
import { titled } from "../../components/layout/titled.ts";
import { AnonymousThanks } from "../../components/responses/anonymous-thanks.tsx";
import { LeaveForm } from "../../components/responses/leave-form.tsx";
import { readCover } from "../../domain/responses/open-sheet.server.ts";
import { requireRespondent } from "../../http/guest.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.links.thanks.title.replace(/\.$/, ""));

/** Thanks for an anonymous submission under an invitation; who has not submitted is led to the cover. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const respondent = await requireRespondent(request, context, "invitation.read", invitationId);
    const { state, privacy, kind } = await readCover(context.db, respondent, invitationId);
    if (state !== "submitted" || privacy !== "anonymous") throw redirect(paths.invitation(invitationId));
    return { kind, invitationId };
  });
}

export default function Thanks() {
  const { kind, invitationId } = useLoaderData<typeof loader>();
  return (
    <>
      <AnonymousThanks />
      <AskLink invitationId={invitationId} />
      {kind === "project" ? null : <LeaveForm />}
    </>
  );
}
