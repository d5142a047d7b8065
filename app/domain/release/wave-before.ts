/** What tells the final releases of a questionnaire apart in time. */
type Dated = { round_id: string; closed_at: Date; made_at: Date };

/**
 * The wave before a final release, out of the others of its questionnaire that were there when it was made: the newest of the
 * rounds closed before. None where a later round was released first: it has this wave's predecessor in its panel, and a
 * second panel of the same answers would be one group more to subtract.
 */
export function waveBefore<T extends Dated>(finals: readonly T[], own: Dated): T | undefined {
  const others = finals.filter((one) => one.round_id !== own.round_id).sort(inTime);
  const newest = others.at(-1);
  return newest && inTime(newest, own) < 0 ? newest : undefined;
}

const inTime = (a: Dated, b: Dated): number =>
  a.closed_at.getTime() - b.closed_at.getTime() || a.made_at.getTime() - b.made_at.getTime();
