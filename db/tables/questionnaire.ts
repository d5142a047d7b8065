import type { Generated } from "kysely";
import type { Text } from "#surveys/model.ts";

export type QuestionnaireTable = { questionnaire_id: string; name: string; title: Text; created_at: Generated<Date> };

export type VersionTable = {
  version_id: string;
  questionnaire_id: string;
  number: number;
  /** SurveyJS JSON as published */
  definition: Record<string, unknown>;
  /** SHA-256 (hex) of the definition as canonical JSON */
  checksum: string;
  published_at: Generated<Date>;
  published_by: string | null;
  /** the version whose wording this one corrects, with identical items */
  amends: Generated<string | null>;
  /** who proposed it; another person than `published_by`, unless both are null (sample data) */
  proposed_by: Generated<string | null>;
};

/** A definition on its way to becoming a version: publishing needs another person than the proposer. */
export type VersionDraftTable = {
  draft_id: string;
  /** of the questionnaire, which may not exist yet */
  name: string;
  definition: Record<string, unknown>;
  checksum: string;
  /** the version whose wording it corrects */
  amends: string | null;
  note: Generated<string>;
  state: Generated<"draft" | "proposed" | "published" | "discarded">;
  uploaded_by: string;
  uploaded_at: Generated<Date>;
  proposed_by: string | null;
  proposed_at: Date | null;
  decided_by: string | null;
  decided_at: Date | null;
  version_id: string | null;
  /** why a proposal came back; empty once it is proposed again */
  return_reason: Generated<string>;
};
