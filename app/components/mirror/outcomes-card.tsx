import { Link } from "@remix-run/react";
import type { Outcome } from "../../domain/measures/read-measures.server.ts";
import { paths } from "../../paths.ts";
import { StateChip } from "../layout/state-chip.tsx";
import { daysInWords, TONES } from "../measures/words.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";

/** What the steering group decided because of this round, or where that will stand. */
export function OutcomesCard({ outcomes, roundId }: { outcomes: readonly Outcome[]; roundId: string }) {
  const texts = useTexts();
  const { outcomes: t, states } = texts.measures;
  const locale = useLocale();
  const read = useReader();
  const labels = (outcome: Outcome) =>
    outcome.evidence.filter((one) => one.roundId === roundId).map(({ label }) => read(label));
  return (
    <section className="card stack--close" aria-labelledby="outcomes">
      <h2 className="figure__title" id="outcomes">
        {t.title}
      </h2>
      {outcomes.length === 0 ? <p className="quiet">{texts.mirror.noOutcomes}</p> : null}
      <ul className="plain-list mirror-glance__list">
        {outcomes.map((outcome) => (
          <li key={outcome.measureId}>
            <strong>{outcome.title}</strong>
            <span className="mirror-glance__question">
              {t.reason} {labels(outcome).join("; ")}
            </span>
            <span className="outcomes__facts">
              <StateChip tone={TONES[outcome.state]}>{states[outcome.state] ?? ""}</StateChip>
              <span>{daysInWords(outcome, texts, locale)}</span>
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Link to={paths.outcomes()}>{texts.mirror.allOutcomes}</Link>
      </p>
    </section>
  );
}
