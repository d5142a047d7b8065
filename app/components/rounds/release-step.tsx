import { Form, Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { Obstacle, ReleaseOutlook } from "../../domain/release/outlook.server.ts";
import { formatCount } from "../../format.ts";
import { paths } from "../../paths.ts";
import { ConfirmCard } from "../layout/confirm-card.tsx";
import { Notice } from "../layout/notice.tsx";
import { useLocale, useTexts } from "../texts.ts";

type ReleaseStepProps = {
  roundId: string;
  outlook: ReleaseOutlook;
  /** the person asked to make the release and is to confirm it */
  confirming: boolean;
  mayEdit: boolean;
};

/** Of a closed round: making its release, which asks once more, or why there can be none and how to end without. */
export function ReleaseStep({ roundId, outlook, confirming, mayEdit }: ReleaseStepProps) {
  const t = useTexts();
  const locale = useLocale();
  const why = useObstacleText();
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (confirming) question.current?.focus();
  }, [confirming]);
  const end = mayEdit ? (
    <Link className={outlook.obstacle ? "button" : "button button--quiet"} to={paths.changeRound(roundId, "beenden")}>
      {t.roundChange.actions.beenden}
    </Link>
  ) : null;
  if (outlook.obstacle) {
    return (
      <Notice kind="warn" title={t.rounds.round.noRelease} actions={end ?? undefined}>
        <p>{why(outlook.obstacle)}</p>
      </Notice>
    );
  }
  if (confirming) {
    return (
      <div ref={question} tabIndex={-1}>
        <ConfirmCard
          title={t.rounds.round.releaseQuestion}
          confirm={t.rounds.round.releaseConfirm}
          back={paths.round(roundId)}
          action={paths.round(roundId)}
          fields={{ intent: "release" }}
        >
          <p>{t.rounds.round.releaseFrozen(formatCount(outlook.submitted, locale))}</p>
          <Uncoded roundId={roundId} uncoded={outlook.uncoded} />
          <p>{t.rounds.round.releaseMails(outlook.mails, formatCount(outlook.mails, locale))}</p>
        </ConfirmCard>
      </div>
    );
  }
  return (
    <Notice
      title={t.rounds.round.releaseTitle}
      actions={
        <Form method="get" className="actions">
          <button type="submit" className="button button--primary" name="schritt" value="auswerten">
            {t.rounds.round.release}
          </button>
          {end}
        </Form>
      }
    >
      <p>{t.rounds.round.releaseText}</p>
      <Uncoded roundId={roundId} uncoded={outlook.uncoded} />
    </Notice>
  );
}

/** How many questions with free text are not ready yet, and what becomes of them. */
function Uncoded({ roundId, uncoded }: { roundId: string; uncoded: number }) {
  const t = useTexts();
  const locale = useLocale();
  if (uncoded === 0) return null;
  return (
    <p>
      {t.rounds.round.releaseTexts(uncoded, formatCount(uncoded, locale))}{" "}
      <Link to={paths.codingRound(roundId)}>{t.coding.title}</Link>
    </p>
  );
}

function useObstacleText(): (obstacle: Obstacle) => string {
  const t = useTexts().rounds.round.obstacles;
  const locale = useLocale();
  return (obstacle) => {
    if (obstacle.kind === "dominated") return t.dominated;
    return t[obstacle.kind](obstacle.n, formatCount(obstacle.n, locale), formatCount(obstacle.minimum, locale));
  };
}
