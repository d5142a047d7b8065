import type { Generated } from "kysely";
import type { Text } from "#surveys/model.ts";

export type SeriesTable = { series_id: string; questionnaire_id: string; name: string };

export type RoundState = "draft" | "open" | "closed" | "released" | "archived" | "cancelled";

export type RoundTable = {
  round_id: string;
  series_id: string;
  version_id: string;
  title: Text;
  /** short name of the wave, usually the year */
  wave: string;
  privacy: "named" | "confidential" | "anonymous";
  strict: Generated<boolean>;
  state: Generated<RoundState>;
  opens_at: Date;
  closes_at: Date;
  opened_at: Date | null;
  closed_at: Date | null;
  fictional: Generated<boolean>;
  /** for roster questions: the member projects at the opening */
  roster: Generated<RosterEntry[]>;
  created_at: Generated<Date>;
  /** how the audience was chosen; who that was stands in the invitations */
  audience: Generated<Audience>;
  /** days before the deadline on which those are reminded who have not submitted */
  reminders: Generated<number[]>;
  /** when deadline or days of the open round were last changed; reminders due before are left out */
  reminders_from: Generated<Date | null>;
  created_by: Generated<string | null>;
  /** who said that the draft opens by itself at `opens_at` */
  planned_by: Generated<string | null>;
  cancelled_at: Generated<Date | null>;
};

/** All active projects, those with one of the values of every named attribute, named ones, or people by link. */
export type Audience =
  | { kind: "all" }
  | { kind: "attributes"; attributes: Record<string, string[]> }
  | { kind: "projects"; projectIds: string[] }
  | { kind: "link" };

export type RosterEntry = { value: string; text: string };

/** A project's values on the day the round opened; breakdowns use these for ever. */
export type Attributes = Record<string, string[]>;

export type InvitationTable = {
  round_id: string;
  invitation_id: string;
  /** null for people by link */
  project_id: string | null;
  organisation_id: string | null;
  attributes: Attributes;
  invited_at: Generated<Date>;
  first_opened_at: Date | null;
  /** a member project; a person who was sent a link of their own; a person who came by an open link */
  kind: Generated<"project" | "personal" | "open">;
  /** SHA-256 of the link's token; the token is derived from the secret and the id */
  token_hash: Generated<Buffer | null>;
  /** of people by link: lower case, null for those who came by an open link */
  address: Generated<string | null>;
  name: Generated<string | null>;
  locale: Generated<"de" | "en">;
  declined_at: Generated<Date | null>;
  decline_reason: Generated<string | null>;
  reminders_off_at: Generated<Date | null>;
  bounced_at: Generated<Date | null>;
};

/** A link that many may use, up to a limit. */
export type OpenLinkTable = {
  link_id: string;
  round_id: string;
  label: Generated<string>;
  token_hash: Buffer;
  uses_limit: number;
  uses: Generated<number>;
  made_by: string | null;
  made_at: Generated<Date>;
  revoked_at: Date | null;
};

/** Anonymous rounds: that a token was used, and nothing else. */
export type ParticipationTable = { round_id: string; token_hash: Buffer; used: Generated<boolean> };

/** Anonymous rounds that ended, until participation and inbox are rewritten. */
export type RewriteDueTable = { round_id: string };

/** Anonymous submissions until closing. The app may put rows in and cannot read them. */
export type InboxTable = {
  round_id: string;
  /** made by the browser */
  submission_id: string;
  body_hash: string;
  answers: Record<string, unknown>;
  invisible: string[];
  /** rows of the long form, with `visible` */
  cells: Record<string, unknown>[];
};
