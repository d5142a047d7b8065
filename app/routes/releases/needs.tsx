import type { LoaderFunctionArgs } from "@remix-run/node";
import { ChartPlaceContext } from "../../components/charts/chart-place.ts";
import { NotesContext } from "../../components/discussion/notes-context.ts";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { titled } from "../../components/layout/titled.ts";
import { NeedsByGroup } from "../../components/needs/needs-by-group.tsx";
import { NeedsCard } from "../../components/needs/needs-card.tsx";
import { BreakdownChooser } from "../../components/releases/breakdown-chooser.tsx";
import { useParticipation } from "../../components/releases/participation.ts";
import { ReleaseHead } from "../../components/releases/release-head.tsx";
import { Facts, RuleSentence } from "../../components/releases/report-head.tsx";
import { useLocale, useTexts } from "../../components/texts.ts";
import { usePacked } from "../../components/use-packed.ts";
import { readOpenNotes } from "../../domain/discussion/open-notes.server.ts";
import { leftOut, rankNeeds } from "../../domain/needs/rank-needs.ts";
import { type NeedsReport, readNeeds } from "../../domain/needs/read-needs.server.ts";
import { headInWords, sourceInWords } from "../../domain/report/head-in-words.ts";
import { pack } from "../../domain/report/packed.ts";
import { readViews } from "../../domain/report/views.server.ts";
import { maySomewhere } from "../../domain/viewer.ts";
import { textIn } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import type { Handle } from "../../root.tsx";

export const meta = titled<NeedsReport>((t, data, locale) =>
  data ? `${t.needs.title} – ${textIn(data.release.title, locale)} ${data.release.wave}` : t.needs.title,
);

export const handle: Handle = { drawnOnce: true };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "release.read");
    const breakdown = new URL(request.url).searchParams.get("nach");
    const needs = await readNeeds(context.db, context.report, params.releaseId ?? "", breakdown);
    const { releaseId } = needs.release;
    const [views, notes] = await Promise.all([
      readViews(context.db, context.report, releaseId),
      readOpenNotes(context.db, viewer, releaseId),
    ]);
    return pack({ ...needs, views, notes, mayDecide: maySomewhere(viewer, "measure.edit") });
  });
}

export default function NeedsPage() {
  const { release, newer, breakdowns, chosen, importance, coverage, views, notes, mayDecide } =
    usePacked<typeof loader>();
  const texts = useTexts();
  const locale = useLocale();
  const given = { participation: useParticipation(release), isBrokenDown: breakdowns.length > 0 };
  const head = headInWords(release, given, texts, locale);
  const needs = rankNeeds(importance, coverage, chosen?.groups ?? []);
  const left = leftOut(importance, coverage);
  const nothing = left.unscaled.length > 0 ? texts.needs.all.unscaledAll : texts.releases.report.hiddenAll;
  const { releaseId, respondents } = release;
  return (
    <>
      <ReleaseHead
        title={texts.needs.title}
        subtitle={<Facts head={head} fictional={release.fictional} />}
        {...{ release, newer, views }}
        breakdown={chosen?.code}
      />
      <RuleSentence head={head} />
      <div className="stack">
        <ChartPlaceContext.Provider value={{ source: sourceInWords(release, texts, locale) }}>
          {needs.length === 0 ? (
            <EmptyState title={nothing} />
          ) : (
            <NotesContext.Provider value={notes}>
              <NeedsCard {...{ needs, left, releaseId, respondents, mayDecide }} />
            </NotesContext.Provider>
          )}
        </ChartPlaceContext.Provider>
        <BreakdownChooser release={release} breakdowns={breakdowns} chosen={chosen} />
        {chosen && needs.length > 0 ? <NeedsByGroup {...{ needs, respondents }} breakdown={chosen} /> : null}
      </div>
    </>
  );
}
