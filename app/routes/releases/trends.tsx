import type { LoaderFunctionArgs } from "@remix-run/node";
import { useMemo } from "react";
import { ChartPlaceContext } from "../../components/charts/chart-place.ts";
import { NotesContext } from "../../components/discussion/notes-context.ts";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useParticipation } from "../../components/releases/participation.ts";
import { ReleaseHead } from "../../components/releases/release-head.tsx";
import { ReportContents } from "../../components/releases/report-figure.tsx";
import { Facts, RuleSentence } from "../../components/releases/report-head.tsx";
import { useLocale, useTexts } from "../../components/texts.ts";
import { MostChanged } from "../../components/trends/most-changed.tsx";
import { TrendFigure } from "../../components/trends/trend-figure.tsx";
import { AddedAndDropped, TrendMethod } from "../../components/trends/trend-method.tsx";
import { WavesCard } from "../../components/trends/waves-card.tsx";
import { usePacked } from "../../components/use-packed.ts";
import { readOpenNotes } from "../../domain/discussion/open-notes.server.ts";
import { headInWords, sourceInWords } from "../../domain/report/head-in-words.ts";
import { pack } from "../../domain/report/packed.ts";
import { readViews } from "../../domain/report/views.server.ts";
import { countTests, LEAST_BASE, whatChanged } from "../../domain/trends/compare-waves.ts";
import { followItems } from "../../domain/trends/follow-items.ts";
import { readTrends, type TrendsReport } from "../../domain/trends/read-trends.server.ts";
import { textIn } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import type { Handle } from "../../root.tsx";

export const meta = titled<TrendsReport>((t, data, locale) =>
  data ? `${t.trends.title} – ${textIn(data.release.title, locale)} ${data.release.wave}` : t.trends.title,
);

export const handle: Handle = { drawnOnce: true };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "release.read");
    const trends = await readTrends(context.report, params.releaseId ?? "");
    const { releaseId } = trends.release;
    const [views, notes] = await Promise.all([
      readViews(context.db, context.report, releaseId),
      readOpenNotes(context.db, viewer, releaseId),
    ]);
    return pack({ ...trends, views, notes });
  });
}

/** The anchor of a question, by its place from 0. */
const anchorAt = (index: number) => `verlauf-${index + 1}`;

export default function TrendsPage() {
  const { release, newer, waves, panel, views, notes } = usePacked<typeof loader>();
  const texts = useTexts();
  const locale = useLocale();
  const given = { participation: useParticipation(release), isBrokenDown: false };
  const head = headInWords(release, given, texts, locale);
  const trends = useMemo(() => followItems(waves, panel), [waves, panel]);
  const names = waves.map((wave) => wave.release.wave);
  const before = names.at(-2) ?? "";
  const anchorOf = (question: string) => anchorAt(trends.blocks.findIndex((block) => block.question === question));
  return (
    <>
      <ReleaseHead
        title={texts.trends.title}
        subtitle={<Facts head={head} fictional={release.fictional} />}
        {...{ release, newer, views }}
      />
      <RuleSentence head={head} />
      <div className="stack">
        <MostChanged {...whatChanged(trends)} wave={before} least={LEAST_BASE} anchorOf={anchorOf} />
        <WavesCard waves={waves.map((wave) => wave.release)} panel={panel} />
        <div className="report">
          <div className="report__contents">
            <ReportContents blocks={trends.blocks} label={texts.trends.contents} anchorAt={anchorAt} />
          </div>
          <div className="report__figures stack">
            {trends.blocks.length === 0 ? <EmptyState title={texts.trends.most.quiet.incomparable} /> : null}
            <ChartPlaceContext.Provider value={{ source: sourceInWords(release, texts, locale) }}>
              <NotesContext.Provider value={notes}>
                {trends.blocks.map((block, index) => (
                  <TrendFigure
                    key={block.question}
                    id={anchorAt(index)}
                    block={block}
                    waves={names}
                    releaseId={release.releaseId}
                  />
                ))}
              </NotesContext.Provider>
            </ChartPlaceContext.Provider>
            <AddedAndDropped trends={trends} wave={before} />
            <TrendMethod tests={countTests(trends)} />
          </div>
        </div>
      </div>
    </>
  );
}
