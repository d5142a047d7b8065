import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { titled } from "../../components/layout/titled.ts";
import { CoverPage } from "../../components/responses/cover-page.tsx";
import { SurveyPreview } from "../../components/survey/survey-preview.tsx";
import { useTexts } from "../../components/texts.ts";
import { readRoundPreview } from "../../domain/rounds/preview.server.ts";
import { textIn } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { previewLocale } from "../../http/locale.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";
import "../../styles/survey.css";

type Loaded = Awaited<ReturnType<typeof loader>>;

export const handle: Handle = { width: "wide" };
export const meta = titled<Loaded>((t, loaded, locale) =>
  t.roundSetup.preview.title(loaded ? `${textIn(loaded.sheet.title, locale)} ${loaded.sheet.wave}` : ""),
);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "round.read");
    const preview = await readRoundPreview(context.db, idOf(params.roundId));
    const part = new URL(request.url).searchParams.get("teil");
    return {
      ...preview,
      shown: part === "fragebogen" ? "form" : "cover",
      locale: await previewLocale(request, viewer),
    };
  });
}

/** The cover with the text on privacy first, then the questions: as a respondent would meet them. */
export default function Preview() {
  const t = useTexts().roundSetup.preview;
  const { roundId, isDraft, questionnaire, version, sheet, shown, locale } = useLoaderData<typeof loader>();
  if (shown === "form") {
    return (
      <SurveyPreview
        definitionUrl={paths.versionFile(questionnaire, version)}
        title={`${textIn(sheet.title, locale)} ${sheet.wave}`}
        minutes={sheet.minutes}
        locale={locale}
        languages={{
          de: paths.roundPreview(roundId, "fragebogen", "de"),
          en: paths.roundPreview(roundId, "fragebogen", "en"),
        }}
        back={paths.roundPreview(roundId)}
      />
    );
  }
  return (
    <>
      <div className="preview-bar">
        <p className="preview-bar__text">{t.text}</p>
        <div className="actions">
          <Link className="button button--small" to={isDraft ? paths.dryRun(roundId) : paths.round(roundId)}>
            {isDraft ? t.backToDraft : t.backToRound}
          </Link>
        </div>
      </div>
      <div className="preview-cover stack">
        <CoverPage sheet={sheet}>
          <Link className="button button--primary" to={paths.roundPreview(roundId, "fragebogen")}>
            {t.form}
          </Link>
        </CoverPage>
      </div>
    </>
  );
}
