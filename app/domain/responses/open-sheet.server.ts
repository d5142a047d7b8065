import type { Db } from "#db/client.server.ts";
import { type InvitationRow, markOpened } from "#db/queries/invitations.server.ts";
import { pagesOf } from "#surveys/definition.ts";
import { isObject } from "#surveys/json.ts";
import type { Text } from "#surveys/model.ts";
import { textOf } from "#surveys/texts.ts";
import type { Viewer } from "../viewer.ts";
import { getInvitation, isOpen } from "./access.server.ts";
import { getInstrument, type Instrument } from "./instrument.server.ts";

/** What a project sees before the first question. */
export type Cover = {
  invitationId: string;
  project: string;
  title: Text;
  wave: string;
  closesAt: Date;
  privacy: "named" | "confidential" | "anonymous";
  open: boolean;
  state: "new" | "begun" | "submitted";
  purpose: Text | null;
  /** minutes to fill in, as the definition says */
  minutes: number | null;
  pages: { name: string; title: Text }[];
};

/** The cover of a questionnaire. Reading it changes nothing: mail filters follow links too. */
export async function readCover(db: Db, viewer: Viewer, invitationId: string): Promise<Cover> {
  const invitation = await getInvitation(db, viewer, invitationId, "invitation.read");
  return coverOf(invitation, await getInstrument(db, invitation));
}

/** Notes that the project has begun, while it can be filled in. */
export async function beginSheet(db: Db, viewer: Viewer, invitationId: string): Promise<void> {
  const invitation = await getInvitation(db, viewer, invitationId, "response.edit");
  if (isOpen(invitation)) await markOpened(db, invitation);
}

export function coverOf(invitation: InvitationRow, { definition: { source } }: Instrument): Cover {
  return {
    invitationId: invitation.invitation_id,
    project: invitation.project_name,
    title: invitation.title,
    wave: invitation.wave,
    closesAt: invitation.closes_at,
    privacy: invitation.privacy,
    open: isOpen(invitation),
    state: invitation.response_state === "submitted" ? "submitted" : invitation.response_id ? "begun" : "new",
    purpose: isObject(source.purpose) || typeof source.purpose === "string" ? textOf(source.purpose, "") : null,
    minutes: typeof source.duration === "number" ? source.duration : null,
    pages: pagesOf(source).map(({ page }, index) => ({
      name: String(page.name ?? `page${index + 1}`),
      title: textOf(page.title, String(page.name ?? index + 1)),
    })),
  };
}
