import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CodingFrame } from "../../components/coding/coding-frame.tsx";
import { QuoteCard } from "../../components/coding/quote-card.tsx";
import { QuoteForm } from "../../components/coding/quote-form.tsx";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useTexts } from "../../components/texts.ts";
import { QUOTE_SIGNS, REASON_SIGNS } from "../../domain/coding/limits.ts";
import { decideOnQuote, proposeQuote, readQuotes } from "../../domain/coding/quotes.server.ts";
import { itemKeyOf, refuseCoding } from "../../http/coding-form.server.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.coding.quotes.title);

/** Far above what is kept: what is too long comes back to be shortened. */
const typed = z.string().max(20_000).default("");
const schema = z.strictObject({
  intent: z.enum(["propose", "approve", "refuse"]),
  quoteId: z.uuid(),
  textId: z.uuid().optional(),
  text: typed,
  reason: typed,
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "responses.code");
    const asked = new URL(request.url).searchParams.get("text");
    const asking = { viewer, key: itemKeyOf(params), now: new Date() };
    const page = await readQuotes(context.db, asking, asked === null ? null : idOf(asked));
    return { page, quoteId: randomUUID(), signs: { quote: QUOTE_SIGNS, reason: REASON_SIGNS } };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "responses.code");
    const { intent, quoteId, textId = "", text, reason } = await parseForm(request, schema);
    const key = itemKeyOf(params);
    const asking = { viewer, key, now: new Date() };
    try {
      if (intent === "propose") await proposeQuote(context.db, asking, { quoteId, textId, text });
      else {
        const decision = intent === "approve" ? "approved" : "refused";
        await decideOnQuote(context.db, asking, { quoteId, decision, reason });
      }
    } catch (error) {
      return refuseCoding(error, { quoteId, text, reason });
    }
    const done = intent === "propose" ? "vorgeschlagen" : "entschieden";
    return redirect(paths.quotes(key.roundId, key.item, { fertig: done }));
  });
}

export default function Quotes() {
  const t = useTexts().coding.quotes;
  const { page, quoteId, signs } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { place, quotes, proposing } = page;
  const next = proposing ? undefined : quotes.find((one) => one.decision === null && !one.mine);
  return (
    <CodingFrame place={place} title={t.title}>
      <p>{t.intro}</p>
      {proposing && place.open ? (
        <QuoteForm
          key={proposing.textId}
          page={page}
          proposing={proposing}
          quoteId={quoteId}
          signs={signs.quote}
          refused={refused}
        />
      ) : null}
      {quotes.length === 0 && !proposing ? <EmptyState title={t.empty} text={t.emptyText} /> : null}
      {quotes.map((quote) => (
        <QuoteCard
          key={quote.id}
          quote={quote}
          open={place.open}
          leads={quote === next}
          signs={signs.reason}
          refused={refused}
        />
      ))}
    </CodingFrame>
  );
}
