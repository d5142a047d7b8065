import { Link } from "@remix-run/react";
import type { CorrectionOutlook } from "../../domain/release/outlook.server.ts";
import { formatCount } from "../../format.ts";
import { paths } from "../../paths.ts";
import { Notice } from "../layout/notice.tsx";
import { useLocale, useTexts } from "../texts.ts";

/** That a release no longer says what is stored, and its correction or why there can be none. Nothing where it does. */
export function CorrectionNotice({ roundId, outlook }: { roundId: string; outlook: CorrectionOutlook }) {
  const { making, problems } = useTexts();
  const locale = useLocale();
  const { gone, problem } = outlook;
  if (problem === "nothing-to-correct") return null;
  return (
    <Notice
      title={making.correction.notice(gone, formatCount(gone, locale))}
      actions={
        problem ? undefined : (
          <Link className="button" to={paths.correction(roundId)}>
            {making.correction.link}
          </Link>
        )
      }
    >
      {problem ? (
        <p>
          {problems.codes[problem].title} {problems.codes[problem].advice}
        </p>
      ) : null}
    </Notice>
  );
}
