import type { Generated } from "kysely";

/** A member file: read and shown, applied, perhaps undone. `rows` and `undo` are shaped in app/domain/members. */
export type MemberImportTable = {
  import_id: string;
  file_name: string;
  state: Generated<"preview" | "applied" | "undone" | "discarded">;
  rows: unknown;
  /** what was there before; null until applied */
  undo: unknown;
  made_by: string;
  made_at: Generated<Date>;
  applied_at: Date | null;
  ended_at: Date | null;
};

/** A project asks for other attributes; the coordination decides. At most one is open per project. */
export type AttributeRequestTable = {
  request_id: string;
  project_id: string;
  /** attribute → its new values */
  changes: Record<string, string[]>;
  /** ISO day */
  valid_from: string;
  note: Generated<string>;
  state: Generated<"open" | "accepted" | "refused" | "withdrawn">;
  asked_by: string;
  asked_at: Generated<Date>;
  decided_by: string | null;
  decided_at: Date | null;
  reason: Generated<string>;
};
