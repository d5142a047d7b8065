import { Link } from "@remix-run/react";
import { Fragment } from "react";
import type { RoundOfVersion } from "../../domain/questionnaires/read-questionnaires.server.ts";
import { formatCount } from "../../format.ts";
import { paths } from "../../paths.ts";
import { useLocale, useTexts } from "../texts.ts";

const MOST_SHOWN = 4;

/** The rounds that used a version, the latest first; a round that is being prepared leads to its preparation. */
export function RoundLinks({ rounds }: { rounds: RoundOfVersion[] }) {
  const t = useTexts().questionnaires.list;
  const locale = useLocale();
  if (rounds.length === 0) return <span className="quiet">{t.noRounds}</span>;
  const more = rounds.length - MOST_SHOWN;
  return (
    <>
      {rounds.slice(0, MOST_SHOWN).map(({ roundId, wave, isDraft }, i) => (
        <Fragment key={roundId}>
          {i > 0 ? ", " : null}
          <Link to={isDraft ? paths.roundSetup(roundId) : paths.round(roundId)}>{wave}</Link>
        </Fragment>
      ))}
      {more > 0 ? ` ${t.moreRounds(formatCount(more, locale))}` : null}
    </>
  );
}
