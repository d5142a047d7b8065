import type { DeskInquiry } from "../../domain/inquiries/read-inquiries.server.ts";
import { formatCount, formatDate, formatTime, quote } from "../../format.ts";
import { CheckedForm } from "../layout/checked-form.tsx";
import { FormField } from "../layout/form-field.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";
import type { RefusedAnswer } from "./desk-inquiries.tsx";

type CardProps = {
  inquiry: DeskInquiry;
  mayAnswer: boolean /** how long an answer may be */;
  signs: number;
  refused: RefusedAnswer | undefined;
};

/** Who asks, when and about what; and the two ways to be done with it. */
export function DeskInquiryCard({ inquiry, mayAnswer, signs, refused }: CardProps) {
  const t = useTexts().inquiries.desk;
  const locale = useLocale();
  const read = useReader();
  const { askedAt, place, answer, answeredAt, closedAt } = inquiry;
  const from = inquiry.unnamed ? t.unnamed : (inquiry.from ?? t.guest);
  return (
    <article className="card inquiry">
      <div>
        <h3>{from}</h3>
        <p className="quiet">
          {[inquiry.askedBy, t.asked(formatDate(askedAt, locale), formatTime(askedAt, locale))]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      {place ? (
        <p>
          <span className="quiet">{t.about}:</span> {quote(read(place.title), locale)}
        </p>
      ) : null}
      <p className="inquiry__text">{inquiry.text}</p>
      {answer && answeredAt ? (
        <div className="inquiry__answer">
          <p className="quiet">{t.answered(formatDate(answeredAt, locale), inquiry.answeredBy)}</p>
          <p className="inquiry__text">{answer}</p>
        </div>
      ) : closedAt ? (
        <p className="quiet">{t.settled(formatDate(closedAt, locale))}</p>
      ) : null}
      {mayAnswer && !answer ? <AnswerForm inquiry={inquiry} from={from} signs={signs} refused={refused} /> : null}
    </article>
  );
}

type AnswerFormProps = { inquiry: DeskInquiry; from: string } & Pick<CardProps, "signs" | "refused">;

function AnswerForm({ inquiry, from, signs, refused }: AnswerFormProps) {
  const t = useTexts().inquiries.desk;
  const most = formatCount(signs, useLocale());
  const fault = refused?.fault;
  const error = fault === "missing" ? t.errors.missing : fault === "tooLong" ? t.errors.tooLong(most) : undefined;
  const way = inquiry.unnamed ? "unnamed" : inquiry.askedBy ? "mail" : "person";
  const to = <span className="visually-hidden">{t.to(from)}</span>;
  return (
    <CheckedForm errors={{ answer: error }}>
      <input type="hidden" name="inquiryId" value={inquiry.inquiryId} />
      <FormField
        name="answer"
        label={t.answer}
        hint={t.hint[way](most)}
        control="textarea"
        textarea={{ rows: 3, defaultValue: refused?.typed ?? "" }}
      />
      <div className="actions">
        <button type="submit" className="button" name="intent" value="answer">
          {t.submit}
          {to}
        </button>
        {inquiry.closedAt ? null : (
          <button type="submit" className="button button--quiet" name="intent" value="settle">
            {t.settle}
            {to}
          </button>
        )}
      </div>
    </CheckedForm>
  );
}
