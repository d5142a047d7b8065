import { Form, Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { InterimOutlook } from "../../domain/release/outlook.server.ts";
import { formatCount, formatDate } from "../../format.ts";
import { paths } from "../../paths.ts";
import { ConfirmCard } from "../layout/confirm-card.tsx";
import { useLocale, useTexts } from "../texts.ts";

type InterimStepProps = {
  roundId: string;
  outlook: InterimOutlook;
  /** a release of this round is being made */
  isRunning: boolean;
  /** the person asked to make one and is to confirm it */
  confirming: boolean;
};

/** Of an open round: its interim releases, and making the next one or why there can be none yet. */
export function InterimStep({ roundId, outlook, isRunning, confirming }: InterimStepProps) {
  const t = useTexts().making.interim;
  const locale = useLocale();
  const why = useWhyNot();
  const question = useRef<HTMLDivElement>(null);
  const isAsking = confirming && !outlook.obstacle && !isRunning && outlook.made.length < outlook.most;
  useEffect(() => {
    if (isAsking) question.current?.focus();
  }, [isAsking]);
  if (isAsking) {
    return (
      <div ref={question} tabIndex={-1}>
        <ConfirmCard
          title={t.question}
          confirm={t.confirm}
          back={paths.round(roundId)}
          action={paths.round(roundId)}
          fields={{ intent: "interim" }}
        >
          <p>{t.frozen}</p>
        </ConfirmCard>
      </div>
    );
  }
  const reason = why(outlook);
  return (
    <section className="card stack--close">
      <h2>{t.title}</h2>
      <p>{t.text(formatCount(outlook.most, locale))}</p>
      {outlook.made.length > 0 ? (
        <ul className="plain-list">
          {outlook.made.map(({ release_id, number, made_at }) => (
            <li key={release_id}>
              <Link to={paths.release(release_id)}>
                {t.read(formatCount(number, locale), formatDate(made_at, locale))}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      {reason ? <p>{reason}</p> : null}
      {reason || isRunning ? null : (
        <Form method="get" className="actions">
          <button type="submit" className="button" name="schritt" value="zwischenstand">
            {t.make}
          </button>
        </Form>
      )}
    </section>
  );
}

/** Why there can be no further interim release, or none yet: never who is missing. */
function useWhyNot(): (outlook: InterimOutlook) => string | null {
  const t = useTexts().making.interim;
  const locale = useLocale();
  return ({ made, most, obstacle }) => {
    if (made.length >= most) return t.used;
    if (!obstacle) return null;
    const words = made.length > 0 ? t.next : t.first;
    if (obstacle.kind === "dominated") return words.dominated;
    return words[obstacle.kind](obstacle.n, formatCount(obstacle.n, locale), formatCount(obstacle.minimum, locale));
  };
}
