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
};
