import { Link } from "@remix-run/react";
import type { Report } from "../../domain/report/read-report.server.ts";
import { formatCount, formatDate } from "../../format.ts";
import { paths } from "../../paths.ts";
import { Notice } from "../layout/notice.tsx";
import { useLocale, useTexts } from "../texts.ts";

/** That a release is an interim one, and the way to a newer one of the same round. Nothing where neither is so. */
export function StandNotice({ release, newer }: Pick<Report, "release" | "newer">) {
  const t = useTexts().releases.report;
  const locale = useLocale();
  const isInterim = release.kind === "interim";
  if (!isInterim && !newer) return null;
  const words = newer?.kind === "interim" ? t.newerInterim : t.newer;
  const link = newer ? (
    <Link className="button" to={paths.release(newer.releaseId)}>
      {words(formatCount(newer.number, locale), formatDate(newer.madeAt, locale))}
    </Link>
  ) : undefined;
  return (
    <Notice kind="warn" title={isInterim ? t.interimTitle : undefined} actions={link}>
      {isInterim ? <p>{t.interimText}</p> : null}
    </Notice>
  );
}
