import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { AskLink } from "../../components/inquiries/ask-link.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { CopyField } from "../../components/responses/copy-field.tsx";
import { useTexts } from "../../components/texts.ts";
import { invitationToken } from "../../domain/links/tokens.server.ts";
import { Problem } from "../../domain/problem.ts";
import { readCover } from "../../domain/responses/open-sheet.server.ts";
import { requireRespondent } from "../../http/guest.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.links.own.title);

/** The link by which a guest comes back. Projects have none: their people sign in. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const respondent = await requireRespondent(request, context, "invitation.read", invitationId);
    const cover = await readCover(context.db, respondent, invitationId);
    if (cover.kind === "project") throw new Problem("not-found");
    const token = invitationToken(context.env.secret ?? "", invitationId);
    return { address: `${context.env.origin}${paths.guestLink(token)}`, cover };
  });
}

export default function OwnLink() {
  const t = useTexts().links.own;
  const { address, cover } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t.title} subtitle={t.intro} />
      <section className="card stack--close">
        <CopyField label={t.label} value={address} />
        <p className="quiet">{t.keep}</p>
      </section>
      <div className="actions">
        <Link className="button button--primary" to={paths.fill(cover.invitationId)}>
          {t.go}
        </Link>
      </div>
      <AskLink invitationId={cover.invitationId} />
    </>
  );
}
