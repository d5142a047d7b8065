import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { AnswerSheet } from "../../components/answer-sheet.tsx";
import { FictionalChip } from "../../components/fictional-chip.tsx";
import { AskLink } from "../../components/inquiries/ask-link.tsx";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { ChangesFilter } from "../../components/responses/sign-off/changes-filter.tsx";
import { PageProgressList } from "../../components/responses/sign-off/page-progress.tsx";
import { ReopenedNotice } from "../../components/responses/sign-off/reopened-notice.tsx";
import { nextStepOf, SigningCard } from "../../components/responses/sign-off/signing-card.tsx";
import { useReader, useTexts } from "../../components/texts.ts";
import { Problem } from "../../domain/problem.ts";
import { getInvitation } from "../../domain/responses/access.server.ts";
import { onlyChanges } from "../../domain/responses/compare-waves.ts";
import { type Finding, reviewSheet } from "../../domain/responses/read-sheet.server.ts";
import { requireTwo, signOff } from "../../domain/responses/sign-off.server.ts";
import { submitResponse } from "../../domain/responses/submit-response.server.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireRespondent } from "../../http/guest.server.ts";
import { localeOf } from "../../http/locale.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.responses.review.title);

const seq = z.coerce.number().int().min(0);
const schema = z.union([
  z.strictObject({ intent: z.literal("submit").default("submit"), submissionId: z.uuid(), seq }),
  z.strictObject({ intent: z.literal("sign-off"), seq }),
  z.strictObject({ intent: z.enum(["require-one", "require-two"]) }),
]);

/** What is shown below says it all again, as it stands now; only the reason is added. */
const SAID_BELOW = ["edit-clash", "open-clashes", "invalid-answer", "second-sign-off"];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const viewer = await requireRespondent(request, context, "invitation.read", invitationId);
    const locale = await localeOf(request, viewer);
    const review = await reviewSheet(context.db, context.checking, viewer, invitationId, locale);
    if (review.cover.state === "submitted") throw redirect(paths.submitted(invitationId));
    if (!review.cover.open) throw redirect(paths.invitation(invitationId));
    const asked = new URL(request.url).searchParams.get("zeige") === "aenderungen";
    const only = asked && (review.comparison?.changed ?? 0) > 0;
    const pages = only ? onlyChanges(review.pages) : review.pages;
    return { ...review, pages, only, submissionId: randomUUID() };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const viewer = await requireRespondent(request, context, "response.edit", invitationId);
    const asked = await parseForm(request, schema);
    try {
      if (asked.intent === "submit") {
        const invitation = await getInvitation(context.db, viewer, invitationId, "response.submit");
        await submitResponse(context, viewer, invitation, asked);
        return redirect(paths.receipt(invitationId));
      }
      if (asked.intent === "sign-off") await signOff(context, viewer, invitationId, asked.seq);
      else await requireTwo(context.db, viewer, invitationId, asked.intent === "require-two");
    } catch (error) {
      if (error instanceof Problem && SAID_BELOW.includes(error.code)) {
        return Response.json({ refused: error.code }, { status: error.status });
      }
      throw error;
    }
    return redirect(`${paths.review(invitationId)}#freigabe`);
  });
}

export default function Review() {
  const { responses, signOff: texts } = useTexts();
  const t = responses.review;
  const review = useLoaderData<typeof loader>();
  const { cover, pages, findings, hidden, progress, comparison, only, step } = review;
  const refused = (useActionData() as { refused?: string } | undefined)?.refused;
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
      <div className="stack">
        {refused === "edit-clash" ? <Notice kind="warn" title={t.changed} live="alert" /> : null}
        {refused === "second-sign-off" ? <Notice kind="warn" title={texts.signing.secondMissing} live="alert" /> : null}
        <ReopenedNotice cover={cover} step={step} />
        {findings.length > 0 ? <Findings findings={findings} /> : null}
        <PageProgressList invitationId={cover.invitationId} pages={progress} />
        {hidden > 0 ? <Notice>{t.hidden}</Notice> : null}
        {comparison ? <ChangesFilter invitationId={cover.invitationId} comparison={comparison} only={only} /> : null}
      </div>
      <AnswerSheet pages={pages} wave={cover.wave} />
      {cover.kind === "project" ? <SigningCard review={review} /> : null}
      <Foot />
    </>
  );
}

/** The way back, and the one thing to do next. */
function Foot() {
  const { responses, signOff: texts } = useTexts();
  const review = useLoaderData<typeof loader>();
  const { cover, submissionId, signing } = review;
  const isBusy = useNavigation().state !== "idle";
  const byProject = cover.kind === "project";
  const next = nextStepOf(review);
  const notes = {
    submit: byProject ? texts.review.lock : texts.review.lockGuest,
    "sign-off": null,
    "wait-second": texts.signing.signedWaiting,
    "wait-lead": texts.signing.signedLead,
    "lead-only": responses.review.leadOnly,
    complete: null,
  };
  return (
    <>
      {notes[next] ? next === "submit" ? <p className="quiet">{notes[next]}</p> : <Notice>{notes[next]}</Notice> : null}
      <Form method="post" className="form-foot">
        <Link className="button" to={paths.fill(cover.invitationId)}>
          {responses.review.back}
        </Link>
        {next === "submit" || next === "sign-off" ? (
          <>
            <input type="hidden" name="seq" value={review.seq} />
            {next === "submit" ? <input type="hidden" name="submissionId" value={submissionId} /> : null}
            <button
              type="submit"
              className="button button--primary"
              disabled={isBusy}
              name="intent"
              value={next === "submit" ? "submit" : "sign-off"}
            >
              {next === "submit" ? submitLabel() : texts.signing.sign}
            </button>
          </>
        ) : null}
      </Form>
      <AskLink invitationId={cover.invitationId} />
    </>
  );

  function submitLabel(): string {
    if (!byProject) return cover.state === "reopened" ? texts.review.submitAgainGuest : responses.review.submit;
    if (signing.two && signing.signed) return texts.review.submitSigned;
    return cover.state === "reopened" ? texts.review.submitAgain : texts.review.submit;
  }
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
