import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskPage } from "../../components/inquiries/ask-page.tsx";
import { titled } from "../../components/layout/titled.ts";
import { askInquiry } from "../../domain/inquiries/ask.server.ts";
import { readAsking } from "../../domain/inquiries/read-own.server.ts";
import { requireRespondent } from "../../http/guest.server.ts";
import { readInquiryForm, refuseInquiry } from "../../http/inquiry-form.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.inquiries.page.title);

/** Passes `Retry-After` on. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders ?? {};

/** Asking the coordination about a questionnaire: open, over, or not begun. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const respondent = await requireRespondent(request, context, "inquiry.ask", invitationId);
    const search = new URL(request.url).searchParams;
    const asking = await readAsking(context.db, respondent, invitationId, {
      question: search.get("frage"),
      inquiryId: search.get("anfrage"),
    });
    const { sent } = asking;
    return {
      ...asking,
      inquiryId: randomUUID(),
      back: paths.invitation(invitationId),
      here: paths.ask(invitationId),
      address:
        sent && !sent.named ? `${context.env.origin}${paths.ask(invitationId, { anfrage: sent.inquiryId })}` : null,
      reopen: search.get("anlass") === "wieder-oeffnen",
    };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const respondent = await requireRespondent(request, context, "inquiry.ask", invitationId);
    const { asked, typed, refused } = await readInquiryForm(request);
    if (refused) return refused;
    const { db, jobs, env } = context;
    try {
      await askInquiry({ db, jobs, secret: env.secret ?? "" }, respondent, invitationId, asked);
    } catch (problem) {
      return refuseInquiry(problem, typed);
    }
    return redirect(paths.ask(invitationId, { anfrage: asked.inquiryId }));
  });
}

export default function Ask() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <AskPage {...loaded} refused={refused} />;
}
