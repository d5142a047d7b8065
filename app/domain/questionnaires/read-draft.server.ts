import type { Db } from "#db/client.server.ts";
import { type DraftRow, findDraft, findDraftJson } from "#db/queries/drafts.server.ts";
import type { CheckingPool } from "#surveys/checking-pool.ts";
import type { JsonObject } from "#surveys/json.ts";
import type { Text } from "#surveys/model.ts";
import { textOf } from "#surveys/texts.ts";
import { Problem } from "../problem.ts";
import { may } from "../roles.ts";
import type { Viewer } from "../viewer.ts";
import { inspectKept } from "./inspect.server.ts";
import { baseOf } from "./lineage.ts";
import { listVersions } from "./list-versions.server.ts";
import { type Reading, readAgainst } from "./read-questionnaires.server.ts";

export type DraftHead = {
  draftId: string;
  name: string;
  title: Text;
  state: DraftRow["state"];
  /** to fill in, as the definition says */
  minutes: number | null;
  note: string;
  checksum: string;
  uploader: string;
  uploadedAt: Date;
  proposer: string | null;
  proposedAt: Date | null;
  decider: string | null;
  decidedAt: Date | null;
  returnReason: string;
  /** number of the version whose wording it corrects */
  amends: number | null;
  /** number of the version that it became */
  published: number | null;
};

/** What this person may do with it now. */
export type DraftRights = {
  propose: boolean;
  replace: boolean;
  discard: boolean;
  withdraw: boolean;
  /** publish or send back */
  decide: boolean;
};

/** A draft with everything that a second person needs to say yes. Throws not-found, unavailable. */
export async function readDraft(
  db: Db,
  checking: CheckingPool,
  viewer: Viewer,
  draftId: string,
): Promise<{ draft: DraftHead; rights: DraftRights; reading: Reading }> {
  const [row, json] = await Promise.all([findDraft(db, draftId), findDraftJson(db, draftId)]);
  if (!row || json === undefined) throw new Problem("not-found");
  const versions = await listVersions(db, row.name);
  const published = versions.find((version) => version.versionId === row.version_id);
  const inspection = await inspectKept(checking, { checksum: row.checksum, json });
  const side = { inspection, items: inspection.items, source: JSON.parse(json) as JsonObject };
  const base = baseOf(versions, { amends: row.amends, below: published?.number });
  return {
    draft: headOf(row, versions),
    rights: rightsOf(row, viewer),
    reading: await readAgainst(db, checking, side, base),
  };
}

/** A draft's head alone. Throws not-found. */
export async function getDraft(db: Db, draftId: string): Promise<DraftHead> {
  const row = await findDraft(db, draftId);
  if (!row) throw new Problem("not-found");
  return headOf(row, await listVersions(db, row.name));
}

/** A draft's definition as indented JSON. Throws not-found. */
export async function getDraftFile(db: Db, draftId: string): Promise<string> {
  const json = await findDraftJson(db, draftId, true);
  if (json === undefined) throw new Problem("not-found");
  return json;
}

function rightsOf(row: DraftRow, { parts, accountId }: Viewer): DraftRights {
  const mayEdit = may(parts, "questionnaire.edit");
  const isDraft = row.state === "draft" && mayEdit;
  const isOwn = row.proposed_by === accountId;
  return {
    propose: isDraft,
    replace: isDraft,
    discard: isDraft,
    withdraw: row.state === "proposed" && mayEdit && isOwn,
    decide: row.state === "proposed" && may(parts, "questionnaire.publish") && !isOwn,
  };
}

function headOf(row: DraftRow, versions: { versionId: string; number: number }[]): DraftHead {
  const numberOf = (id: string | null) => versions.find((version) => version.versionId === id)?.number ?? null;
  return {
    draftId: row.draft_id,
    name: row.name,
    title: textOf(row.title, row.name),
    state: row.state,
    minutes: typeof row.duration === "number" ? row.duration : null,
    note: row.note,
    checksum: row.checksum,
    uploader: row.uploader,
    uploadedAt: row.uploaded_at,
    proposer: row.proposer,
    proposedAt: row.proposed_at,
    decider: row.decider,
    decidedAt: row.decided_at,
    returnReason: row.return_reason,
    amends: numberOf(row.amends),
    published: numberOf(row.version_id),
  };
}
