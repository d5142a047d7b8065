import { Form } from "@remix-run/react";
import type { Cover } from "../../domain/responses/open-sheet.server.ts";
import type { StepBack } from "../../domain/responses/versions.server.ts";
import { formatMoment } from "../../format.ts";
import { FormField } from "../layout/form-field.tsx";
import { Notice } from "../layout/notice.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { ReopenedNotice } from "./sign-off/reopened-notice.tsx";

type Sheet = Cover & { maySubmit: boolean; step: StepBack | null };

/** How it stands with a questionnaire, above its cover: answered, closed, or not taking part. */
export function CoverState({ sheet }: { sheet: Sheet }) {
  const { responses, links, signOff } = useTexts();
  const locale = useLocale();
  const byProject = sheet.kind === "project";
  if (sheet.state === "submitted" && sheet.privacy === "anonymous") {
    return <Notice kind="good" title={links.cover.receivedAnonymous} />;
  }
  if (sheet.state === "submitted") {
    return (
      <Notice kind="good" title={byProject ? responses.start.submitted : links.cover.received}>
        {sheet.submittedAt ? <p>{responses.start.submittedAt(formatMoment(sheet.submittedAt, locale))}</p> : null}
      </Notice>
    );
  }
  if (sheet.state === "reopened" || (sheet.state === "withdrawn" && sheet.open && !sheet.declined)) {
    return <ReopenedNotice cover={sheet} step={sheet.step} />;
  }
  if (!sheet.open) {
    const readable = byProject && sheet.privacy !== "anonymous";
    return (
      <Notice kind="warn" title={sheet.cancelled ? responses.start.cancelledTitle : responses.start.closedTitle}>
        {sheet.state === "withdrawn" ? <p>{signOff.state.withdrawnTitle}</p> : null}
        <p>{readable ? responses.start.closed : links.cover.closed}</p>
      </Notice>
    );
  }
  if (sheet.declined) return <Declined sheet={sheet} />;
  return sheet.privacy === "anonymous" && !sheet.maySubmit ? <Notice title={links.cover.leadOnly} /> : null;
}

function Declined({ sheet }: { sheet: Sheet }) {
  const t = useTexts().links.decline;
  return (
    <Notice title={sheet.kind === "project" ? t.declinedUs : t.declinedMe}>
      <p>{t.noted}</p>
      {sheet.maySubmit ? (
        <Form method="post" className="actions">
          <button type="submit" className="button" name="intent" value="rejoin">
            {t.takeBack}
          </button>
        </Form>
      ) : null}
    </Notice>
  );
}

/** "Wir nehmen nicht teil", for who may answer for the invitation: opened first, then confirmed. */
export function DeclineForm({ sheet }: { sheet: Sheet }) {
  const t = useTexts().links.decline;
  const byProject = sheet.kind === "project";
  const isAnswered = sheet.state === "submitted" || sheet.state === "reopened";
  if (!sheet.open || !sheet.maySubmit || sheet.declined || isAnswered || sheet.kind === "open") return null;
  return (
    <details className="decline">
      <summary>{byProject ? t.us : t.me}</summary>
      <Form method="post" className="form">
        <p>{t.hint}</p>
        <FormField
          name="reason"
          label={t.reason}
          optional={t.optional}
          hint={t.reasonHint}
          control="textarea"
          textarea={{ rows: 3, maxLength: 500 }}
        />
        <div className="actions">
          <button type="submit" className="button" name="intent" value="decline">
            {byProject ? t.confirmUs : t.confirmMe}
          </button>
        </div>
      </Form>
    </details>
  );
}
