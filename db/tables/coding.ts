import type { Generated } from "kysely";

/** A text item of a closed round for which there is a tree of codes or a coding. */
export type CodingItemTable = { round_id: string; item: string };

/** One answer to a text item, under an id that says nothing about it. The text itself stands in the cells. */
export type CodingTextTable = {
  text_id: Generated<string>;
  round_id: string;
  item: string;
  response_id: string;
  /** of a repeated group; '' outside */
  entry: Generated<string>;
};

export type CodingCodeTable = {
  code_id: string;
  round_id: string;
  item: string;
  /** null on the first level; there are two */
  parent_id: string | null;
  position: number;
  name: string;
  description: Generated<string>;
  /** a passage that shows what is meant; it stays at the desk */
  example: Generated<string>;
  /** who gave it its present name; somebody else approves it */
  named_by: string;
  approved_by: string | null;
  approved_at: Date | null;
  /** what was given this code counts for that one */
  merged_into: Generated<string | null>;
};

/** One of the two who code an item independently. */
export type CoderTable = {
  round_id: string;
  item: string;
  account_id: string;
  started_at: Generated<Date>;
  finished_at: Date | null;
};

/** What one person chose for one text. */
export type CodingTable = {
  text_id: string;
  account_id: string;
  round_id: string;
  item: string;
  /** `none`: no code fits; `later`: put off */
  kind: "codes" | "none" | "later";
  codes: string[];
  at: Generated<Date>;
};

/** What was decided about a text on which the two differed. */
export type SettledTextTable = {
  text_id: string;
  round_id: string;
  codes: string[];
  reason: Generated<string>;
  by: string;
  at: Generated<Date>;
};

/** A shortened passage that a release may show once a second person has approved it. */
export type QuoteTable = {
  quote_id: string;
  text_id: string;
  round_id: string;
  text: string;
  proposed_by: string;
  proposed_at: Generated<Date>;
  decision: Generated<"approved" | "refused" | null>;
  decided_by: Generated<string | null>;
  decided_at: Generated<Date | null>;
  reason: Generated<string>;
};
