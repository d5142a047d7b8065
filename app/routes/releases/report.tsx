import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ChartPlaceContext, type ChartSource } from "../../components/charts/chart-place.ts";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { BreakdownChooser } from "../../components/releases/breakdown-chooser.tsx";
import { DOWNLOADS_ID, Downloads } from "../../components/releases/downloads.tsx";
import { useParticipation } from "../../components/releases/participation.ts";
import { figureId, ReportContents, ReportFigure } from "../../components/releases/report-figure.tsx";
import { StandNotice } from "../../components/releases/stand-notice.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { pictureName } from "../../domain/export/file-name.ts";
import { FORMATS } from "../../domain/export/index.ts";
import {
  closingInWords,
  exactnessInWords,
  ruleInWords,
  standInWords,
  uncertaintyInWords,
} from "../../domain/report/in-words.ts";
import { type ReleaseSummary, type Report, readReport } from "../../domain/report/read-report.server.ts";
import { formatCount, textIn } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const meta = titled<Report>((t, data, locale) =>
  data ? `${textIn(data.release.title, locale)} ${data.release.wave}` : t.releases.list.title,
);

/** A release never changes; what stands beside it is the newest one of its round. */
export const handle: Handle = { drawnOnce: ({ newer }: Pick<Report, "newer">) => newer?.releaseId ?? "" };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "release.read");
    const breakdown = new URL(request.url).searchParams.get("nach");
    const report = await readReport(context.report, params.releaseId ?? "", breakdown);
    return { ...report, formats: FORMATS.map(({ id }) => id) };
  });
}

export default function ReportPage() {
  const { release, newer, breakdowns, chosen, blocks, formats } = useLoaderData<typeof loader>();
  const { releases: t, downloads } = useTexts();
  const read = useReader();
  return (
    <>
      <PageHead
        title={`${read(release.title)} ${release.wave}`}
        subtitle={<Facts release={release} />}
        trail={[{ to: paths.releases(), label: t.list.title }]}
        trailLabel={t.list.title}
        actions={
          <>
            <a className="button" href={`#${DOWNLOADS_ID}`}>
              {downloads.jump}
            </a>
            <Link className="button" to={paths.releasePrint(release.releaseId, chosen?.code)}>
              {downloads.print.open}
            </Link>
          </>
        }
      />
      <StandNotice release={release} newer={newer} />
      <RuleSentence release={release} breakdowns={breakdowns} />
      <div className="report">
        <div className="report__contents">{blocks.length > 0 ? <ReportContents blocks={blocks} /> : null}</div>
        <div className="report__figures stack">
          <BreakdownChooser release={release} breakdowns={breakdowns} chosen={chosen} />
          {blocks.length === 0 ? <EmptyState title={t.report.emptyTitle} /> : null}
          <ChartPlaceContext.Provider value={{ source: useChartSource(release) }}>
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

/** What saved charts say of their origin. */
function useChartSource(release: ReleaseSummary): ChartSource {
  const texts = useTexts();
  const t = texts.releases.report;
  const locale = useLocale();
  const { title, wave, fictional } = release;
  const stand = standInWords(release, texts, locale);
  const parts = [`${textIn(title, locale)} ${wave}`, stand, ...(fictional ? [t.fictional] : [])];
  return { line: parts.join(" · "), fileName: (chart) => pictureName(release, chart, locale) };
}

function Facts({ release }: { release: ReleaseSummary }) {
  const texts = useTexts();
  const t = texts.releases.report;
  const locale = useLocale();
  const facts = [
    standInWords(release, texts, locale),
    t.version(formatCount(release.version, locale)),
    useParticipation(release),
    closingInWords(release, texts, locale),
  ];
  return (
    <>
      {facts.join(" · ")} {release.fictional ? <span className="chip chip--warn">{t.fictional}</span> : null}
    </>
  );
}

/** With how far the figures are exact, where some of them are not, and how certain they are. */
function RuleSentence({ release, breakdowns }: Pick<Report, "release" | "breakdowns">) {
  const texts = useTexts();
  const isProtected = breakdowns.length > 0 || release.rule.totals === "protected";
  const locale = useLocale();
  return (
    <div className="report__rule">
      <p>
        {ruleInWords(release, texts, locale)} {isProtected ? exactnessInWords(release, texts, locale) : null}
      </p>
      <p>
        {uncertaintyInWords(release, breakdowns.length > 0, texts)}{" "}
        <Link to={paths.rule()}>{texts.releases.report.ruleLink}</Link>
      </p>
    </div>
  );
}
