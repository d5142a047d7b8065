import type { DatedValue } from "../dated-values.ts";
import type { RowState, StoredRow } from "./plan.ts";
import type { FileForm } from "./read-file.ts";

/** `member_import.rows` while it is a preview. */
export type StoredFile = {
  form: FileForm;
  columns: string[];
  unknown: string[];
  /** ISO day from which changed attributes hold */
  from: string;
  rows: StoredRow[];
};

/** `member_import.rows` afterwards: counts only. */
export type StoredCounts = { counts: Record<RowState, number>; people: number; organisations: number };

type ProjectValues = { organisationId: string; name: string; activeFrom: string; activeUntil: string | null };
export type Part = { accountId: string; role: "lead" | "member"; projectId: string };

/** `member_import.undo`: what was there before, and what has to be there still. Attributes: those that were touched. */
export type Undo = {
  organisations: { organisationId: string; name: string }[];
  projects: {
    line: number;
    projectId: string;
    /** null for a project that the import made */
    before: ProjectValues | null;
    after: ProjectValues;
    attributes: string[];
    rowsBefore: DatedValue[];
    rowsAfter: DatedValue[];
  }[];
  /** names; `before` is null for accounts that the import made, both are null once the person is forgotten */
  accounts: { accountId: string; made: boolean; before: string | null; after: string | null }[];
  given: Part[];
  taken: Part[];
};
