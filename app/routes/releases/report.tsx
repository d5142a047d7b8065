import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ChartPlaceContext } from "../../components/charts/chart-place.ts";
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
import { FORMATS } from "../../domain/export/index.ts";
import { headInWords, sourceInWords } from "../../domain/report/head-in-words.ts";
import { type Report, readReport } from "../../domain/report/read-report.server.ts";
import { readViews, type View } from "../../domain/report/views.server.ts";
import { textIn } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const meta = titled<Report>((t, data, locale) =>
  data ? `${textIn(data.release.title, locale)} ${data.release.wave}` : t.releases.list.title,
);

/** A release never changes; what stands beside it is the newest one of its round, and what there is to look at. */
export const handle: Handle = {
  drawnOnce: ({ newer, views }: Pick<Report, "newer"> & { views: View[] }) => [newer?.releaseId, ...views].join(),
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "release.read");
    const breakdown = new URL(request.url).searchParams.get("nach");
    const report = await readReport(context.report, params.releaseId ?? "", breakdown);
    const views = await readViews(context.db, context.report, report.release.releaseId);
    return { ...report, views, formats: FORMATS.map(({ id }) => id) };
  });
}

export default function ReportPage() {
  const { release, newer, breakdowns, chosen, blocks, views, formats } = useLoaderData<typeof loader>();
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
            {blocks.map((block, index) => (
              <ReportFigure
                key={block.question}
                id={figureId(index)}
                block={block}
                breakdown={chosen}
                rule={release.rule}
              />
            ))}
          </ChartPlaceContext.Provider>
          <Downloads releaseId={release.releaseId} formats={formats} breakdown={chosen?.code} />
        </div>
      </div>
    </>
  );
}
