import { CHANGE_VALID_MINUTES, findNewAddressee, setChangeLink } from "#db/queries/address-changes.server.ts";
import { textsOf } from "../../../locales/index.ts";
import { paths } from "../../../paths.ts";
import { hashToken, newToken } from "../../sign-in/secrets.server.ts";
import { fixedLetter } from "../fixed-letter.ts";
import type { LetterKind } from "./kind.ts";

/** Goes to a new address: whoever follows its link shows that mail arrives there. */
export const confirmAddress: LetterKind = {
  repeatable: true,
  async prepare(db, { origin }, mail) {
    const changeId = mail.subject_ids.changeId ?? "";
    const addressee = await findNewAddressee(db, changeId);
    if (!addressee) return undefined;
    const { address: to, locale } = addressee;
    return {
      to,
      async write(tx) {
        const token = newToken();
        await setChangeLink(tx, changeId, hashToken(token));
        const t = textsOf(locale).mail.confirmAddress;
        return {
          letter: fixedLetter(locale, t.subject, [
            { kind: "text", text: t.intro(CHANGE_VALID_MINUTES) },
            { kind: "link", label: t.link, url: `${origin}${paths.confirmAddress(token)}` },
            { kind: "text", text: t.notAsked },
          ]),
        };
      },
    };
  },
};
