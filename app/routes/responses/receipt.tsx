import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { FictionalChip } from "../../components/fictional-chip.tsx";
import { AskLink } from "../../components/inquiries/ask-link.tsx";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { PrintButton } from "../../components/print-button.tsx";
import { LeaveForm } from "../../components/responses/leave-form.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { readReceipt } from "../../domain/responses/read-sheet.server.ts";
import { formatDeadline, formatMoment } from "../../format.ts";
import { requireRespondent } from "../../http/guest.server.ts";
import { answering } from "../../http/respond.server.ts";
import { versionOf } from "../../http/version-param.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.responses.receipt.title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const respondent = await requireRespondent(request, context, "invitation.read", invitationId);
    return readReceipt(context.db, respondent, invitationId, versionOf(request));
  });
}

export default function ReceiptPage() {
  const { responses, signOff } = useTexts();
  const t = responses.receipt;
  const locale = useLocale();
  const read = useReader();
  const { cover, receipt, several } = useLoaderData<typeof loader>();
  const { fate } = receipt;
  const isOpenAgain = cover.state === "reopened" && fate === "counts";
  const byProject = cover.kind === "project";
  const facts: [label: string, value: string][] = [
    [t.number, receipt.number],
    [t.round, `${read(cover.title)} ${cover.wave}`],
    ...(byProject ? [[t.project, cover.project] as [string, string]] : []),
    ...(several
      ? [[signOff.versions.heads.version, `${receipt.version} (${signOff.versions.fates[fate]})`] as [string, string]]
      : []),
    [t.submittedAt, formatDeadline(receipt.submittedAt, locale)],
    ...(byProject ? [[t.submittedBy, receipt.submittedBy ?? "–"] as [string, string]] : []),
    [t.checksum, receipt.checksum],
  ];
  return (
    <>
      <PageHead
        title={fate === "counts" ? t.title : signOff.versions.receiptOf(receipt.number, receipt.version)}
        subtitle={cover.fictional ? <FictionalChip fictional /> : undefined}
      />
      {fate === "counts" ? null : <Notice kind="warn" title={signOff.versions.notCounting[fate]} />}
      {isOpenAgain ? (
        <Notice kind="warn" title={signOff.state.reopenedTitle}>
          <p>{signOff.state.counts(formatMoment(receipt.submittedAt, locale))}</p>
        </Notice>
      ) : null}
      <dl className="card facts">
        {facts.map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      <div className="prose">
        <p className="quiet">{t.checksumHint}</p>
        {cover.kind === "open" ? null : <p>{t.mail}</p>}
        {fate === "counts" ? <p>{t.next}</p> : null}
      </div>
      <div className="actions">
        <PrintButton>{t.print}</PrintButton>
        <Link
          className="button"
          to={paths.submitted(cover.invitationId, fate === "counts" ? undefined : receipt.version)}
        >
          {t.read}
        </Link>
      </div>
      <AskLink invitationId={cover.invitationId} />
      {byProject ? null : <LeaveForm />}
    </>
  );
}
