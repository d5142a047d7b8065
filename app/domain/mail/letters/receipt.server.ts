import { findReceipt } from "#db/queries/mail.server.ts";
import { formatDate, formatTime, textIn } from "../../../format.ts";
import { paths } from "../../../paths.ts";
import { writeFromTemplate } from "../templates.server.ts";
import type { LetterKind } from "./kind.ts";
import { findPerson, guestUrl } from "./person.server.ts";

/** Says that a response has arrived, and under which number. It holds no answer. */
export const receipt: LetterKind = {
  repeatable: false,
  async prepare(db, desk, mail) {
    const { roundId = "", invitationId = "", receipt: number = "" } = mail.subject_ids;
    const person = await findPerson(db, { accountId: mail.account_id, invitationId });
    const found = person && (await findReceipt(db, { roundId, invitationId, receipt: number }));
    if (!person || !found) return undefined;
    const { locale, name } = person;
    return {
      to: person.address,
      async write(tx) {
        const values = {
          name: name ?? "",
          erhebung: textIn(found.title, locale),
          belegnummer: number,
          datum: `${formatDate(found.submitted_at, locale)}, ${formatTime(found.submitted_at, locale)}`,
        };
        const url = mail.account_id ? `${desk.origin}${paths.receipt(invitationId)}` : guestUrl(desk, invitationId);
        return { letter: await writeFromTemplate(tx, "receipt", locale, values, { url }) };
      },
    };
  },
};
