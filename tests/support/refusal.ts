import { type RawBuilder, sql } from "kysely";
import type { Db } from "#db/client.server.ts";

/** The SQLSTATE with which the database refuses the statement, or "done" with the number of rows it touched. */
export async function attempt(db: Db, statement: RawBuilder<unknown> | string): Promise<string> {
  const builder = typeof statement === "string" ? sql.raw(statement) : statement;
  try {
    const { numAffectedRows } = await builder.execute(db);
    return `done: ${numAffectedRows ?? 0}`;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

/** Insufficient privilege: the role lacks the right. */
export const NO_RIGHT = "42501";
/** Raised by our triggers for rows of a closed round, and for what was published or released. */
export const CLOSED = "P0101";
export const FROZEN = "P0102";
