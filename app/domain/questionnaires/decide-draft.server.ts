import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import * as drafts from "#db/queries/drafts.server.ts";
import { lockNumbering } from "#db/queries/versions.server.ts";
import type { CheckingPool } from "#surveys/checking-pool.ts";
import type { JsonObject } from "#surveys/json.ts";
import { canBePublished } from "#surveys/lint/fault.ts";
import { Problem } from "../problem.ts";
import { compareVersions, onlyWording } from "./changes.ts";
import { inspectKept } from "./inspect.server.ts";
import { baseOf } from "./lineage.ts";
import { listVersions } from "./list-versions.server.ts";
import { addVersion } from "./publish-version.server.ts";
import { readSide } from "./upload-draft.server.ts";

type Step = { draftId: string; actorId: string; now: Date };

/** What a person had on screen: the draft's checksum, and the version that it was compared with. */
export type Seen = { checksum: string; base: string | null };

type Locked = NonNullable<Awaited<ReturnType<typeof drafts.lockDraft>>>;

/** Asks for a second person's yes. Throws draft-changed where the draft is not as it was seen. */
export function proposeDraft(db: Db, { note, seen, ...step }: Step & { note: string; seen: Seen }): Promise<void> {
  return inState(db, step, ["draft"], async (tx, draft) => {
    await assertSeen(tx, draft, seen);
    await drafts.updateDraft(tx, step.draftId, {
      ...{ state: "proposed", note, return_reason: "" },
      ...{ proposed_by: step.actorId, proposed_at: step.now, decided_by: null, decided_at: null },
    });
    return { verb: "draft.propose" };
  });
}

/** Takes a proposal back; only who made it may. Throws draft-changed, not-yours. */
export function withdrawDraft(db: Db, step: Step): Promise<void> {
  return inState(db, step, ["proposed"], async (tx, draft) => {
    if (draft.proposed_by !== step.actorId) throw new Problem("not-yours");
    await drafts.updateDraft(tx, step.draftId, { state: "draft", proposed_by: null, proposed_at: null });
    return { verb: "draft.withdraw" };
  });
}

/** Sends a proposal back with a reason; it is a draft again. Throws draft-changed, second-person. */
export function returnDraft(db: Db, { reason, ...step }: Step & { reason: string }): Promise<void> {
  return inState(db, step, ["proposed"], async (tx, draft) => {
    if (draft.proposed_by === step.actorId) throw new Problem("second-person");
    await drafts.updateDraft(tx, step.draftId, {
      ...{ state: "draft", return_reason: reason, proposed_by: null, proposed_at: null },
      ...{ decided_by: step.actorId, decided_at: step.now },
    });
    return { verb: "draft.return" };
  });
}

/** Gives a draft up. The file stays readable for who has its address. Throws draft-changed where it is proposed. */
export function discardDraft(db: Db, step: Step): Promise<void> {
  return inState(db, step, ["draft"], async (tx) => {
    await drafts.updateDraft(tx, step.draftId, {
      ...{ state: "discarded", decided_by: step.actorId, decided_at: step.now },
    });
    return { verb: "draft.discard" };
  });
}

/**
 * The second person's yes: the draft becomes the next version of its questionnaire. It is linted once more, in the pool,
 * and a correction of wording is compared once more with what it corrects. Throws not-found, second-person for who
 * proposed it, draft-changed where it is not as it was seen, invalid-definition.
 */
export async function publishDraft(
  db: Db,
  checking: CheckingPool,
  { seen, ...step }: Step & { seen: Seen },
): Promise<{ versionId: string }> {
  await assertPublishable(db, checking, step.draftId);
  let versionId = "";
  await inState(db, step, ["proposed"], async (tx, draft) => {
    if (draft.proposed_by === step.actorId) throw new Problem("second-person");
    await assertSeen(tx, draft, seen);
    ({ versionId } = await addVersion(tx, {
      name: draft.name,
      definition: draft.definition as JsonObject,
      checksum: draft.checksum,
      actorId: step.actorId,
      amends: draft.amends,
      proposedBy: draft.proposed_by,
      draftId: step.draftId,
    }));
    await drafts.updateDraft(tx, step.draftId, {
      ...{ state: "published", version_id: versionId, decided_by: step.actorId, decided_at: step.now },
    });
    return undefined;
  });
  return { versionId };
}

async function assertPublishable(db: Db, checking: CheckingPool, draftId: string): Promise<void> {
  const [draft, json] = await Promise.all([drafts.findDraft(db, draftId), drafts.findDraftJson(db, draftId)]);
  if (!draft || json === undefined) throw new Problem("not-found");
  const inspection = await inspectKept(checking, { checksum: draft.checksum, json });
  const base = draft.amends && baseOf(await listVersions(db, draft.name), { amends: draft.amends });
  const changes =
    base && compareVersions(await readSide(db, checking, base), { source: JSON.parse(json), items: inspection.items });
  if (!canBePublished(inspection.lint) || (changes && !onlyWording(changes))) throw new Problem("invalid-definition");
}

/** Locks the draft, does the work if it is in one of the states, and notes the verb that it gives. */
function inState(
  db: Db,
  { draftId, actorId }: Step,
  states: Locked["state"][],
  work: (tx: Tx, draft: Locked) => Promise<{ verb: string } | undefined>,
): Promise<void> {
  return transact(db, async (tx) => {
    const draft = await drafts.lockDraft(tx, draftId);
    if (!draft) throw new Problem("not-found");
    if (!states.includes(draft.state)) throw new Problem("draft-changed");
    const done = await work(tx, draft);
    const detail = { questionnaire: draft.name };
    if (done) await insertAudit(tx, { actorId, verb: done.verb, object: "draft", objectId: draftId, detail });
  });
}

/** Nobody says yes to what they have not seen: another file, or changes against another version. */
async function assertSeen(tx: Tx, draft: Locked, seen: Seen): Promise<void> {
  await lockNumbering(tx, draft.name);
  const base = baseOf(await listVersions(tx, draft.name), { amends: draft.amends });
  if (draft.checksum !== seen.checksum || (base?.versionId ?? null) !== seen.base) throw new Problem("draft-changed");
}
