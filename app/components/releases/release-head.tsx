import type { ReactNode } from "react";
import type { Report } from "../../domain/report/read-report.server.ts";
import type { View } from "../../domain/report/views.server.ts";
import { paths } from "../../paths.ts";
import { PageHead } from "../layout/page-head.tsx";
import { useReader, useTexts } from "../texts.ts";
import { ReleaseViews } from "./release-views.tsx";
import { StandNotice } from "./stand-notice.tsx";

type ReleaseHeadProps = Pick<Report, "release" | "newer"> & {
  title: string;
  subtitle: ReactNode;
  views: readonly View[];
  /** kept on the way to the report and to other views */
  breakdown?: string | undefined;
};

/** The head of a view of a release: the way to the report, the other views, and whether there is a newer release. */
export function ReleaseHead({ title, subtitle, release, newer, views, breakdown }: ReleaseHeadProps) {
  const { list } = useTexts().releases;
  const read = useReader();
  const report = paths.release(release.releaseId, breakdown);
  return (
    <>
      <PageHead
        title={title}
        subtitle={subtitle}
        trail={[
          { to: paths.releases(), label: list.title },
          { to: report, label: `${read(release.title)} ${release.wave}` },
        ]}
        trailLabel={list.title}
      />
      <ReleaseViews releaseId={release.releaseId} views={views} breakdown={breakdown} />
      <StandNotice release={release} newer={newer} />
    </>
  );
}
