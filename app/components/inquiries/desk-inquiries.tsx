import type { DeskInquiry, DeskInquiries as Inquiries } from "../../domain/inquiries/read-inquiries.server.ts";
import { formatCount } from "../../format.ts";
import { Notice } from "../layout/notice.tsx";
import { DoneNotice } from "../members/done-notice.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { DeskInquiryCard } from "./desk-inquiry-card.tsx";

/** An answer that was not sent, with what was typed. */
export type RefusedAnswer = { inquiryId: string; typed: string; fault: "missing" | "tooLong" | "taken" };

type DeskInquiriesProps = {
  inquiries: Inquiries;
  facts: { audience: { kind: string } };
  mayAnswer: boolean;
  refused: RefusedAnswer | undefined;
};

/** What was asked about a round: what is open can be answered here, what is done stands folded below. */
export function DeskInquiries({ inquiries, facts, mayAnswer, refused }: DeskInquiriesProps) {
  const t = useTexts().inquiries.desk;
  const locale = useLocale();
  const { all, signs, capped } = inquiries;
  if (all.length === 0) return null;
  const open = all.filter((one) => one.closedAt === null);
  const closed = all.filter((one) => one.closedAt !== null);
  const about = (inquiry: DeskInquiry) => ({
    inquiry,
    mayAnswer,
    signs,
    refused: refused?.inquiryId === inquiry.inquiryId ? refused : undefined,
  });
  return (
    <section className="stack--close" id="fragen" aria-labelledby="fragen-title">
      <h2 id="fragen-title">{facts.audience.kind === "link" ? t.titleByLink : t.title}</h2>
      <DoneNotice texts={t.done} />
      {refused?.fault === "taken" ? (
        <Notice kind="warn" title={t.taken} live="alert">
          <p className="inquiry__text">{refused.typed}</p>
        </Notice>
      ) : null}
      <p className="quiet">{open.length > 0 ? t.open(open.length, formatCount(open.length, locale)) : t.none}</p>
      {open.map((inquiry) => (
        <DeskInquiryCard key={inquiry.inquiryId} {...about(inquiry)} />
      ))}
      {closed.length > 0 ? (
        <details className="inquiries-done" open={closed.some((one) => one.inquiryId === refused?.inquiryId)}>
          <summary>{t.closed(closed.length, formatCount(closed.length, locale))}</summary>
          <div className="stack--close">
            {closed.map((inquiry) => (
              <DeskInquiryCard key={inquiry.inquiryId} {...about(inquiry)} />
            ))}
          </div>
        </details>
      ) : null}
      {capped ? <p className="quiet">{t.capped(formatCount(all.length, locale))}</p> : null}
    </section>
  );
}
