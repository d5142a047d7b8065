import { sql } from "kysely";
import { onTestFinished } from "vitest";
import type { TestDatabase } from "./database.ts";

/**
 * Holds up whoever makes a release: at its beginning where a closed round is given, else before it is written. Others may
 * go on. Gives back what ends it; the end of the test does so, too.
 */
export async function holdUp({ owner }: TestDatabase, roundId?: string): Promise<() => Promise<void>> {
  const held = await owner.startTransaction().execute();
  let isHeld = true;
  const letGo = async () => {
    if (isHeld) await held.rollback().execute();
    isHeld = false;
  };
  onTestFinished(letGo);
  if (roundId) await sql`select from round where round_id = ${roundId} for share`.execute(held);
  else await sql`lock table release in share row exclusive mode`.execute(held);
  return letGo;
}
