import { NavLink } from "@remix-run/react";
import type { View } from "../../domain/report/views.server.ts";
import { paths } from "../../paths.ts";
import { useTexts } from "../texts.ts";

type ReleaseViewsProps = {
  releaseId: string;
  views: readonly View[] /** kept from view to view */;
  breakdown?: string | undefined;
};

const PATHS: Record<View, (releaseId: string, breakdown?: string) => string> = {
  questions: paths.release,
  needs: paths.needs,
  interfaces: (releaseId, breakdown) => paths.interfaces(releaseId, { breakdown }),
  network: (releaseId) => paths.network(releaseId),
  trends: paths.trends,
  notes: (releaseId) => paths.notes(releaseId),
};

/** From one way to look at a release to the others. */
export function ReleaseViews({ releaseId, views, breakdown }: ReleaseViewsProps) {
  const t = useTexts().releases.views;
  if (views.length < 2) return null;
  return (
    <nav className="section-nav" aria-label={t.label}>
      <ul className="plain-list">
        {views.map((view) => (
          <li key={view}>
            <NavLink to={PATHS[view](releaseId, breakdown)} end>
              {t[view]}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
