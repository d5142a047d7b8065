import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "../../components/layout/titled.ts";
import { SurveyPreview } from "../../components/survey/survey-preview.tsx";
import { getVersion } from "../../domain/questionnaires/read-questionnaires.server.ts";
import { textIn } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { previewLocale } from "../../http/locale.server.ts";
import { numberOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";
import "../../styles/survey.css";

export const handle: Handle = { width: "wide" };
export const meta = titled((t) => t.questionnaires.preview.title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "questionnaire.read");
    const version = await getVersion(context.db, params.name ?? "", numberOf(params.number));
    return { version, locale: await previewLocale(request, viewer) };
  });
}

export default function VersionPreview() {
  const { version, locale } = useLoaderData<typeof loader>();
  const { name, number, title, minutes } = version;
  return (
    <SurveyPreview
      definitionUrl={paths.versionFile(name, number)}
      title={textIn(title, locale)}
      minutes={minutes}
      locale={locale}
      languages={{ de: paths.versionPreview(name, number, "de"), en: paths.versionPreview(name, number, "en") }}
      back={paths.version(name, number)}
    />
  );
}
