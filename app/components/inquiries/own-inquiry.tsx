import type { OwnInquiry as OwnInquiryModel } from "../../domain/inquiries/read-own.server.ts";
import { formatDate, quote } from "../../format.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";

/** What was asked, with its answer, for those who asked. */
export function OwnInquiry({ inquiry }: { inquiry: OwnInquiryModel }) {
  const t = useTexts().inquiries.own;
  const locale = useLocale();
  const read = useReader();
  const { text, place, answer, answeredAt } = inquiry;
  return (
    <article className="card inquiry">
      <p className="quiet">
        {t.asked(formatDate(inquiry.askedAt, locale), inquiry.askedBy)}
        {place ? ` · ${quote(read(place.title), locale)}` : null}
      </p>
      {text === null ? <p>{t.erased}</p> : <p className="inquiry__text">{text}</p>}
      {answer ? (
        <div className="inquiry__answer">
          <p className="quiet">{answeredAt ? t.answered(formatDate(answeredAt, locale)) : t.answer}</p>
          <p className="inquiry__text">{answer}</p>
        </div>
      ) : text === null ? null : (
        <p className="quiet">{inquiry.closed ? t.settled : t.waiting}</p>
      )}
    </article>
  );
}
