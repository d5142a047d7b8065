import { sql } from "kysely";
import { type Db, jsonb, type Tx } from "../client.server.ts";
import type { ResponseKey } from "./responses.server.ts";

const fields = (db: Db | Tx, key: ResponseKey) =>
  db
    .selectFrom("field")
    .leftJoin("account", "account.account_id", "field.changed_by")
    .select([
      "field.path",
      "field.value",
      "field.rev",
      "field.seq",
      "field.changed_at",
      "field.changed_by as changed_by_id",
      "account.name as changed_by",
    ])
    .where("field.round_id", "=", key.roundId)
    .where("field.response_id", "=", key.responseId)
    .orderBy("field.path");

/** The fields of a response that were written after its step `since`; all of them without it. */
export function listFields(db: Db | Tx, key: ResponseKey, since = -1) {
  return fields(db, key).where("field.seq", ">", since).execute();
}

/** Some fields, and all that lie in some entries (their paths without what follows). */
export function findFields(tx: Tx, key: ResponseKey, paths: string[], entries: string[]) {
  return fields(tx, key)
    .where(({ eb, or }) =>
      or([
        eb("field.path", "in", paths.length > 0 ? paths : [""]),
        ...entries.map((entry) => sql<boolean>`starts_with(field.path, ${`${entry}/`})`),
      ]),
    )
    .execute();
}

/** How much a response keeps, and how many entries stand in some repeated groups (their paths). */
export async function measureFields(tx: Tx, key: ResponseKey, groups: string[]) {
  const { rows } = await sql<{ fields: number; bytes: number; entries: Record<string, number> }>`
    select count(*)::integer as fields,
      coalesce(sum(octet_length(path) + coalesce(octet_length(value::text), 0)), 0)::float8 as bytes,
      (select coalesce(jsonb_object_agg(named.at, (
          select count(*) from field as entry
          where entry.round_id = ${key.roundId} and entry.response_id = ${key.responseId}
            and starts_with(entry.path, named.at || '/@') and strpos(substr(entry.path, length(named.at) + 2), '/') = 0
            and jsonb_typeof(entry.value) = 'number')), '{}')
        from jsonb_array_elements_text(${jsonb(groups)}) as named (at)) as entries
    from field where round_id = ${key.roundId} and response_id = ${key.responseId}`.execute(tx);
  return rows[0] ?? { fields: 0, bytes: 0, entries: {} };
}

export type WrittenField = { path: string; value: unknown; rev: number; by: string | null };

/**
 * Writes fields as they stand after step `seq`. The caller holds the response, and has seen the revision before: a row that
 * is newer all the same is an error, never overwritten.
 */
export async function writeFields(tx: Tx, key: ResponseKey, seq: number, written: WrittenField[]): Promise<void> {
  if (written.length === 0) return;
  const { rows } = await sql`
    insert into field (round_id, response_id, path, value, rev, seq, changed_by)
    select ${key.roundId}::uuid, ${key.responseId}::uuid, path, value, rev, ${seq}, by
    from jsonb_to_recordset(${jsonb(written)}) as row (path text, value jsonb, rev integer, by uuid)
    on conflict (round_id, response_id, path) do update
      set value = excluded.value, rev = excluded.rev, seq = excluded.seq, changed_at = now(), changed_by = excluded.changed_by
      where field.rev < excluded.rev
    returning 1`.execute(tx);
  if (rows.length !== written.length) throw new Error("A field was newer than the response that holds it.");
}

/** Writes the first answers of a fresh response at once. */
export async function insertFields(
  tx: Tx,
  key: ResponseKey,
  edits: { path: string; value: unknown; actorId: string | null }[],
  at: Date,
): Promise<void> {
  const rows = edits.map(({ path, value, actorId }) => ({
    round_id: key.roundId,
    response_id: key.responseId,
    path,
    value: jsonb(value),
    rev: 1,
    changed_at: at,
    changed_by: actorId,
  }));
  await tx.insertInto("field").values(rows).execute();
}
