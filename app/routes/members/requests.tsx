import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { DoneNotice } from "../../components/members/done-notice.tsx";
import { fieldErrors } from "../../components/members/fault-text.ts";
import { DecidedRequests, RequestCard } from "../../components/members/request-card.tsx";
import { SectionNav } from "../../components/members/section-nav.tsx";
import { useLocale, useTexts } from "../../components/texts.ts";
import { acceptRequest, REASON_CHARS, readRequests, refuseRequest } from "../../domain/members/requests.server.ts";
import type { Fault } from "../../domain/problem.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { refusalOf } from "../../http/member-form.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

const schema = z.strictObject({
  intent: z.enum(["accept", "refuse"]),
  requestId: z.uuid(),
  reason: z.string().max(20_000).default(""),
});

export const meta = titled((t) => t.members.sections.requests);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "member.read");
    return readRequests(context.db);
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "member.edit");
    const { intent, requestId, reason: typed } = await parseForm(request, schema);
    const decision = { requestId, actorId, now: new Date() };
    const reason = typed.trim();
    const refuse = (faults: Fault[], status: number) => data({ requestId, reason: typed, faults }, { status });
    if (intent === "refuse") {
      if (reason === "") return refuse([{ code: "missing", path: "/reason" }], 422);
      const limit = REASON_CHARS;
      if (reason.length > limit) return refuse([{ code: "too-long", path: "/reason", detail: { limit } }], 422);
      await refuseRequest(context.db, { ...decision, reason });
      return redirect(paths.attributeRequests("abgelehnt"));
    }
    try {
      await acceptRequest(context.db, decision);
      return redirect(paths.attributeRequests("angenommen"));
    } catch (error) {
      const { faults, status } = refusalOf(error);
      return refuse(faults, status);
    }
  });
}

export default function Requests() {
  const texts = useTexts();
  const t = texts.members;
  const locale = useLocale();
  const { open, decided } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={t.sections.requests} subtitle={t.requests.subtitle} />
      <SectionNav />
      <DoneNotice texts={t.requests.done} />
      {open.length === 0 ? <EmptyState title={t.requests.emptyTitle} text={t.requests.empty} /> : null}
      {open.map((one) => {
        const own = refused?.requestId === one.request_id ? refused : undefined;
        const errors = fieldErrors(texts, locale, own?.faults);
        return <RequestCard key={one.request_id} request={one} errors={errors} reason={own?.reason ?? ""} />;
      })}
      <DecidedRequests requests={decided} />
    </>
  );
}
