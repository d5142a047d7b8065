import type { Db } from "#db/client.server.ts";
import { type InvitationRow, listInvitations } from "#db/queries/invitations.server.ts";
import type { Text } from "#surveys/model.ts";
import { projectsWith, type Viewer } from "../viewer.ts";
import { isAnswered, isOpen, type Progress, progressOf } from "./access.server.ts";

export type InvitationSummary = {
  invitationId: string;
  project: string;
  title: Text;
  wave: string;
  closesAt: Date;
  open: boolean;
  /** in an anonymous round "submitted" is all that is known: there is nothing to read */
  state: Progress | "declined" | "missed";
  anonymous: boolean;
};

/** The questionnaires of the viewer's projects, open ones by the nearest deadline, then the closed ones, latest first. */
export async function listSheets(db: Db, viewer: Viewer): Promise<InvitationSummary[]> {
  const rows = await listInvitations(db, projectsWith(viewer, "invitation.read"));
  const sheets = rows.map(summaryOf);
  return [...sheets.filter((sheet) => sheet.open).reverse(), ...sheets.filter((sheet) => !sheet.open)];
}

function summaryOf(row: InvitationRow): InvitationSummary {
  const open = isOpen(row);
  return {
    invitationId: row.invitation_id,
    project: row.project_name,
    title: row.title,
    wave: row.wave,
    // Closed before its time, a round is over since then.
    closesAt: row.closed_at ?? row.closes_at,
    open,
    state: stateOf(row, open),
    anonymous: row.privacy === "anonymous",
  };
}

function stateOf(row: InvitationRow, open: boolean): InvitationSummary["state"] {
  const progress = progressOf(row, open);
  if (isAnswered(row)) return progress;
  if (row.declined_at) return "declined";
  return open || progress === "withdrawn" ? progress : "missed";
}
