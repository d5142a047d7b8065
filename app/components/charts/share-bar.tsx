/** Parts of a whole, from lacking to good; what is left is in between. Each from 0 to 1. */
type ShareBarProps = { lacking: number; good: number };

/** A bar within a line of a table. The figures stand beside it in words: for those who do not see it, it is not there. */
export function ShareBar({ lacking, good }: ShareBarProps) {
  const [left, right] = [lacking * 100, (1 - good) * 100];
  return (
    <svg className="share-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect className="share-bar__lacking" width={left} height={10} />
      <rect className="share-bar__middle" x={left} width={Math.max(0, right - left)} height={10} />
      <rect className="share-bar__good" x={right} width={100 - right} height={10} />
    </svg>
  );
}
