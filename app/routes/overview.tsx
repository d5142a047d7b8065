import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "../components/layout/empty-state.tsx";
import { PageHead } from "../components/layout/page-head.tsx";
import { titled } from "../components/layout/titled.ts";
import { PressingNeedsCard } from "../components/overview/pressing-needs-card.tsx";
import { ReturnsCard } from "../components/overview/returns-card.tsx";
import { useTexts } from "../components/texts.ts";
import { findPressingNeeds, type NeedsBlocks } from "../domain/overview/pressing-needs.ts";
import { type Overview, readOverview } from "../domain/overview/read-overview.server.ts";
import { requireVerb } from "../http/guard.server.ts";
import { answering } from "../http/respond.server.ts";

export const meta = titled((t) => t.overview.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "release.read");
    return readOverview(context.db, context.report);
  });
}

export default function OverviewPage() {
  const t = useTexts().overview;
  const { needs, returns } = useLoaderData<typeof loader>();
  if (returns.length === 0) {
    return (
      <>
        <PageHead title={t.title} />
        <EmptyState title={t.empty.title} text={t.empty.text} />
      </>
    );
  }
  return (
    <>
      <PageHead title={t.title} subtitle={t.subtitle} />
      <div className="overview">
        {needs ? (
          <PressingNeedsCard
            pressing={findPressingNeeds(blocksOf(needs.now), needs.before && blocksOf(needs.before))}
            release={needs.now.release}
            before={needs.before?.release ?? null}
          />
        ) : null}
        <ReturnsCard returns={returns} />
        <details className="overview__rules">
          <summary>{t.rules.title}</summary>
          <ul>
            {t.rules.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </details>
      </div>
    </>
  );
}

function blocksOf({ release, importance, coverage }: NonNullable<Overview["needs"]>["now"]): NeedsBlocks {
  return { importance, coverage, isExact: release.rule.totals === "exact" };
}
