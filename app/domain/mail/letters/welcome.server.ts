import { findReachable, markWelcomed } from "#db/queries/letters.server.ts";
import { paths } from "../../../paths.ts";
import { writeFromTemplate } from "../templates.server.ts";
import type { LetterKind } from "./kind.ts";

/** Tells somebody that they have an account now. */
export const welcome: LetterKind = {
  repeatable: false,
  async prepare(db, { origin }, { account_id: accountId }) {
    const account = accountId ? await findReachable(db, accountId) : undefined;
    if (!accountId || !account) return undefined;
    return {
      to: account.address,
      async write(tx) {
        await markWelcomed(tx, accountId);
        const url = `${origin}${paths.signIn()}`;
        return { letter: await writeFromTemplate(tx, "welcome", account.locale, { name: account.name }, { url }) };
      },
    };
  },
};
