import type { Generated } from "kysely";

/** One submitted state of a response. All are kept; the one with the highest number counts. */
export type SubmissionTable = {
  round_id: string;
  response_id: string;
  submission_id: string;
  number: number;
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
