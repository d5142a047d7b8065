import { createHash } from "node:crypto";
import pg from "pg";
import type { Get } from "./dashboards.ts";

/** What tells that somebody answered, and that a project may be named: a source of its own, which releases go by. */
const KEPT = ["response", "naming_step"];

/**
 * Takes away everything that anybody answered, except for some responses, past all guards: what is frozen stands alone then.
 * Whatever still says the same follows from that alone.
 */
export async function forgetAnswers(superuserUrl: string, except: readonly string[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query("set session_replication_role = replica");
    const { rows } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
       where column_name = 'response_id' and table_type = 'BASE TABLE' and table_schema = 'public'`,
    );
    const names = rows.map(({ name }) => name).filter((name) => !KEPT.includes(name));
    for (const need of ["cell", "submission", "field"])
      if (!names.includes(need)) throw new Error(`answers are no longer in ${need}`);
    for (const name of names)
      await client.query(`delete from "${name}" where response_id <> all ($1::uuid[])`, [except]);
  } finally {
    await client.end();
  }
}

/** The same server, another database. */
export const urlOf = (adminUrl: string, database: string): string =>
  Object.assign(new URL(adminUrl), { pathname: `/${database}` }).toString();

/**
 * Remembers what was sent, byte by byte but for what is new in every answer, and the reader's name: pages that are drawn once
 * are drawn anew for somebody else.
 */
export function remembering(get: Get, reader: string): { get: Get; seen: Map<string, string> } {
  const seen = new Map<string, string>();
  return {
    seen,
    get: async (path) => {
      const body = await get(path);
      const plain = body
        .toString("latin1")
        .replaceAll(reader, "")
        .replace(/nonce="[^"]*"/g, "");
      seen.set(path, createHash("sha256").update(plain).digest("hex"));
      return body;
    },
  };
}

/** Addresses at which something else is sent than before. */
export async function findChanged(before: ReadonlyMap<string, string>, get: Get, reader: string): Promise<string[]> {
  const again = remembering(get, reader);
  for (const path of before.keys()) await again.get(path);
  return [...before].flatMap(([path, hash]) => (again.seen.get(path) === hash ? [] : [path]));
}
