import type { Db } from "#db/client.server.ts";
import { listAssignable, listMarks, listNotes } from "#db/queries/talk.server.ts";
import { isOpen, type Respondent } from "../responses/access.server.ts";
import { NOTE_LENGTH } from "./limits.ts";
import { placeIn } from "./places.ts";
import { getTeamSheet } from "./team-sheet.server.ts";

/** What somebody of the team wrote beside a question or a page. */
export type Note = {
  noteId: string;
  place: string;
  kind: "comment" | "reason";
  text: string;
  byId: string;
  by: string;
  at: string;
};

/** Who is asked for a place, and whether it is settled. */
export type Mark = {
  place: string;
  assignee: { accountId: string; name: string } | null;
  assignedBy: string | null;
  clarified: { by: string | null; at: string } | null;
};

export type Talk = {
  /** the reader's own account */
  me: string;
  /** something may be written: the round is open */
  open: boolean;
  /** letters in one note at most */
  noteLength: number;
  team: { accountId: string; name: string }[];
  notes: Note[];
  marks: Mark[];
};

/** Everything that stands beside the answers of a sheet. Not-found for people by link and in anonymous rounds. */
export async function readTalk(db: Db, viewer: Respondent, invitationId: string): Promise<Talk> {
  const { invitation, accountId, key, instrument } = await getTeamSheet(db, viewer, invitationId, "invitation.read");
  const [notes, marks, team] = [
    await listNotes(db, key),
    await listMarks(db, key),
    await listAssignable(db, invitation.project_id),
  ];
  // Who has left the team is not asked any more; what they wrote stays.
  const here = new Set(team.map((one) => one.account_id));
  const isKnown = ({ place }: { place: string }) => placeIn(instrument.definition, place) !== undefined;
  return {
    me: accountId,
    open: isOpen(invitation),
    noteLength: NOTE_LENGTH,
    team: team.map((one) => ({ accountId: one.account_id, name: one.name })),
    notes: notes.filter(isKnown).map(({ note_id: noteId, by: byId, name: by, at, place, kind, text }) => {
      return { noteId, place, kind, text, byId, by, at: at.toISOString() };
    }),
    marks: marks.filter(isKnown).flatMap((row): Mark[] => {
      const { assignee, assignee_name: name } = row;
      const asked = assignee && name && here.has(assignee) ? { accountId: assignee, name } : null;
      const clarified = row.clarified_at && { by: row.clarified_by, at: row.clarified_at.toISOString() };
      if (!asked && !clarified) return [];
      return [{ place: row.place, assignee: asked, assignedBy: asked && row.assigned_by, clarified }];
    }),
  };
}
