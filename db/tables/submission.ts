import type { Generated } from "kysely";

/** One submitted state of a response. All are kept; the one with the highest number counts. */
export type SubmissionTable = {
  round_id: string;
  response_id: string;
  submission_id: string;
  number: number;
  /** the state of the response that was submitted */
  seq: Generated<number>;
  receipt: string;
  answers: Record<string, unknown>;
  /** paths of questions that the definition's conditions hid: kept, never counted */
  invisible: Generated<string[]>;
  checksum: string;
  submitted_at: Generated<Date>;
  submitted_by: string | null;
};

export type CellTable = {
  round_id: string;
  response_id: string;
  position: number;
  item: string;
  entry: string | null;
  code: string | null;
  number: number | null;
  text: string | null;
  visible: boolean;
};

/** A person's yes to one state of a response. */
export type SignOffTable = {
  round_id: string;
  response_id: string;
  account_id: string;
  seq: number;
  at: Generated<Date>;
};

/** A step back after a submission. Rows are added and never changed. */
export type ResponseEventTable = {
  round_id: string;
  response_id: string;
  event_id: string;
  /** the team opened it to correct; the team withdrew it; the coordination opened it */
  kind: "taken-back" | "withdrawn" | "reopened";
  /** number of the submission that it is about */
  number: number;
  reason: Generated<string>;
  at: Generated<Date>;
  by: string | null;
};

/** A project withdrew its consent to being named, or gave it again. Rows are added and never changed; the last one counts. */
export type NamingStepTable = {
  round_id: string;
  response_id: string;
  /** 1, 2, 3 … of one response: the odd ones withdraw */
  number: number;
  withdrawn: boolean;
  at: Date;
  by: string;
};
