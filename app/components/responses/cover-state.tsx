import { Form } from "@remix-run/react";
import type { Cover } from "../../domain/responses/open-sheet.server.ts";
import { FormField } from "../layout/form-field.tsx";
import { Notice } from "../layout/notice.tsx";
import { useTexts } from "../texts.ts";

type Sheet = Cover & { maySubmit: boolean };

/** How it stands with a questionnaire, above its cover: answered, closed, or not taking part. */
export function CoverState({ sheet }: { sheet: Sheet }) {
  const { responses, links } = useTexts();
  const byProject = sheet.kind === "project";
  if (sheet.state === "submitted" && sheet.privacy === "anonymous") {
    return <Notice kind="good" title={links.cover.receivedAnonymous} />;
  }
  if (sheet.state === "submitted") {
    return <Notice kind="good" title={byProject ? responses.start.submitted : links.cover.received} />;
  }
  if (!sheet.open) {
    const readable = byProject && sheet.privacy !== "anonymous";
    return (
      <Notice kind="warn" title={sheet.cancelled ? responses.start.cancelledTitle : responses.start.closedTitle}>
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
  if (!sheet.open || !sheet.maySubmit || sheet.declined || sheet.state === "submitted" || sheet.kind === "open") {
    return null;
  }
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
