import type { Db, Tx } from "#db/client.server.ts";
import * as versions from "#db/queries/versions.server.ts";
import type { Text } from "#surveys/model.ts";
import { textOf } from "#surveys/texts.ts";

const PRIVACIES = ["named", "confidential", "anonymous"] as const;
type Privacy = (typeof PRIVACIES)[number];

/** A published version without its definition. */
export type VersionEntry = {
  versionId: string;
  questionnaireId: string;
  /** of the questionnaire, lasting, e.g. "bedarfe" */
  name: string;
  title: Text;
  number: number;
  publishedAt: Date;
  publisher: string | null;
  proposer: string | null;
  /** the version whose wording this one corrects, with identical items */
  amends: string | null;
  checksum: string;
  /** to fill in, as the definition says */
  minutes: number | null;
  /** asks for member projects, so that a round needs a roster */
  hasRoster: boolean;
  /** what the definition is made for; a round may decide otherwise */
  privacy: Privacy | null;
};

/** All published versions, or those of one questionnaire; the one published last comes first. */
export async function listVersions(db: Db | Tx, name?: string): Promise<VersionEntry[]> {
  const rows = await versions.listVersions(db, name);
  return rows.map((row) => ({
    versionId: row.version_id,
    questionnaireId: row.questionnaire_id,
    name: row.name,
    title: textOf(row.title, row.name),
    number: row.number,
    publishedAt: row.published_at,
    publisher: row.publisher,
    proposer: row.proposer,
    amends: row.amends,
    checksum: row.checksum,
    minutes: typeof row.duration === "number" ? row.duration : null,
    hasRoster: row.has_roster,
    privacy: PRIVACIES.find((code) => code === row.privacy) ?? null,
  }));
}

/**
 * Versions that may take the place of this one in an open round, the latest first: they correct its wording, or correct
 * such a correction, and their items are identical.
 */
export async function findAmendments(db: Db | Tx, versionId: string): Promise<VersionEntry[]> {
  const ids = await versions.listAmendments(db, versionId);
  if (ids.length === 0) return [];
  const all = await listVersions(db);
  return ids.flatMap((id) => all.find((version) => version.versionId === id) ?? []);
}
