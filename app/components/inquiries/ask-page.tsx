import { Link } from "@remix-run/react";
import type { Asking } from "../../domain/inquiries/read-own.server.ts";
import { FictionalChip } from "../fictional-chip.tsx";
import { Notice } from "../layout/notice.tsx";
import { PageHead } from "../layout/page-head.tsx";
import { CopyField } from "../responses/copy-field.tsx";
import { useReader, useTexts } from "../texts.ts";
import { AskForm, type AskFormProps } from "./ask-form.tsx";
import { OwnInquiry } from "./own-inquiry.tsx";

type AskPageProps = Asking &
  Pick<AskFormProps, "inquiryId" | "refused"> & {
    /** the questionnaire's cover */
    back: string;
    /** this page without anything beside it */
    here: string;
    /** of what was sent without a name: the address at which its answer is found */
    address: string | null;
    reopen: boolean;
  };

/** "Frage zur Erhebung": the form, or what was sent; below what was asked before. */
export function AskPage(props: AskPageProps) {
  const t = useTexts().inquiries;
  const read = useReader();
  const { cover, sent, others } = props;
  const who = !cover.kind ? "nobody" : cover.kind === "project" ? "project" : "person";
  const round = `${read(cover.title)} ${cover.wave}`;
  return (
    <div className="stack">
      <PageHead
        title={t.page.title}
        subtitle={
          <>
            {[round, cover.project].filter(Boolean).join(" · ")} <FictionalChip fictional={cover.fictional} />
          </>
        }
        trail={[{ to: props.back, label: round }]}
        trailLabel={t.page.back}
      />
      {sent ? (
        <Sent {...props} sent={sent} />
      ) : (
        <>
          <p>{t.page.intro}</p>
          <AskForm
            {...props}
            who={who}
            withoutPlace={props.here}
            anonymous={cover.privacy === "anonymous"}
            prefill={props.reopen ? t.page.reopen : ""}
          />
        </>
      )}
      {others.length > 0 ? (
        <section className="stack--close" aria-labelledby="own-inquiries">
          <h2 id="own-inquiries">{sent ? t.own.earlier : t.own.title}</h2>
          {others.map((inquiry) => (
            <OwnInquiry key={inquiry.inquiryId} inquiry={inquiry} />
          ))}
        </section>
      ) : null}
      <p className="ask-line">
        <Link to={props.back}>{t.page.back}</Link>
      </p>
    </div>
  );
}

type SentProps = Pick<AskPageProps, "answerWay" | "here" | "address"> & { sent: NonNullable<Asking["sent"]> };

/** What was sent, and where the answer comes. */
function Sent({ sent, answerWay, here, address }: SentProps) {
  const t = useTexts().inquiries.sent;
  const waits = !sent.answer && !sent.closed;
  return (
    <>
      {sent.answer ? <Notice kind="good" title={t.answered} live="status" /> : null}
      {waits ? (
        <Notice kind="good" title={t.title} live="status">
          <p>{t.where[sent.named ? answerWay : "address"]}</p>
        </Notice>
      ) : null}
      {address ? <CopyField label={t.address} value={address} /> : null}
      <OwnInquiry inquiry={sent} />
      <p>
        <Link className="button" to={here}>
          {t.another}
        </Link>
      </p>
    </>
  );
}
