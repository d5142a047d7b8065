/**
 * Bounds what one client may write. Kept in the process, not in the database: it guards the database from a flood, and with
 * several processes the bound is only as many times as high.
 */
export function createFlood({ perMinute, most }: { perMinute: number; most: number }) {
  const buckets = new Map<string, { left: number; at: number }>();

  /** Takes so many; 0 when that is allowed, else the seconds after which it may be. Nothing is taken then. */
  function take(key: string, count: number, now = Date.now()): number {
    const before = buckets.get(key);
    const left = before ? Math.min(most, before.left + ((now - before.at) / 60_000) * perMinute) : most;
    if (buckets.size > 10_000) forget(now);
    if (left < count) return Math.ceil(((count - left) / perMinute) * 60);
    buckets.set(key, { left: left - count, at: now });
    return 0;
  }

  function forget(now: number): void {
    for (const [key, { at }] of buckets) if (now - at > 120_000) buckets.delete(key);
  }

  return { take };
}
