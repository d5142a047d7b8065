import { sql } from "kysely";
import { type Db, jsonb, type Tx } from "../client.server.ts";

export async function insertImport(
  tx: Tx,
  made: { importId: string; fileName: string; rows: unknown; madeBy: string; madeAt: Date },
): Promise<void> {
  await tx
    .insertInto("member_import")
    .values({
      import_id: made.importId,
      file_name: made.fileName,
      rows: jsonb(made.rows),
      made_by: made.madeBy,
      made_at: made.madeAt,
      applied_at: null,
      ended_at: null,
      undo: null,
    })
    .execute();
}

/** One import with its rows and what is needed to undo it. */
export function findImport(db: Db | Tx, importId: string) {
  return selectImport(db).where("import_id", "=", importId).executeTakeFirst();
}

/** The same, locked until the transaction ends. */
export function lockImport(tx: Tx, importId: string) {
  return selectImport(tx).where("import_id", "=", importId).forUpdate().executeTakeFirst();
}

function selectImport(db: Db | Tx) {
  return db
    .selectFrom("member_import")
    .select(["import_id", "file_name", "state", "rows", "undo", "made_by", "made_at", "applied_at", "ended_at"]);
}

/** The latest imports, without their rows. */
export function listImports(db: Db | Tx, limit: number) {
  return db
    .selectFrom("member_import")
    .innerJoin("account", "account.account_id", "member_import.made_by")
    .select(["import_id", "file_name", "state", "made_at", "applied_at", "ended_at", "account.name as made_by"])
    .select(sql<boolean>`undo is not null`.as("undoable"))
    .orderBy("made_at", "desc")
    .limit(limit)
    .execute();
}

export async function updateImportRows(tx: Tx, importId: string, rows: unknown): Promise<void> {
  await tx
    .updateTable("member_import")
    .set({ rows: jsonb(rows) })
    .where("import_id", "=", importId)
    .execute();
}

/** From the preview to applied: of the rows only their counts are left. */
export async function markApplied(tx: Tx, importId: string, kept: { rows: unknown; undo: unknown; at: Date }) {
  await tx
    .updateTable("member_import")
    .set({ state: "applied", rows: jsonb(kept.rows), undo: jsonb(kept.undo), applied_at: kept.at })
    .where("import_id", "=", importId)
    .execute();
}

/** Undone or discarded: nothing of the file or of the people in it is left but the counts. */
export async function markEnded(
  tx: Tx,
  importId: string,
  ended: { state: "undone" | "discarded"; rows: unknown; at: Date },
): Promise<void> {
  await tx
    .updateTable("member_import")
    .set({ state: ended.state, rows: jsonb(ended.rows), undo: null, ended_at: ended.at })
    .where("import_id", "=", importId)
    .execute();
}

/** Erases previews that nobody confirmed and what was needed to undo old imports: both hold people. */
export async function eraseOldImports(tx: Tx, keep: { previewDays: number; undoDays: number }): Promise<void> {
  await sql`update member_import set state = 'discarded', rows = '{}', ended_at = now()
    where state = 'preview' and made_at < now() - make_interval(days => ${keep.previewDays})`.execute(tx);
  await sql`update member_import set undo = null
    where state = 'applied' and undo is not null and applied_at < now() - make_interval(days => ${keep.undoDays})`.execute(
    tx,
  );
}

/** Locks all previews until the transaction ends. */
export async function lockPreviews(tx: Tx): Promise<void> {
  await sql`select import_id from member_import where state = 'preview' order by import_id for update`.execute(tx);
}

/** Discards previews in whose cells the address stands, in capitals or not; gives back their ids. */
export async function discardPreviewsWith(tx: Tx, address: string, at: Date): Promise<string[]> {
  const { rows } = await sql<{ import_id: string }>`update member_import
    set state = 'discarded', rows = '{}', ended_at = ${at}
    where state = 'preview' and position(lower(${address}) in lower(rows::text)) > 0
    returning import_id`.execute(tx);
  return rows.map((row) => row.import_id);
}

/** Takes what an import knew of an account out of it, because the person wants to be forgotten. */
export async function forgetInImports(tx: Tx, accountId: string): Promise<void> {
  await sql`update member_import
    set undo = jsonb_set(undo, '{accounts}', (
      select coalesce(jsonb_agg(case when one->>'accountId' = ${accountId}
        then one || '{"before": null, "after": null}' else one end), '[]')
      from jsonb_array_elements(undo->'accounts') as one))
    where undo->'accounts' @> jsonb_build_array(jsonb_build_object('accountId', ${accountId}::text))`.execute(tx);
}

/** Which of these projects and accounts have been used since: ids with what they were used for. */
export async function listUses(tx: Tx, ids: { projects: readonly string[]; accounts: readonly string[] }) {
  const { rows } = await sql<{ id: string; use: "invited" | "asked" | "signed-in" }>`
    select distinct project_id as id, 'invited' as use from invitation where project_id = any(${ids.projects}::uuid[])
    union select project_id, 'asked' from attribute_request where project_id = any(${ids.projects}::uuid[])
    union select account_id, 'signed-in' from session where account_id = any(${ids.accounts}::uuid[])
    union select actor_id, 'signed-in' from audit where actor_id = any(${ids.accounts}::uuid[])`.execute(tx);
  return rows;
}
