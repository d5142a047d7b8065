import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { ChartPlaceContext } from "../../components/charts/chart-place.ts";
import { NotesContext } from "../../components/discussion/notes-context.ts";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { BreakdownChooser } from "../../components/releases/breakdown-chooser.tsx";
import { DOWNLOADS_ID, Downloads } from "../../components/releases/downloads.tsx";
import { useParticipation } from "../../components/releases/participation.ts";
import { ReleaseViews } from "../../components/releases/release-views.tsx";
import { figureId, ReportContents, ReportFigure } from "../../components/releases/report-figure.tsx";
import { Facts, RuleSentence } from "../../components/releases/report-head.tsx";
import { StandNotice } from "../../components/releases/stand-notice.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { usePacked } from "../../components/use-packed.ts";
import { readOpenNotes } from "../../domain/discussion/open-notes.server.ts";
import { FORMATS } from "../../domain/export/index.ts";
import { headInWords, sourceInWords } from "../../domain/report/head-in-words.ts";
import { pack } from "../../domain/report/packed.ts";
import { type Report, readReport } from "../../domain/report/read-report.server.ts";
import { readViews } from "../../domain/report/views.server.ts";
import { textIn } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const meta = titled<Report>((t, data, locale) =>
  data ? `${textIn(data.release.title, locale)} ${data.release.wave}` : t.releases.list.title,
);

export const handle: Handle = { drawnOnce: true };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "release.read");
    const breakdown = new URL(request.url).searchParams.get("nach");
    const report = await readReport(context.report, params.releaseId ?? "", breakdown);
    const { releaseId } = report.release;
    const [views, notes] = await Promise.all([
      readViews(context.db, context.report, releaseId),
      readOpenNotes(context.db, viewer, releaseId),
    ]);
    return pack({ ...report, views, notes, formats: FORMATS.map(({ id }) => id) });
  });
}

export default function ReportPage() {
  const { release, newer, breakdowns, chosen, blocks, views, notes, formats } = usePacked<typeof loader>();
  const texts = useTexts();
  const { releases: t, downloads, presentation } = texts;
  const locale = useLocale();
  const read = useReader();
  const given = { participation: useParticipation(release), isBrokenDown: breakdowns.length > 0 };
  const head = headInWords(release, given, texts, locale);
  return (
    <>
      <PageHead
        title={`${read(release.title)} ${release.wave}`}
        subtitle={<Facts head={head} fictional={release.fictional} />}
        trail={[{ to: paths.releases(), label: t.list.title }]}
        trailLabel={t.list.title}
        actions={
          <>
            <a className="button" href={`#${DOWNLOADS_ID}`}>
              {downloads.jump}
            </a>
            <Link className="button" to={paths.presentation(release.releaseId)}>
              {presentation.open}
            </Link>
            <Link className="button" to={paths.releasePrint(release.releaseId, chosen?.code)}>
              {downloads.print.open}
            </Link>
          </>
        }
      />
      <ReleaseViews releaseId={release.releaseId} views={views} breakdown={chosen?.code} />
      <StandNotice release={release} newer={newer} />
      <RuleSentence head={head} />
      <div className="report">
        <div className="report__contents">{blocks.length > 0 ? <ReportContents blocks={blocks} /> : null}</div>
        <div className="report__figures stack">
          <BreakdownChooser release={release} breakdowns={breakdowns} chosen={chosen} />
          {blocks.length === 0 ? <EmptyState title={t.report.emptyTitle} /> : null}
          <ChartPlaceContext.Provider value={{ source: sourceInWords(release, texts, locale) }}>
            <NotesContext.Provider value={notes}>
              {blocks.map((block, index) => (
                <ReportFigure
                  key={block.question}
                  id={figureId(index)}
                  block={block}
                  breakdown={chosen}
                  rule={release.rule}
                  releaseId={release.releaseId}
                />
              ))}
            </NotesContext.Provider>
          </ChartPlaceContext.Provider>
          <Downloads releaseId={release.releaseId} formats={formats} breakdown={chosen?.code} />
        </div>
      </div>
    </>
  );
}
