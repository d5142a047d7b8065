import { findAddressee, setSecrets, VALID_MINUTES } from "#db/queries/sign-in.server.ts";
import { textsOf } from "../../../locales/index.ts";
import { paths } from "../../../paths.ts";
import { hashCode, hashToken, newCode, newToken } from "../../sign-in/secrets.server.ts";
import { fixedLetter } from "../fixed-letter.ts";
import type { LetterKind } from "./kind.ts";

/** The mail that signs somebody in: a link for the browser that asked, and a code for it to be typed into. */
export const signIn: LetterKind = {
  repeatable: true,
  async prepare(db, { origin, secret }, mail) {
    const signInId = mail.subject_ids.signInId ?? "";
    const addressee = await findAddressee(db, signInId);
    if (!addressee) return undefined;
    const { address: to, locale } = addressee;
    return {
      to,
      async write(tx) {
        const [token, code] = [newToken(), newCode()];
        await setSecrets(tx, signInId, { linkHash: hashToken(token), codeHash: hashCode(secret, signInId, code) });
        const t = textsOf(locale).mail.signIn;
        return {
          letter: fixedLetter(locale, t.subject, [
            { kind: "text", text: t.intro(VALID_MINUTES) },
            { kind: "link", label: t.link, url: `${origin}${paths.signInLink(token)}` },
            { kind: "text", text: t.codeIntro },
            { kind: "code", code: `${code.slice(0, 4)} ${code.slice(4)}` },
            { kind: "text", text: t.notAsked },
          ]),
        };
      },
    };
  },
};
