import { formatDeadline } from "../../../format.ts";
import { textsOf } from "../../../locales/index.ts";
import { withUnsubscribe, writeFromTemplate } from "../templates.server.ts";
import { unsubscribeUrl } from "../unsubscribe.server.ts";
import type { LetterKind } from "./kind.ts";
import { fillUrl, findRoundMail, roundValues } from "./person.server.ts";

const DAY_MS = 86_400_000;

/** Reminds of what has not been submitted. Whoever wants no reminders gets none, also if one was queued already. */
export const reminder: LetterKind = {
  repeatable: false,
  async prepare(db, desk, mail) {
    const found = await findRoundMail(db, desk, mail);
    const open = found?.open.filter((one) => !one.reminders_off_at) ?? [];
    if (!found || open.length === 0) return undefined;
    const { person, round, now } = found;
    const t = textsOf(person.locale).mail;
    return {
      to: person.address,
      async write(tx) {
        const values = {
          ...roundValues({ ...found, open }),
          frist: formatDeadline(round.closes_at, person.locale),
          restzeit: t.timeLeft(Math.floor((round.closes_at.getTime() - now.getTime()) / DAY_MS)),
        };
        const link = { url: fillUrl(desk, mail.account_id, open) };
        const letter = await writeFromTemplate(tx, "reminder", person.locale, values, link);
        const url = unsubscribeUrl(desk, mail.mail_id);
        return { letter: withUnsubscribe(letter, url), unsubscribeUrl: url };
      },
    };
  },
};
