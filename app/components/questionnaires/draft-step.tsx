import { Form, Link } from "@remix-run/react";
import type { DraftHead, DraftRights } from "../../domain/questionnaires/read-draft.server.ts";
import { formatCount, formatDate } from "../../format.ts";
import { paths } from "../../paths.ts";
import { CheckedForm } from "../layout/checked-form.tsx";
import { ConfirmCard } from "../layout/confirm-card.tsx";
import { FormField } from "../layout/form-field.tsx";
import { Notice } from "../layout/notice.tsx";
import { useLocale, useTexts } from "../texts.ts";

type DraftStepProps = {
  draft: DraftHead;
  rights: DraftRights;
  /** what a yes is given to */
  seen: { checksum: string; base: string };
  /** the person asked to discard it and is to confirm that */
  discarding: boolean;
  refused: Refused | undefined;
};

type Refused = { field: "note" | "reason"; error: "tooLong" | "reasonMissing"; typed: string };

/** The one thing to do next with a draft: propose it, say yes or no to it, read what it became. */
export function DraftStep(props: DraftStepProps) {
  const t = useTexts().questionnaires.draft;
  const locale = useLocale();
  const { draft, rights, discarding } = props;
  if (draft.state === "published" && draft.published !== null) {
    return (
      <Notice
        kind="good"
        title={t.publishedTitle(formatCount(draft.published, locale))}
        actions={
          <Link className="button button--primary" to={paths.version(draft.name, draft.published)}>
            {t.read}
          </Link>
        }
      >
        <p>{t.published(draft.decider ?? "", formatDate(draft.decidedAt ?? draft.uploadedAt, locale))}</p>
      </Notice>
    );
  }
  if (draft.state === "proposed") return rights.decide ? <Decide {...props} /> : <Waiting {...props} />;
  if (discarding && rights.discard) {
    return (
      <ConfirmCard
        title={t.discardTitle}
        confirm={t.discardConfirm}
        danger
        back={paths.draft(draft.draftId)}
        action={paths.draft(draft.draftId)}
        fields={{ intent: "discard" }}
      >
        <p>{t.discardText}</p>
      </ConfirmCard>
    );
  }
  return rights.propose ? <Propose {...props} /> : null;
}

function Propose({ draft, seen, refused }: DraftStepProps) {
  const t = useTexts().questionnaires.draft;
  const locale = useLocale();
  return (
    <>
      {draft.returnReason ? (
        <Notice
          kind="warn"
          title={t.returnedTitle(draft.decider ?? "", formatDate(draft.decidedAt ?? draft.uploadedAt, locale))}
        >
          <p className="written">{draft.returnReason}</p>
        </Notice>
      ) : null}
      <section className="card stack stack--close">
        <h2>{t.proposeTitle}</h2>
        <p>{t.proposeText}</p>
        <CheckedForm errors={{ note: refused ? t[refused.error] : undefined }}>
          <FormField
            name="note"
            control="textarea"
            label={t.note}
            optional={t.optional}
            hint={t.noteHint}
            textarea={{ rows: 3, defaultValue: refused?.typed ?? draft.note }}
          />
          <Seen seen={seen} />
          <div className="actions">
            <button type="submit" className="button button--primary" name="intent" value="propose">
              {t.propose}
            </button>
            <Link className="button button--quiet" to={paths.draft(draft.draftId, "verwerfen")}>
              {t.discard}
            </Link>
          </div>
        </CheckedForm>
      </section>
    </>
  );
}

function Waiting({ draft, rights }: DraftStepProps) {
  const t = useTexts().questionnaires.draft;
  return (
    <Notice
      title={t.waitingTitle}
      actions={
        rights.withdraw ? (
          <Form method="post">
            <button type="submit" className="button" name="intent" value="withdraw">
              {t.withdraw}
            </button>
          </Form>
        ) : null
      }
    >
      <Proposed draft={draft} />
    </Notice>
  );
}

function Decide({ draft, seen, refused }: DraftStepProps) {
  const t = useTexts().questionnaires.draft;
  return (
    <section className="card card--attention stack stack--close">
      <h2>{t.decideTitle}</h2>
      <Proposed draft={draft} />
      <p>{t.decideText}</p>
      <Form method="post" className="actions">
        <Seen seen={seen} />
        <button type="submit" className="button button--primary" name="intent" value="publish">
          {t.publish}
        </button>
      </Form>
      <details className="fold" open={refused !== undefined}>
        <summary>
          <strong>{t.returnTitle}</strong>
        </summary>
        <CheckedForm errors={{ reason: refused ? t[refused.error] : undefined }}>
          <FormField
            name="reason"
            control="textarea"
            label={t.reason}
            textarea={{ rows: 3, defaultValue: refused?.typed }}
          />
          <div className="actions">
            <button type="submit" className="button" name="intent" value="return">
              {t.return}
            </button>
          </div>
        </CheckedForm>
      </details>
    </section>
  );
}

function Proposed({ draft }: { draft: DraftHead }) {
  const t = useTexts().questionnaires.draft;
  const locale = useLocale();
  return (
    <>
      <p>{t.proposedBy(draft.proposer ?? "", formatDate(draft.proposedAt ?? draft.uploadedAt, locale))}</p>
      {draft.note ? <blockquote className="written">{draft.note}</blockquote> : null}
    </>
  );
}

/** A yes is given to what was on screen: the server compares. */
function Seen({ seen }: { seen: { checksum: string; base: string } }) {
  return (
    <>
      <input type="hidden" name="checksum" value={seen.checksum} />
      <input type="hidden" name="base" value={seen.base} />
    </>
  );
}
