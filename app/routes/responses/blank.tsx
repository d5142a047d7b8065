import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlankSheet } from "../../components/blank-sheet.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { PrintButton } from "../../components/print-button.tsx";
import { useReader, useTexts } from "../../components/texts.ts";
import { readBlank } from "../../domain/responses/read-sheet.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.responses.blank.title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "invitation.read");
    return readBlank(context.db, viewer, params.invitationId ?? "");
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
        subtitle={`${t.title}. ${t.hint}`}
        actions={<PrintButton>{t.print}</PrintButton>}
      />
      <BlankSheet pages={pages} />
    </>
  );
}
