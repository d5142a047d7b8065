import type { LoaderFunctionArgs } from "@remix-run/node";
import { NotesContext } from "../components/discussion/notes-context.ts";
import { EmptyState } from "../components/layout/empty-state.tsx";
import { PageHead } from "../components/layout/page-head.tsx";
import { titled } from "../components/layout/titled.ts";
import { ChangesCard } from "../components/overview/changes-card.tsx";
import { GoalsCard } from "../components/overview/goals-card.tsx";
import { OverviewRules } from "../components/overview/overview-rules.tsx";
import { PressingNeedsCard } from "../components/overview/pressing-needs-card.tsx";
import { ReturnsCard } from "../components/overview/returns-card.tsx";
import { WeakInterfacesCard } from "../components/overview/weak-interfaces-card.tsx";
import { useLocale, useReader, useTexts } from "../components/texts.ts";
import { usePacked } from "../components/use-packed.ts";
import { readOpenNotes } from "../domain/discussion/open-notes.server.ts";
import { viewOf } from "../domain/goals/view.ts";
import { weakPointInWords } from "../domain/interfaces/in-words.ts";
import { rankInterfaces, weakestInterfaces } from "../domain/interfaces/rank-interfaces.ts";
import { findChanges } from "../domain/overview/most-changed.ts";
import { findPressingNeeds, type NeedsBlocks } from "../domain/overview/pressing-needs.ts";
import { type Overview, readOverview } from "../domain/overview/read-overview.server.ts";
import { samplingOf } from "../domain/report/derived.ts";
import { pack } from "../domain/report/packed.ts";
import { maySomewhere } from "../domain/viewer.ts";
import { requireVerb } from "../http/guard.server.ts";
import { answering } from "../http/respond.server.ts";
import type { Handle } from "../root.tsx";

export const meta = titled((t) => t.overview.title);

export const handle: Handle = { drawnOnce: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "release.read");
    const overview = await readOverview(context.db, context.report);
    const notes = await readOpenNotes(context.db, viewer, ...releasesIn(overview));
    return pack({ ...overview, notes, mayDecide: maySomewhere(viewer, "measure.edit") });
  });
}

export default function OverviewPage() {
  const t = useTexts().overview;
  const { needs, interfaces, changes, returns, goals, evidence, notes, mayDecide } = usePacked<typeof loader>();
  const weak = useWeakPoints(interfaces);
  const texts = useTexts();
  const locale = useLocale();
  const current = goals.filter(({ ended }) => !ended);
  if (!needs && !interfaces && changes.length === 0 && returns.length === 0 && current.length === 0) {
    return (
      <>
        <PageHead title={t.title} />
        <EmptyState title={t.empty.title} text={t.empty.text} />
      </>
    );
  }
  return (
    <NotesContext.Provider value={notes}>
      <PageHead title={t.title} subtitle={t.subtitle} />
      <div className="overview">
        <div className="stack">
          {needs ? (
            <PressingNeedsCard
              pressing={findPressingNeeds(blocksOf(needs.now), needs.before && blocksOf(needs.before))}
              release={needs.now.release}
              before={needs.before?.release ?? null}
              mayDecide={mayDecide}
            />
          ) : null}
          {changes.length > 0 ? <ChangesCard changes={findChanges(changes)} /> : null}
        </div>
        <div className="stack">
          {interfaces ? <WeakInterfacesCard weak={weak} release={interfaces.release} /> : null}
          {returns.length > 0 ? <ReturnsCard returns={returns} /> : null}
        </div>
        {current.length > 0 ? <GoalsCard goals={current.map((goal) => viewOf(goal, evidence, texts, locale))} /> : null}
        <OverviewRules />
      </div>
    </NotesContext.Provider>
  );
}

/** Whose figures the page shows. */
function releasesIn({ needs, interfaces, changes }: Overview): string[] {
  const shown = [needs?.now, interfaces, ...changes.map(({ waves }) => waves.at(-1))];
  return shown.flatMap((one) => one?.release.releaseId ?? []);
}

function blocksOf({ release, importance, coverage }: NonNullable<Overview["needs"]>["now"]): NeedsBlocks {
  return { importance, coverage, sampling: samplingOf(release) };
}

function useWeakPoints(interfaces: Overview["interfaces"]) {
  const texts = useTexts();
  const locale = useLocale();
  const read = useReader();
  if (!interfaces) return [];
  const ranked = rankInterfaces(interfaces);
  return weakestInterfaces(ranked).map((weak) => ({
    field: weak.field,
    items: ranked.find(({ field }) => field === weak.field)?.items ?? [],
    label: read(weak.label),
    sentence: `${weakPointInWords(weak, interfaces, texts, locale)}.`,
  }));
}
