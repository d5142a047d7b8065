import type { CheckingPool, Inspection } from "#surveys/checking-pool.ts";
import { Problem } from "../problem.ts";

const KEPT = 40;
const known = new Map<string, Inspection>();

/**
 * Items, pages and remarks of a definition that is kept here, read in the checking pool and remembered by its checksum.
 * Throws unavailable where the pool has no time for it now.
 */
export async function inspectKept(
  checking: CheckingPool,
  { checksum, json }: { checksum: string; json: string },
): Promise<Inspection> {
  const cached = known.get(checksum);
  if (cached) return cached;
  const inspection = await checking.inspect(json);
  if (inspection.problems.length > 0) throw new Problem("unavailable", { retryAfter: 5 });
  if (known.size >= KEPT) known.delete(known.keys().next().value as string);
  known.set(checksum, inspection);
  return inspection;
}
