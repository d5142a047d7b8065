import { findOldAddress } from "#db/queries/address-changes.server.ts";
import { textsOf } from "../../../locales/index.ts";
import { fixedLetter } from "../fixed-letter.ts";
import type { LetterKind } from "./kind.ts";

/** Goes to the address that an account had: somebody else may have changed it. */
export const changedAddress: LetterKind = {
  repeatable: false,
  async prepare(db, _, mail) {
    const addressee = await findOldAddress(db, mail.subject_ids.changeId ?? "");
    if (!addressee) return undefined;
    const { address: to, locale } = addressee;
    const t = textsOf(locale).mail.changedAddress;
    const blocks = [t.intro, t.notYou].map((text) => ({ kind: "text", text }) as const);
    return { to, write: async () => ({ letter: fixedLetter(locale, t.subject, blocks) }) };
  },
};
