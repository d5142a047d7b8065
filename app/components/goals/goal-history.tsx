import type { StepWords } from "../../domain/goals/in-words.ts";
import { useTexts } from "../texts.ts";

/** Who changed a goal when, how and why, the latest first. */
export function GoalHistory({ steps }: { steps: readonly StepWords[] }) {
  const t = useTexts().goals.history;
  return (
    <section className="card stack--close" aria-labelledby="goal-history">
      <h2 id="goal-history">{t.title}</h2>
      <ol className="plain-list history">
        {steps.map(({ number, what, reason, line }) => (
          <li key={number}>
            {what.map((one) => (
              <p key={one}>
                <strong>{one}</strong>
              </p>
            ))}
            {reason ? <p>{t.reason(reason)}</p> : null}
            <p className="quiet">{line}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
