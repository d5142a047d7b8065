import type { Generated } from "kysely";
import type { Text } from "#surveys/model.ts";

export type SeriesTable = { series_id: string; questionnaire_id: string; name: string };

export type RoundTable = {
  round_id: string;
  series_id: string;
  version_id: string;
  title: Text;
  /** short name of the wave, usually the year */
  wave: string;
  privacy: "named" | "confidential" | "anonymous";
  strict: Generated<boolean>;
  state: Generated<"draft" | "open" | "closed" | "released" | "archived">;
  opens_at: Date;
  closes_at: Date;
  opened_at: Date | null;
  closed_at: Date | null;
  fictional: Generated<boolean>;
  /** for roster questions: the member projects at the opening */
  roster: Generated<RosterEntry[]>;
  created_at: Generated<Date>;
};

export type RosterEntry = { value: string; text: string };

/** A project's values on the day the round opened; breakdowns use these for ever. */
export type Attributes = Record<string, string[]>;

export type InvitationTable = {
  round_id: string;
  invitation_id: string;
  project_id: string;
  organisation_id: string;
  attributes: Attributes;
  invited_at: Generated<Date>;
  first_opened_at: Date | null;
};
