type StepsProps = { label: string; steps: { code: string; label: string }[]; current: string };

/** The stations of a round in order (Entwurf → offen → …), with the present one marked. */
export function Steps({ label, steps, current }: StepsProps) {
  return (
    <ol className="steps plain-list" aria-label={label}>
      {steps.map((step) => (
        <li key={step.code} aria-current={step.code === current ? "step" : undefined}>
          {step.label}
        </li>
      ))}
    </ol>
  );
}
