import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskPage } from "../../components/inquiries/ask-page.tsx";
import { titled } from "../../components/layout/titled.ts";
import { askByOpenLink } from "../../domain/inquiries/ask.server.ts";
import { readAskingByLink } from "../../domain/inquiries/read-own.server.ts";
import { barOf, findOpenLink } from "../../domain/links/open-links.server.ts";
import { Problem } from "../../domain/problem.ts";
import type { App } from "../../http/context.ts";
import { readInquiryForm, refuseInquiry } from "../../http/inquiry-form.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.inquiries.page.title);

/** Passes `Retry-After` on. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders ?? {};

/** Asking by an open link. Nobody is known here, so the answer is found at the address of what was asked. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const token = params.token ?? "";
    const search = new URL(request.url).searchParams;
    const asking = await readAskingByLink(context.db, await linkOf(context, token), {
      question: search.get("frage"),
      inquiryId: search.get("anfrage"),
    });
    const { sent } = asking;
    return {
      ...asking,
      inquiryId: randomUUID(),
      back: paths.openLink(token),
      here: paths.openAsk(token),
      address: sent ? `${context.env.origin}${paths.openAsk(token, { anfrage: sent.inquiryId })}` : null,
      reopen: false,
    };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const token = params.token ?? "";
    const link = await linkOf(context, token);
    const { asked, typed, refused } = await readInquiryForm(request);
    if (refused) return refused;
    const { db, jobs, env, clientKey: network } = context;
    const { unnamed: _, ...inquiry } = asked;
    try {
      await askByOpenLink({ db, jobs, secret: env.secret ?? "" }, link, { ...inquiry, network });
    } catch (problem) {
      return refuseInquiry(problem, typed);
    }
    return redirect(paths.openAsk(token, { anfrage: asked.inquiryId }));
  });
}

/** A link that is full or over still leads here; one that was withdrawn, or leads nowhere yet, does not. */
async function linkOf(app: App, token: string) {
  const link = await findOpenLink(app.db, token);
  const bar = link && barOf(link);
  if (!link || bar === "revoked" || bar === "soon") throw new Problem("not-found");
  return link;
}

export default function OpenAsk() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <AskPage {...loaded} refused={refused} />;
}
