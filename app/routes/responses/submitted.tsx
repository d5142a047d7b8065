import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { AnswerSheet } from "../../components/answer-sheet.tsx";
import { FictionalChip } from "../../components/fictional-chip.tsx";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { PrintButton } from "../../components/print-button.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { readSubmitted } from "../../domain/responses/read-sheet.server.ts";
import { formatDeadline } from "../../format.ts";
import { requireRespondent } from "../../http/guest.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.responses.submitted.title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const respondent = await requireRespondent(request, context, "invitation.read", invitationId);
    return readSubmitted(context.db, respondent, invitationId);
  });
}

export default function Submitted() {
  const t = useTexts().responses;
  const locale = useLocale();
  const read = useReader();
  const { cover, pages, receipt } = useLoaderData<typeof loader>();
  const round = `${read(cover.title)} ${cover.wave}`;
  return (
    <>
      <PageHead
        title={t.submitted.title}
        subtitle={
          <>
            {receipt
              ? `${round} · ${t.submitted.subtitle(receipt.number, formatDeadline(receipt.submittedAt, locale))}`
              : round}{" "}
            <FictionalChip fictional={cover.fictional} />
          </>
        }
        actions={<PrintButton>{t.receipt.print}</PrintButton>}
      />
      {receipt ? null : (
        <Notice kind="warn" title={cover.open ? t.list.states.begun : t.start.closedTitle}>
          <p>{cover.open ? null : t.start.closed}</p>
        </Notice>
      )}
      <AnswerSheet pages={pages} />
      {receipt ? (
        <p>
          <Link className="button" to={paths.receipt(cover.invitationId)}>
            {t.receipt.number}
          </Link>
        </p>
      ) : null}
    </>
  );
}
