import { sql, type Updateable } from "kysely";
import { type Db, jsonb, type Tx } from "../client.server.ts";
import type { VersionDraftTable } from "../tables/questionnaire.ts";

const drafts = (db: Db | Tx) =>
  db
    .selectFrom("version_draft")
    .innerJoin("account as uploader", "uploader.account_id", "version_draft.uploaded_by")
    .leftJoin("account as proposer", "proposer.account_id", "version_draft.proposed_by")
    .leftJoin("account as decider", "decider.account_id", "version_draft.decided_by")
    .select([
      "version_draft.draft_id",
      "version_draft.name",
      "version_draft.checksum",
      "version_draft.amends",
      "version_draft.note",
      "version_draft.state",
      "version_draft.uploaded_at",
      "version_draft.proposed_by",
      "version_draft.proposed_at",
      "version_draft.decided_at",
      "version_draft.version_id",
      "version_draft.return_reason",
      "uploader.name as uploader",
      "proposer.name as proposer",
      "decider.name as decider",
      sql<unknown>`version_draft.definition -> 'title'`.as("title"),
      sql<unknown>`version_draft.definition -> 'duration'`.as("duration"),
    ]);

export type DraftRow = NonNullable<Awaited<ReturnType<typeof findDraft>>>;

/** A draft with the names of those who had a part in it, without its definition. */
export function findDraft(db: Db | Tx, draftId: string) {
  return drafts(db).where("version_draft.draft_id", "=", draftId).executeTakeFirst();
}

/** Drafts that are neither published nor discarded, of one questionnaire or of all; the newest first. */
export function listOpenDrafts(db: Db | Tx, name?: string) {
  return drafts(db)
    .where("version_draft.state", "in", ["draft", "proposed"])
    .$if(name !== undefined, (query) => query.where("version_draft.name", "=", name as string))
    .orderBy("version_draft.uploaded_at", "desc")
    .execute();
}

/** A draft's definition as JSON text, indented on request. */
export async function findDraftJson(db: Db | Tx, draftId: string, indented = false): Promise<string | undefined> {
  const row = await db
    .selectFrom("version_draft")
    .select(sql<string>`${sql.raw(indented ? "jsonb_pretty(definition)" : "definition::text")}`.as("json"))
    .where("draft_id", "=", draftId)
    .executeTakeFirst();
  return row?.json;
}

/** The draft, locked until the end of the transaction. */
export function lockDraft(tx: Tx, draftId: string) {
  return tx
    .selectFrom("version_draft")
    .select(["name", "definition", "checksum", "amends", "state", "proposed_by"])
    .where("draft_id", "=", draftId)
    .forUpdate()
    .executeTakeFirst();
}

type NewDraft = {
  draftId: string;
  name: string;
  definition: Record<string, unknown>;
  checksum: string;
  amends: string | null;
  uploadedBy: string;
};

export async function insertDraft(tx: Tx, draft: NewDraft): Promise<void> {
  await tx
    .insertInto("version_draft")
    .values({
      draft_id: draft.draftId,
      name: draft.name,
      definition: jsonb(draft.definition),
      checksum: draft.checksum,
      amends: draft.amends,
      uploaded_by: draft.uploadedBy,
      proposed_by: null,
      proposed_at: null,
      decided_by: null,
      decided_at: null,
      version_id: null,
    })
    .execute();
}

type DraftChange = Omit<Updateable<VersionDraftTable>, "draft_id" | "name" | "amends" | "definition"> & {
  definition?: Record<string, unknown>;
};

/** What was not named stays as it is. */
export async function updateDraft(tx: Tx, draftId: string, { definition, ...change }: DraftChange): Promise<void> {
  await tx
    .updateTable("version_draft")
    .set({ ...change, ...(definition ? { definition: jsonb(definition) } : {}) })
    .where("draft_id", "=", draftId)
    .execute();
}
