import { randomUUID } from "node:crypto";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import * as versions from "#db/queries/versions.server.ts";
import { readDefinition } from "#surveys/definition.ts";
import type { JsonObject } from "#surveys/json.ts";
import { canBePublished, lintDefinition } from "#surveys/lint.ts";
import { textOf } from "#surveys/texts.ts";
import { checksumOf } from "../canonical.server.ts";
import { type Fault, Problem } from "../problem.ts";

export type Publishing = {
  /** the questionnaire's lasting name, e.g. "bedarfe" */
  name: string;
  definition: JsonObject;
  actorId: string | null;
};

/**
 * Publishes a definition as the next version of its questionnaire, which is made if need be. From then on the database
 * refuses any change of it. Publishing the latest version again gives back that version. Throws invalid-definition with
 * what the lint found. For commands and sample data: it lints on the spot and asks no second person.
 */
export function publishVersion(db: Db | Tx, { name, definition, actorId }: Publishing): Promise<{ versionId: string }> {
  const faults = faultsOf(definition);
  if (faults.length > 0) throw new Problem("invalid-definition", { faults });
  return transact(db, (tx) =>
    addVersion(tx, { name, definition, checksum: checksumOf(definition), actorId, amends: null, proposedBy: null }),
  );
}

type NextVersion = Publishing & {
  checksum: string;
  amends: string | null;
  proposedBy: string | null;
  draftId?: string;
};

/** Adds a definition that was linted before as the next version; the latest version again where it is the same. */
export async function addVersion(tx: Tx, { name, ...next }: NextVersion): Promise<{ versionId: string }> {
  const { definition, checksum, actorId, amends, proposedBy, draftId } = next;
  const questionnaireId = await versions.ensureQuestionnaire(tx, randomUUID(), name, textOf(definition.title, name));
  const latest = await versions.findLatestVersion(tx, questionnaireId);
  if (latest?.checksum === checksum) return { versionId: latest.version_id };
  const versionId = randomUUID();
  const number = (latest?.number ?? 0) + 1;
  await versions.insertVersion(tx, {
    versionId,
    questionnaireId,
    number,
    definition,
    checksum,
    actorId,
    amends,
    proposedBy,
  });
  const facts = Object.entries({ number, draftId, amends, proposedBy }).filter(([, value]) => value);
  const detail = Object.fromEntries(facts) as Record<string, string | number>;
  await insertAudit(tx, { actorId, verb: "version.publish", object: "version", objectId: versionId, detail });
  return { versionId };
}

function faultsOf(source: JsonObject): Fault[] {
  const { definition, problems } = readDefinition(source);
  if (!definition) return problems;
  const found = lintDefinition(definition);
  return canBePublished(found) ? [] : found.filter((fault) => fault.severity === "error");
}
