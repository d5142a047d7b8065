import type { Db } from "#db/client.server.ts";
import { findByToken } from "#db/queries/invitations.server.ts";
import type { Respondent } from "../responses/access.server.ts";
import { hashToken } from "./tokens.server.ts";

/** Somebody without an account, for the one invitation of their link. Nothing they do is noted under an account. */
export function guestOf(invitationId: string, locale: "de" | "en"): Respondent {
  return { accountId: null, locale, parts: [], guestOf: [invitationId] };
}

export type GuestLink = { invitationId: string; locale: "de" | "en"; soon: boolean };

/** The invitation behind the link of a person, or undefined. `soon`: its round has not opened yet. */
export async function findGuestLink(db: Db, token: string): Promise<GuestLink | undefined> {
  const row = await findByToken(db, hashToken(token));
  return row && { invitationId: row.invitation_id, locale: row.locale, soon: row.round_state === "draft" };
}
