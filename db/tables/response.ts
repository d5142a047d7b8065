import type { Generated } from "kysely";

export type ResponseTable = {
  round_id: string;
  response_id: string;
  /** null in anonymous rounds */
  invitation_id: string | null;
  /** `reopened`: a submission counts, a correction is under way */
  state: Generated<"draft" | "submitted" | "reopened">;
  /** bumped with every change, so that a reader knows what it has seen */
  seq: Generated<number>;
  started_at: Generated<Date>;
  changed_at: Generated<Date>;
  submitted_at: Date | null;
  /** two people have to sign off before it is submitted */
  two_sign_offs: Generated<boolean>;
};

export type FieldTable = {
  round_id: string;
  response_id: string;
  path: string;
  /** null: the answer was taken back */
  value: unknown;
  rev: number;
  /** the response's number when this was written: who knows an earlier one asks for what is newer */
  seq: Generated<number>;
  changed_at: Generated<Date>;
  changed_by: string | null;
};

export type OperationTable = {
  round_id: string;
  response_id: string;
  op_id: string;
  path: string;
  /** the revision the edit was made on; 0 means the field was empty */
  base: number;
  /** the operation of the same browser that it was made on, where that was not yet acknowledged */
  base_op: string | null;
  /** the revision it became; null when it clashed */
  rev: number | null;
  /** of an operation that clashed: the later one by which a person decided */
  settled_by: string | null;
  value: unknown;
  body_hash: string;
  at: Generated<Date>;
  by: string | null;
};

/** Who has the questionnaire open: unlogged, gone with a crash, and nothing depends on it. */
export type PresenceTable = {
  invitation_id: string;
  client_id: string;
  account_id: string | null;
  /** the name of the question at which they are */
  place: string | null;
  seen_at: Generated<Date>;
};
