/** Parts of a whole, from lacking to good; what is left is in between. Each from 0 to 1. */
type ShareBarProps = { lacking: number; good: number };

/**
 * A bar within a line of a list. The figures stand beside it in words: for those who do not see it, it is not there. It is as
 * exact as these words, so that the page tells no digit more.
 */
export function ShareBar({ lacking, good }: ShareBarProps) {
  return (
    <svg className="share-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect className="share-bar__middle" width={100} height={10} />
      <rect className="share-bar__lacking" width={Math.round(lacking * 100)} height={10} />
      {/* From the right. */}
      <rect className="share-bar__good" width={Math.round(good * 100)} height={10} transform="matrix(-1 0 0 1 100 0)" />
    </svg>
  );
}
