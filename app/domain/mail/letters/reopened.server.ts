import { findMailRound } from "#db/queries/addressees.server.ts";
import { findInvitation } from "#db/queries/invitations.server.ts";
import { textsOf } from "../../../locales/index.ts";
import { paths } from "../../../paths.ts";
import { fixedLetter } from "../fixed-letter.ts";
import type { LetterKind } from "./kind.ts";
import { findPerson, guestUrl } from "./person.server.ts";

/** Says that the coordination has opened a response again. Why stands on its page, not in the mail. */
export const reopened: LetterKind = {
  repeatable: false,
  async prepare(db, desk, mail) {
    const { account_id: accountId, invitation_id: invitationId, round_id: roundId } = mail;
    if (!invitationId || !roundId) return undefined;
    const [round, response] = [await findMailRound(db, roundId), await findInvitation(db, invitationId)];
    const person = await findPerson(db, { accountId, invitationId });
    const now = desk.now?.() ?? new Date();
    if (!round || !person || round.state !== "open" || round.closes_at <= now) return undefined;
    // Submitted anew meanwhile: there is nothing left to tell.
    if (response?.response_state !== "reopened") return undefined;
    const t = textsOf(person.locale).mail.reopened;
    const url = accountId ? `${desk.origin}${paths.invitation(invitationId)}` : guestUrl(desk, invitationId);
    return {
      to: person.address,
      write: async () => ({
        letter: fixedLetter(person.locale, t.subject, [
          { kind: "text", text: t.intro },
          { kind: "link", label: t.link, url },
          { kind: "text", text: t.counts },
        ]),
      }),
    };
  },
};
