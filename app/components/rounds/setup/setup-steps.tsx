import { Link } from "@remix-run/react";
import { paths } from "../../../paths.ts";
import { useTexts } from "../../texts.ts";

export const STEPS = ["version", "audience", "times", "privacy"] as const;
export type SetupStep = (typeof STEPS)[number];

type SetupStepsProps = {
  /** undefined before there is a draft: then nothing leads anywhere yet */
  roundId?: string;
  current: SetupStep | "summary";
};

/** The four steps and the summary; every one can be gone to at any time. */
export function SetupSteps({ roundId, current }: SetupStepsProps) {
  const t = useTexts().roundSetup;
  const entries = [...STEPS, "summary" as const].map((step, index) => ({
    step,
    label: step === "summary" ? t.steps.summary : `${index + 1} ${t.steps[step]}`,
    to: roundId && (step === "summary" ? paths.dryRun(roundId) : paths.roundSetup(roundId, index + 1)),
  }));
  return (
    <nav className="setup-steps" aria-label={t.stepsLabel}>
      <ol className="plain-list">
        {entries.map(({ step, label, to }) => (
          <li key={step} aria-current={step === current ? "step" : undefined}>
            {to && step !== current ? <Link to={to}>{label}</Link> : <span>{label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
