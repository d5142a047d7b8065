import type { Generated } from "kysely";

/** What somebody of the team wrote beside a question; withdrawn, its text is gone. */
export type NoteTable = {
  round_id: string;
  invitation_id: string;
  /** made by the browser */
  note_id: string;
  /** the name of a question, or `page:<name>` */
  place: string;
  /** `reason`: why the answer is another one than last time */
  kind: "comment" | "reason";
  text: string;
  by: string;
  at: Generated<Date>;
  withdrawn_at: Date | null;
};

/** Who is asked to answer, and whether the team has settled it. */
export type PlaceMarkTable = {
  round_id: string;
  invitation_id: string;
  place: string;
  assignee: string | null;
  assigned_by: string | null;
  assigned_at: Date | null;
  clarified_by: string | null;
  clarified_at: Date | null;
};
