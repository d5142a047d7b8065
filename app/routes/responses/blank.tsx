import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlankSheet } from "../../components/blank-sheet.tsx";
import { FictionalChip } from "../../components/fictional-chip.tsx";
import { AskLink } from "../../components/inquiries/ask-link.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { PrintButton } from "../../components/print-button.tsx";
import { useReader, useTexts } from "../../components/texts.ts";
import { readBlank } from "../../domain/responses/read-sheet.server.ts";
import { requireRespondent } from "../../http/guest.server.ts";
import { answering } from "../../http/respond.server.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.responses.blank.title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const respondent = await requireRespondent(request, context, "invitation.read", invitationId);
    return readBlank(context.db, respondent, invitationId);
  });
}

export default function Blank() {
  const t = useTexts().responses.blank;
  const read = useReader();
  const { cover, pages } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={`${read(cover.title)} ${cover.wave}`}
        subtitle={
          <>
            {`${t.title}. ${t.hint}`} <FictionalChip fictional={cover.fictional} />
          </>
        }
        actions={<PrintButton>{t.print}</PrintButton>}
      />
      <BlankSheet pages={pages} />
      <AskLink invitationId={cover.invitationId} />
    </>
  );
}
