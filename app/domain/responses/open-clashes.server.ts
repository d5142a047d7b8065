import type { Db, Tx } from "#db/client.server.ts";
import { listClashes } from "#db/queries/operations.server.ts";
import type { ResponseKey } from "#db/queries/responses.server.ts";
import { questionOfPath } from "#surveys/fields/index.ts";
import { Problem } from "../problem.ts";

/**
 * The questions with two versions of an answer, of which nobody has chosen one yet, in the order the clashes came. What
 * conditions hide is left out: it is shown nowhere, so nobody could decide, and it counts nowhere either.
 */
export async function questionsInClash(db: Db | Tx, key: ResponseKey, unasked: readonly string[]): Promise<string[]> {
  const clashes = await listClashes(db, key);
  const names = clashes.map(({ path }) => questionOfPath(path));
  return [...new Set(names)].filter((name) => !unasked.includes(name));
}

/** A version that somebody wrote must not go out, or be left behind, undecided. The response is locked. Throws open-clashes. */
export async function assertNoClash(tx: Tx, key: ResponseKey, unasked: readonly string[]): Promise<void> {
  if ((await questionsInClash(tx, key, unasked)).length > 0) throw new Problem("open-clashes");
}
