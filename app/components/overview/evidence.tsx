import { Link } from "@remix-run/react";
import type { ReleaseSummary } from "../../domain/report/read-report.server.ts";
import { formatCount, formatDate } from "../../format.ts";
import { paths } from "../../paths.ts";
import { FictionalChip } from "../fictional-chip.tsx";
import { useParticipation } from "../releases/participation.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";

/** Where the figures of a card stand, for good: the release itself. */
export function Evidence({ release }: { release: ReleaseSummary }) {
  const texts = useTexts();
  const read = useReader();
  const locale = useLocale();
  const participation = useParticipation(release);
  const stand = texts.releases.report.stand[release.kind];
  return (
    <p className="overview__evidence">
      {texts.overview.evidence}:{" "}
      <Link to={paths.release(release.releaseId)}>
        {read(release.title)} {release.wave}
      </Link>{" "}
      · {stand(formatCount(release.number, locale), formatDate(release.madeAt, locale))} · {participation}{" "}
      <FictionalChip fictional={release.fictional} />
    </p>
  );
}
