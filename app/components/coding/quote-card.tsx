import type { Quote } from "../../domain/coding/quotes.server.ts";
import type { Fault } from "../../domain/problem.ts";
import { formatDate, quote as inQuotes } from "../../format.ts";
import { CheckedForm } from "../layout/checked-form.tsx";
import { FormField } from "../layout/form-field.tsx";
import { StateChip } from "../layout/state-chip.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { useCodingErrors } from "./use-coding-errors.ts";

type QuoteCardProps = {
  quote: Quote;
  open: boolean;
  /** deciding is the page's one thing to do */
  leads: boolean;
  signs: number;
  refused: { faults: Fault[]; typed: { quoteId: string; reason: string } } | undefined;
};

/** One quote: what became of it, or the decision that somebody else than its proposer takes. */
export function QuoteCard({ quote, open, leads, signs, refused }: QuoteCardProps) {
  const t = useTexts().coding.quotes;
  const locale = useLocale();
  const proposed = formatDate(quote.proposedAt, locale);
  const decided = quote.decidedAt ? formatDate(quote.decidedAt, locale) : "";
  return (
    <article className="card stack--close">
      <blockquote className="sentence coding-text__words">{inQuotes(quote.text, locale)}</blockquote>
      <p className="quiet">{quote.mine ? t.mine(proposed) : t.by(quote.proposer, proposed)}</p>
      {quote.decision === null ? (
        <p>
          <StateChip tone="started">{quote.mine ? t.waitingOther : t.waiting}</StateChip>
        </p>
      ) : (
        <p>
          <StateChip tone={quote.decision === "approved" ? "done" : "bad"}>
            {t[quote.decision](quote.decider ?? "", decided)}
          </StateChip>
        </p>
      )}
      {quote.reason ? (
        <p>
          <span className="quiet">{t.reason}:</span> {quote.reason}
        </p>
      ) : null}
      {quote.source === null ? null : (
        <details>
          <summary>{t.source}</summary>
          <p className="coding-text__words">{quote.source}</p>
        </details>
      )}
      {open && quote.decision === null && !quote.mine ? (
        <DecisionForm quote={quote} leads={leads} signs={signs} refused={refused} />
      ) : null}
    </article>
  );
}

function DecisionForm({ quote, leads, signs, refused }: Omit<QuoteCardProps, "open">) {
  const t = useTexts().coding.quotes;
  const again = refused?.typed.quoteId === quote.id ? refused : undefined;
  const errors = useCodingErrors(again?.faults);
  const of = <span className="visually-hidden">{t.of(quote.text)}</span>;
  return (
    <CheckedForm errors={errors}>
      <input type="hidden" name="quoteId" value={quote.id} />
      <FormField
        name="reason"
        label={t.reason}
        optional={t.reasonOptional}
        hint={t.reasonHint(signs)}
        input={{ defaultValue: again?.typed.reason ?? "", autoComplete: "off" }}
      />
      <div className="actions">
        <button type="submit" className={leads ? "button button--primary" : "button"} name="intent" value="approve">
          {t.approve}
          {of}
        </button>
        <button type="submit" className="button" name="intent" value="refuse">
          {t.refuse}
          {of}
        </button>
      </div>
    </CheckedForm>
  );
}
