import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { PrintButton } from "../../components/print-button.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { readReceipt } from "../../domain/responses/read-sheet.server.ts";
import { formatDeadline } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.responses.receipt.title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "invitation.read");
    return readReceipt(context.db, viewer, params.invitationId ?? "");
  });
}

export default function ReceiptPage() {
  const t = useTexts().responses.receipt;
  const locale = useLocale();
  const read = useReader();
  const { cover, receipt } = useLoaderData<typeof loader>();
  const facts = [
    [t.number, receipt.number],
    [t.round, `${read(cover.title)} ${cover.wave}`],
    [t.project, cover.project],
    [t.submittedAt, formatDeadline(receipt.submittedAt, locale)],
    [t.submittedBy, receipt.submittedBy ?? "–"],
    [t.checksum, receipt.checksum],
  ] as const;
  return (
    <>
      <PageHead title={t.title} />
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
        <p>{t.mail}</p>
        <p>{t.next}</p>
      </div>
      <div className="actions">
        <PrintButton>{t.print}</PrintButton>
        <Link className="button" to={paths.submitted(cover.invitationId)}>
          {t.read}
        </Link>
      </div>
    </>
  );
}
