import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "../../components/layout/titled.ts";
import { SurveyPreview } from "../../components/survey/survey-preview.tsx";
import { getDraft } from "../../domain/questionnaires/read-draft.server.ts";
import { textIn } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { previewLocale } from "../../http/locale.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";
import "../../styles/survey.css";

export const handle: Handle = { width: "wide" };
export const meta = titled((t) => t.questionnaires.preview.title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "questionnaire.read");
    const draft = await getDraft(context.db, idOf(params.draftId));
    return { draft, locale: await previewLocale(request, viewer) };
  });
}

export default function DraftPreview() {
  const { draft, locale } = useLoaderData<typeof loader>();
  const { draftId, title, checksum } = draft;
  return (
    <SurveyPreview
      // Another file under the same draft begins anew.
      key={checksum}
      definitionUrl={paths.draftFile(draftId)}
      title={textIn(title, locale)}
      minutes={draft.minutes}
      locale={locale}
      languages={{ de: paths.draftPreview(draftId, "de"), en: paths.draftPreview(draftId, "en") }}
      back={paths.draft(draftId)}
    />
  );
}
