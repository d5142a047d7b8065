type Numbered = { versionId: string; number: number; amends: string | null };

/**
 * The version that another one is compared with: for a correction of wording the one that it corrects, for any other the
 * one that it follows, with its last correction. `below` is its number; undefined for what is not published yet.
 */
export function baseOf<V extends Numbered>(
  versions: readonly V[],
  { amends, below = Number.POSITIVE_INFINITY }: { amends: string | null; below?: number },
): V | undefined {
  const earlier = versions.filter((version) => version.number < below);
  if (amends) return earlier.find((version) => version.versionId === amends);
  let base = latest(earlier.filter((version) => version.amends === null));
  for (;;) {
    const correction = latest(earlier.filter((version) => base && version.amends === base.versionId));
    if (!correction) return base;
    base = correction;
  }
}

function latest<V extends Numbered>(versions: readonly V[]): V | undefined {
  return versions.reduce<V | undefined>((best, one) => (best && best.number > one.number ? best : one), undefined);
}
