import pg from "pg";
import type { Kept } from "./checker.ts";

/** The final read: everything that is kept of some sheets, through a connection that sees all. */
export async function readKept(adminUrl: string, sheets: readonly string[]): Promise<Kept> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const rows = async <T>(select: string, table: string): Promise<T[]> => {
      const text = `select r.invitation_id as sheet, ${select} from ${table} t
        join response r using (round_id, response_id) where r.invitation_id = any($1)`;
      return (await client.query(text, [sheets])).rows as T[];
    };
    return {
      operations: await rows(
        't.op_id as "opId", t.path, t.base, t.base_op as "baseOp", t.rev, t.value, t.settled_by as "settledBy"',
        "operation",
      ),
      fields: await rows("t.path, t.rev, t.value", "field"),
      submissions: await rows('t.submission_id as "submissionId", t.receipt', "submission"),
    };
  } finally {
    await client.end();
  }
}

/**
 * How many of the app's transactions are open and have written something. Exact while the app is frozen: then each of
 * them waits for a statement that never comes.
 */
export async function countOpenTransactions(admin: pg.Client): Promise<number> {
  const { rows } = await admin.query(
    `select count(*)::int as open from pg_stat_activity
     where datname = current_database() and application_name = 'praxisspiegel-app'
       and state like 'idle in transaction%' and backend_xid is not null`,
  );
  return (rows[0] as { open: number }).open;
}
