import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { AnswerSheet } from "../../components/answer-sheet.tsx";
import { FictionalChip } from "../../components/fictional-chip.tsx";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useReader, useTexts } from "../../components/texts.ts";
import { Problem } from "../../domain/problem.ts";
import { getInvitation } from "../../domain/responses/access.server.ts";
import { type Finding, reviewSheet } from "../../domain/responses/read-sheet.server.ts";
import { submitResponse } from "../../domain/responses/submit-response.server.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireRespondent } from "../../http/guest.server.ts";
import { localeOf } from "../../http/locale.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.responses.review.title);

const schema = z.strictObject({ submissionId: z.uuid(), seq: z.coerce.number().int().min(0) });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const viewer = await requireRespondent(request, context, "invitation.read", invitationId);
    const locale = await localeOf(request, viewer);
    const review = await reviewSheet(context.db, context.checking, viewer, invitationId, locale);
    if (review.cover.state === "submitted") throw redirect(paths.submitted(invitationId));
    if (!review.cover.open) throw redirect(paths.invitation(invitationId));
    return { ...review, submissionId: randomUUID() };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const viewer = await requireRespondent(request, context, "response.submit", invitationId);
    const submission = await parseForm(request, schema);
    const invitation = await getInvitation(context.db, viewer, invitationId, "response.submit");
    try {
      await submitResponse(context, viewer, invitation, submission);
    } catch (error) {
      // What is shown below says it all again, as it stands now; only the reason is added.
      if (error instanceof Problem && ["edit-clash", "invalid-answer"].includes(error.code)) {
        return Response.json({ refused: error.code }, { status: error.status });
      }
      throw error;
    }
    return redirect(paths.receipt(invitation.invitation_id));
  });
}

export default function Review() {
  const t = useTexts().responses.review;
  const { cover, pages, findings, hidden, seq, maySubmit, submissionId } = useLoaderData<typeof loader>();
  const refused = (useActionData() as { refused?: string } | undefined)?.refused;
  const submitting = useNavigation().state !== "idle";
  return (
    <>
      <PageHead
        title={t.title}
        subtitle={
          <>
            {t.subtitle} <FictionalChip fictional={cover.fictional} />
          </>
        }
      />
      {refused === "edit-clash" ? <Notice kind="warn" title={t.changed} live="alert" /> : null}
      {findings.length > 0 ? <Findings findings={findings} /> : null}
      {hidden > 0 ? <Notice>{t.hidden}</Notice> : null}
      <AnswerSheet pages={pages} />
      {maySubmit ? null : <Notice>{t.leadOnly}</Notice>}
      <Form method="post" className="form-foot">
        <Link className="button" to={paths.fill(cover.invitationId)}>
          {t.back}
        </Link>
        <input type="hidden" name="submissionId" value={submissionId} />
        <input type="hidden" name="seq" value={seq} />
        {maySubmit && findings.length === 0 ? (
          <button type="submit" className="button button--primary" disabled={submitting}>
            {t.submit}
          </button>
        ) : null}
      </Form>
    </>
  );
}

function Findings({ findings }: { findings: Finding[] }) {
  const t = useTexts().responses;
  const read = useReader();
  const { cover } = useLoaderData<typeof loader>();
  const texts: Record<string, string> = t.faults;
  return (
    <Notice kind="warn" title={t.review.problems(findings.length)}>
      <p>{t.review.problemsHint}</p>
      <ul>
        {findings.map((finding) => (
          <li key={finding.question + finding.code}>
            <Link to={paths.fill(cover.invitationId, finding.page, finding.question)}>{read(finding.title)}</Link>
            <br />
            {texts[finding.code] ?? finding.message ?? t.faults.other}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
