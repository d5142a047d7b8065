import { findInvitation } from "#db/queries/invitations.server.ts";
import { listParts } from "#db/queries/letters.server.ts";
import { findAsked } from "#db/queries/talk.server.ts";
import { formatDeadline, textIn } from "../../../format.ts";
import { paths } from "../../../paths.ts";
import { isOpen, isSent } from "../../responses/access.server.ts";
import { getInstrument } from "../../responses/instrument.server.ts";
import { may } from "../../roles.ts";
import { placeIn } from "../../talk/places.ts";
import { writeFromTemplate } from "../templates.server.ts";
import type { LetterKind } from "./kind.ts";
import { findPerson } from "./person.server.ts";

/**
 * A colleague asks for an answer, with the way to that very question. Dropped when somebody else is asked by now, when the
 * question is settled or the sheet takes no answers, and when the person has left the team.
 */
export const assignment: LetterKind = {
  repeatable: false,
  async prepare(db, desk, mail) {
    const { roundId = "", invitationId = "", place = "" } = mail.subject_ids;
    const accountId = mail.account_id;
    if (!accountId) return undefined;
    const [invitation, asked] = [
      await findInvitation(db, invitationId),
      await findAsked(db, { roundId, invitationId }, place),
    ];
    if (!invitation || asked?.assignee !== accountId || asked.clarified_at) return undefined;
    if (!isOpen(invitation, desk.now?.() ?? new Date()) || isSent(invitation)) return undefined;
    if (!may(await listParts(db, accountId), "response.edit", invitation.project_id)) return undefined;
    const [person, { definition }] = [
      await findPerson(db, { accountId, invitationId }),
      await getInstrument(db, invitation),
    ];
    const at = placeIn(definition, place);
    if (!person || !at) return undefined;
    const { locale, name } = person;
    return {
      to: person.address,
      async write(tx) {
        const values = {
          name: name ?? "",
          von: asked.assigned_by ?? "",
          frage: textIn(at.title, locale),
          erhebung: `${textIn(invitation.title, locale)} ${invitation.wave}`,
          projekt: invitation.project_name,
          frist: formatDeadline(invitation.closes_at, locale),
        };
        const url = `${desk.origin}${paths.fill(invitationId, at.page, at.question ?? undefined)}`;
        return { letter: await writeFromTemplate(tx, "assignment", locale, values, { url }) };
      },
    };
  },
};
