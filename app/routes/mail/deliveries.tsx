import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { DeliveryTable } from "../../components/mail/delivery-table.tsx";
import { MailTabs } from "../../components/mail/mail-tabs.tsx";
import { TroubleForm } from "../../components/mail/trouble-form.tsx";
import { useReader, useTexts } from "../../components/texts.ts";
import { readDeliveries, resendMails } from "../../domain/mail/deliveries.server.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

/** In the address: mails about no round. */
const NO_ROUND = "keine";

export const meta = titled((t) => `${t.messages.tabs.deliveries} · ${t.messages.title}`);

const schema = z.strictObject({ mail: z.array(z.uuid()).max(5000) });

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "mail.edit");
    const query = new URL(request.url).searchParams;
    const read = await readDeliveries(context.db, roundOf(query));
    return { ...read, resent: countIn(query, "gesendet"), tooSoon: countIn(query, "zufrueh") };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "mail.edit");
    const { mail: mailIds } = await parseForm(request, schema, ["mail"]);
    if (mailIds.length === 0) return data({ problem: "none-chosen" as const }, { status: 422 });
    const { queued, tooSoon } = await resendMails(context, { mailIds, actorId });
    const roundId = new URL(request.url).searchParams.get("erhebung") ?? undefined;
    const page = paths.deliveries(roundId);
    const counts = `gesendet=${queued}${tooSoon > 0 ? `&zufrueh=${tooSoon}` : ""}`;
    return redirect(`${page}${page.includes("?") ? "&" : "?"}${counts}`);
  });
}

export default function Deliveries() {
  const t = useTexts().messages;
  const read = useReader();
  const { rounds, chosen, troubles, resent, tooSoon } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const title = chosen?.title ? `${read(chosen.title)} ${chosen.wave}` : t.deliveries.noRound;
  return (
    <div className="stack">
      <PageHead title={t.title} subtitle={t.deliveries.intro} />
      <MailTabs />
      {resent + tooSoon > 0 && !problem ? (
        <Notice kind={resent > 0 ? "good" : "warn"} live="status">
          {resent > 0 ? <p>{t.deliveries.resent(resent)}</p> : null}
          {tooSoon > 0 ? <p>{t.deliveries.tooSoon(tooSoon)}</p> : null}
        </Notice>
      ) : null}
      {chosen ? (
        <>
          <TroubleForm key={chosen.round_id} title={title} troubles={troubles} noneChosen={problem !== undefined} />
          <DeliveryTable rounds={rounds} chosen={chosen} />
        </>
      ) : (
        <EmptyState title={t.deliveries.none} text={t.deliveries.noneText} />
      )}
    </div>
  );
}

function countIn(query: URLSearchParams, name: string): number {
  const count = Number(query.get(name) ?? "");
  return Number.isSafeInteger(count) && count > 0 ? count : 0;
}

/** Undefined: none was chosen; what is no id at all is none. */
function roundOf(query: URLSearchParams): string | null | undefined {
  const asked = query.get("erhebung");
  if (asked === NO_ROUND) return null;
  return asked && z.uuid().safeParse(asked).success ? asked : undefined;
}
