import type { Generated } from "kysely";
import type { Code, Scale, Text } from "#surveys/model.ts";
import type { Polarity } from "#surveys/release-hints.ts";
import type { CodeCount } from "./figures.ts";

export type ReleaseTable = {
  release_id: string;
  round_id: string;
  number: number;
  kind: "interim" | "final" | "correction";
  /** of a correction: the release that it corrects, and why, for everybody who reads it */
  corrects: string | null;
  reason: string | null;
  made_at: Date;
  made_by: string | null;
  method: number;
  rule: Record<string, unknown>;
  questionnaire: string;
  version: number;
  version_checksum: string;
  title: Text;
  wave: string;
  privacy: "named" | "confidential" | "anonymous";
  closed_at: Date;
  /** null where an open link went round: nobody knows how many were asked */
  invited: number | null;
  submitted: number;
  fictional: boolean;
  /** who stands behind one answer */
  respondents: "projects" | "people";
  checksum: string;
  /** the key by which its counts are protected; null of releases before there were keys */
  key_id: string | null;
};

/** A release that is being made, under the id that it will have. */
export type ReleaseRunTable = {
  release_id: string;
  round_id: string;
  kind: ReleaseTable["kind"];
  /** of a correction: what it will give as its reason */
  reason: string | null;
  requested_by: string;
  requested_at: Date;
  stage: Generated<"waiting" | "grouping" | "counting" | "checking" | "writing">;
  /** of `total` questions that the stage goes through */
  done: Generated<number>;
  total: Generated<number>;
  /** why it ended without a release; null while it runs */
  problem: string | null;
  failed_at: Date | null;
};

/** Whom a release counted, with what; never part of what is released. */
export type ReleaseRespondentTable = {
  release_id: string;
  response_id: string;
  organisation_id: string;
  submitted_at: Date | null;
  content: Buffer | null;
};

/** The key of a round: never part of a release, and closed to the role that reads them. */
export type RoundingKeyTable = { round_id: string; key_id: string; key: Buffer; made_at: Date };

export type ReleaseGroupTable = {
  release_id: string;
  breakdown: string;
  group_code: string;
  position: number;
  breakdown_label: Text;
  label: Text;
  n: number;
};

export type ReleaseItemTable = {
  release_id: string;
  item: string;
  position: number;
  question: string;
  scale: Scale;
  title: Text;
  label: Text;
  codes: Code[];
  /** breakdowns that may not be shown for this item */
  withheld: string[];
  polarity: Polarity;
};

export type ReleaseFigureTable = {
  release_id: string;
  item: string;
  breakdown: string;
  group_code: string;
  /** valid answers; of repeated items: entries with one */
  base: number;
  unanswered: number;
  mean: number | null;
  sd: number | null;
  q1: number | null;
  median: number | null;
  q3: number | null;
  counts: CodeCount[];
  /** who stands behind the entries of a repeated item; null where everybody has one answer at most */
  respondents: number | null;
};

/** A passage that a second person approved; `position` is a random order within the item. */
export type ReleaseQuoteTable = { release_id: string; item: string; position: number; text: string };
