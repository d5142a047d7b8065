import { randomUUID } from "node:crypto";
import { type Db, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import * as drafts from "#db/queries/drafts.server.ts";
import { findVersionJson } from "#db/queries/versions.server.ts";
import type { CheckingPool, Inspection } from "#surveys/checking-pool.ts";
import type { JsonObject } from "#surveys/json.ts";
import { canBePublished, type Fault } from "#surveys/lint/fault.ts";
import type { Place } from "#surveys/places.ts";
import { checksumOf } from "../canonical.server.ts";
import { Problem } from "../problem.ts";
import { type Changes, compareVersions, onlyWording, shortened } from "./changes.ts";
import { inspectKept } from "./inspect.server.ts";
import { baseOf } from "./lineage.ts";
import { listVersions, type VersionEntry } from "./list-versions.server.ts";

/** A fault of a definition with the page and question it lies in. */
export type PlacedFault = Fault & { place: Place };

/** Why a file does not become a draft; each is shown beside its field. */
export type Refusal =
  | { kind: "name"; code: "missing" | "shape" | "reserved" | "taken" }
  | { kind: "unchanged"; number: number }
  | { kind: "definition"; faults: PlacedFault[] }
  /** a correction of wording that is more than that */
  | { kind: "amendment"; number: number; changes: Changes };

export type Upload = {
  /** of an existing questionnaire, or of the one to be made */
  name: string;
  isNew: boolean;
  /** the version whose wording is corrected */
  amends: string | null;
  json: string;
  actorId: string;
};

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const NAME_LENGTH = 40;
/** Words of our own addresses. */
const RESERVED = new Set(["neu", "entwurf"]);

/**
 * Keeps a definition that could be published as a draft. It is read and linted in the checking pool. Throws not-found
 * for a questionnaire or version that is not there, unavailable where the pool is busy.
 */
export async function uploadDraft(
  db: Db,
  checking: CheckingPool,
  upload: Upload,
): Promise<{ draftId: string } | { refused: Refusal }> {
  const versions = await listVersions(db, upload.name);
  if (!upload.isNew && versions.length === 0) throw new Problem("not-found");
  const nameFault = upload.isNew ? faultOfName(upload.name, versions) : undefined;
  if (nameFault) return { refused: { kind: "name", code: nameFault } };
  const checked = await checkUpload(db, checking, versions, upload);
  if ("refused" in checked) return checked;
  const draftId = randomUUID();
  const { name, amends, actorId } = upload;
  await transact(db, async (tx) => {
    await drafts.insertDraft(tx, { draftId, name, amends, uploadedBy: actorId, ...checked });
    await insertAudit(tx, {
      actorId,
      verb: "draft.upload",
      object: "draft",
      objectId: draftId,
      detail: { questionnaire: name, checksum: checked.checksum, ...(amends ? { amends } : {}) },
    });
  });
  return { draftId };
}

/**
 * Puts another file in the place of a draft's. Throws not-found, and draft-changed where the draft is proposed,
 * published or discarded by now.
 */
export async function replaceDraft(
  db: Db,
  checking: CheckingPool,
  { draftId, json, actorId, now }: { draftId: string; json: string; actorId: string; now: Date },
): Promise<{ draftId: string } | { refused: Refusal }> {
  const draft = await drafts.findDraft(db, draftId);
  if (!draft) throw new Problem("not-found");
  if (draft.state !== "draft") throw new Problem("draft-changed");
  const versions = await listVersions(db, draft.name);
  const checked = await checkUpload(db, checking, versions, { amends: draft.amends, json });
  if ("refused" in checked) return checked;
  await transact(db, async (tx) => {
    const locked = await drafts.lockDraft(tx, draftId);
    if (locked?.state !== "draft") throw new Problem("draft-changed");
    await drafts.updateDraft(tx, draftId, { ...checked, uploaded_by: actorId, uploaded_at: now });
    const detail = { questionnaire: draft.name, checksum: checked.checksum };
    await insertAudit(tx, { actorId, verb: "draft.upload", object: "draft", objectId: draftId, detail });
  });
  return { draftId };
}

function faultOfName(name: string, versions: VersionEntry[]) {
  if (name === "") return "missing";
  if (!NAME.test(name) || name.length > NAME_LENGTH) return "shape";
  if (RESERVED.has(name)) return "reserved";
  return versions.length > 0 ? "taken" : undefined;
}

type Checked = { definition: JsonObject; checksum: string };

async function checkUpload(
  db: Db,
  checking: CheckingPool,
  versions: VersionEntry[],
  { json, amends }: Pick<Upload, "json" | "amends">,
): Promise<Checked | { refused: Refusal }> {
  const base = baseOf(versions, { amends });
  if (amends && !base) throw new Problem("not-found");
  const inspection = await checking.inspect(json);
  const faults = faultsOf(inspection);
  if (!canBePublished(faults)) return { refused: { kind: "definition", faults } };
  const definition: JsonObject = JSON.parse(json);
  const checksum = checksumOf(definition);
  if (base?.checksum === checksum) return { refused: { kind: "unchanged", number: base.number } };
  if (amends && base) {
    const before = await readSide(db, checking, base);
    const changes = compareVersions(before, { source: definition, items: inspection.items });
    if (!onlyWording(changes))
      return { refused: { kind: "amendment", number: base.number, changes: shortened(changes) } };
  }
  return { definition, checksum };
}

/** Everything that is wrong or worth a look, errors first, with its place. */
export function faultsOf({ problems, lint, places }: Inspection): PlacedFault[] {
  const errors = problems.map((problem): Fault => ({ severity: "error", ...problem }));
  return [...errors, ...lint].map((fault) => ({ ...fault, place: places[fault.path] ?? {} }));
}

/** Items and source of a published version. Throws not-found, unavailable. */
export async function readSide(db: Db, checking: CheckingPool, version: { versionId: string; checksum: string }) {
  const json = await findVersionJson(db, version.versionId);
  if (json === undefined) throw new Problem("not-found");
  const inspection = await inspectKept(checking, { checksum: version.checksum, json });
  return { inspection, items: inspection.items, source: JSON.parse(json) as JsonObject };
}
