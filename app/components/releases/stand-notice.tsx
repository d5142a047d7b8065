import { Link } from "@remix-run/react";
import type { Report } from "../../domain/report/read-report.server.ts";
import { formatCount, formatDate } from "../../format.ts";
import { paths } from "../../paths.ts";
import { Notice } from "../layout/notice.tsx";
import { useLocale, useTexts } from "../texts.ts";

/**
 * That a release is an interim one, or what it corrects and why, and the way to a newer one of the same round. Nothing where
 * none of it is so.
 */
export function StandNotice({ release, newer }: Pick<Report, "release" | "newer">) {
  const t = useTexts().releases.report;
  const locale = useLocale();
  const { kind, corrects } = release;
  if (kind === "final" && !newer) return null;
  return (
    <Notice
      kind="warn"
      title={kind === "final" ? undefined : t.titles[kind]}
      actions={
        newer || corrects ? (
          <>
            {newer ? (
              <Link className="button" to={paths.release(newer.releaseId)}>
                {t.newer[newer.kind](formatCount(newer.number, locale), formatDate(newer.madeAt, locale))}
              </Link>
            ) : null}
            {corrects ? (
              <Link className="button" to={paths.release(corrects.releaseId)}>
                {t.corrected}
              </Link>
            ) : null}
          </>
        ) : undefined
      }
    >
      {kind === "interim" ? <p>{t.interimText}</p> : null}
      {corrects ? <Correction reason={corrects.reason} /> : null}
    </Notice>
  );
}

function Correction({ reason }: { reason: string }) {
  const t = useTexts().releases.report;
  return (
    <>
      <p>{t.correctionReason(reason)}</p>
      <p>{t.correctionText}</p>
    </>
  );
}
