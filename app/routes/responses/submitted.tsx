import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AnswerSheet } from "../../components/answer-sheet.tsx";
import { FictionalChip } from "../../components/fictional-chip.tsx";
import { AskLink } from "../../components/inquiries/ask-link.tsx";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { PrintButton } from "../../components/print-button.tsx";
import { NamingCard } from "../../components/responses/naming-card.tsx";
import { ReopenedNotice } from "../../components/responses/sign-off/reopened-notice.tsx";
import { Versions } from "../../components/responses/sign-off/versions.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { hasRelease } from "../../domain/mirror/read-mirror.server.ts";
import { changeNaming } from "../../domain/responses/naming.server.ts";
import { readSubmitted } from "../../domain/responses/read-sheet.server.ts";
import { formatDeadline } from "../../format.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireRespondent } from "../../http/guest.server.ts";
import { answering } from "../../http/respond.server.ts";
import { versionOf } from "../../http/version-param.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.responses.submitted.title);

const schema = z.strictObject({ intent: z.enum(["withdraw-name", "give-name"]) });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const respondent = await requireRespondent(request, context, "invitation.read", invitationId);
    const sheet = await readSubmitted(context.db, respondent, invitationId, versionOf(request));
    return { ...sheet, hasMirror: isMirrored(sheet) && (await hasRelease(context.report, sheet.roundId)) };
  });
}

/** Answers of a project that count have a mirror, once there is a release. */
function isMirrored({ cover, receipt }: Pick<Awaited<ReturnType<typeof readSubmitted>>, "cover" | "receipt">): boolean {
  return cover.kind === "project" && receipt?.fate === "counts";
}

/** The consent to being named, withdrawn or given again. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const respondent = await requireRespondent(request, context, "response.submit", invitationId);
    const { intent } = await parseForm(request, schema);
    const withdrawn = intent === "withdraw-name";
    await changeNaming(context.db, respondent, invitationId, { withdrawn, now: new Date() });
    return redirect(paths.submitted(invitationId));
  });
}

export default function Submitted() {
  const { responses: t, signOff, mirror } = useTexts();
  const locale = useLocale();
  const read = useReader();
  const { cover, pages, receipt, versions, steps, maySubmit, naming, hasMirror } = useLoaderData<typeof loader>();
  const { invitationId, state } = cover;
  const round = `${read(cover.title)} ${cover.wave}`;
  const version = receipt && versions.length > 1 ? ` · ${signOff.versions.number(receipt.version)}` : "";
  const mayChange = maySubmit && cover.open && (state === "submitted" || state === "reopened");
  return (
    <>
      <PageHead
        title={t.submitted.title}
        subtitle={
          <>
            {receipt
              ? `${round}${version} · ${t.submitted.subtitle(receipt.number, formatDeadline(receipt.submittedAt, locale))}`
              : round}{" "}
            <FictionalChip fictional={cover.fictional} />
          </>
        }
        actions={<PrintButton>{t.receipt.print}</PrintButton>}
      />
      <State />
      {naming && receipt?.fate === "counts" ? <NamingCard naming={naming} mayChange={maySubmit} /> : null}
      <AnswerSheet pages={pages} />
      <div className="actions">
        {hasMirror ? (
          <Link className="button" to={paths.mirror(invitationId)}>
            {mirror.link}
          </Link>
        ) : null}
        {receipt ? (
          <Link
            className="button"
            to={paths.receipt(invitationId, receipt.fate === "counts" ? undefined : receipt.version)}
          >
            {t.receipt.number}
          </Link>
        ) : null}
        {mayChange ? (
          <Link className="button" to={paths.changeSubmitted(invitationId)}>
            {signOff.change.link}
          </Link>
        ) : null}
      </div>
      <Versions invitationId={invitationId} versions={versions} steps={steps} byProject={cover.kind === "project"} />
      <AskLink invitationId={invitationId} />
    </>
  );
}

/** What these answers are worth: a version that does not count, one that is being corrected, or a draft. */
function State() {
  const { responses: t, signOff } = useTexts();
  const { cover, receipt, steps } = useLoaderData<typeof loader>();
  const { invitationId, state, open } = cover;
  if (receipt && receipt.fate !== "counts") {
    return (
      <Notice
        kind="warn"
        title={signOff.versions.notCounting[receipt.fate]}
        actions={
          state === "submitted" || state === "reopened" ? (
            <Link className="button" to={paths.submitted(invitationId)}>
              {signOff.versions.latest}
            </Link>
          ) : undefined
        }
      />
    );
  }
  if (state === "reopened" || state === "withdrawn") {
    const goOn = (
      <Link className="button" to={paths.fill(invitationId)}>
        {state === "reopened" ? signOff.state.goOn : t.start.resume}
      </Link>
    );
    return <ReopenedNotice cover={cover} step={steps.at(-1) ?? null} actions={open ? goOn : undefined} />;
  }
  if (receipt) return null;
  return (
    <Notice kind="warn" title={open ? t.list.states.begun : t.start.closedTitle}>
      <p>{open ? null : t.start.closed}</p>
    </Notice>
  );
}
