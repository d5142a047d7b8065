import { formatDeadline } from "../../../format.ts";
import { whoSeesText } from "../../rounds/who-sees.ts";
import { writeFromTemplate } from "../templates.server.ts";
import { unsubscribeUrl } from "../unsubscribe.server.ts";
import type { LetterKind } from "./kind.ts";
import { fillUrl, findRoundMail, roundValues } from "./person.server.ts";

/** Invites to a round: one mail about all projects that a person speaks for. */
export const invitation: LetterKind = {
  repeatable: false,
  async prepare(db, desk, mail) {
    const found = await findRoundMail(db, desk, mail);
    if (!found) return undefined;
    const { person, round, open } = found;
    return {
      to: person.address,
      async write(tx) {
        const { locale } = person;
        const schutz = whoSeesText(round, mail.account_id ? "project" : "person", locale);
        const values = { ...roundValues(found), frist: formatDeadline(round.closes_at, locale), schutz };
        const link = { url: fillUrl(desk, mail.account_id, open) };
        return {
          letter: await writeFromTemplate(tx, "invitation", locale, values, link),
          unsubscribeUrl: unsubscribeUrl(desk, mail.mail_id),
        };
      },
    };
  },
};
