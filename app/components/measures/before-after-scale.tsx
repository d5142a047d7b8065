/** Where a mean lay and where it lies now, on its scale; the sentence above says the same. Widths of a box of 100 × 24. */
export function BeforeAfterScale({
  low,
  high,
  before,
  after,
}: {
  low: number;
  high: number;
  before: number;
  after: number;
}) {
  const place = (value: number) => Math.round(2 + (96 * (value - low)) / (high - low));
  const steps = Array.from({ length: Math.round(high - low) + 1 }, (_, step) => low + step);
  const percent = (value: number) => `${place(value)}%`;
  return (
    <svg className="before-after" aria-hidden="true" focusable="false">
      <line className="before-after__scale" x1="2%" x2="98%" y1="50%" y2="50%" />
      {steps.map((step) => (
        <line key={step} className="before-after__scale" x1={percent(step)} x2={percent(step)} y1="35%" y2="65%" />
      ))}
      <line className="before-after__way" x1={percent(before)} x2={percent(after)} y1="50%" y2="50%" />
      <circle className="before-after__before" cx={percent(before)} cy="50%" r="6" />
      <circle className="before-after__after" cx={percent(after)} cy="50%" r="7" />
    </svg>
  );
}
