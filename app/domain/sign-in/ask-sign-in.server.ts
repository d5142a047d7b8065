import { randomUUID } from "node:crypto";
import { type Db, transact } from "#db/client.server.ts";
import { findAccountByAddress, getAccount } from "#db/queries/accounts.server.ts";
import { insertHit, type Limit, lockLimit } from "#db/queries/rate-limit.server.ts";
import { insertSignIn } from "#db/queries/sign-in.server.ts";
import { enqueueMail, type Jobs } from "../mail/enqueue.server.ts";
import { Problem } from "../problem.ts";
import { addressKeyOf, hashToken, limitKey, newBrowserToken, sameHash } from "./secrets.server.ts";

const MAILS_PER_ADDRESS = 5;
const MAILS_PER_NETWORK = 20;

export type Asking = {
  /** as `readAddress` gives it back */
  address: string;
  /** the asking network, already keyed */
  network: string;
  returnTo: string;
  /** what this browser got when it asked before, if it did */
  browserToken: string | undefined;
};

/**
 * Queues the mail with link and code. An unknown or closed address takes the same way through the same tables and gets
 * no mail in the end: the answer and its time say nothing about it. Gives back what the browser has to keep. Throws
 * too-many-requests with the seconds to wait.
 */
export async function askSignIn(
  { db, jobs, secret }: { db: Db; jobs: Jobs; secret: string },
  asking: Asking,
): Promise<{ browserToken: string }> {
  const addressKey = limitKey(secret, "address", asking.address);
  const limits: Limit[] = [
    { bucket: "mail-address", keyHash: addressKey, perHour: MAILS_PER_ADDRESS },
    { bucket: "mail-network", keyHash: limitKey(secret, "network", asking.network), perHour: MAILS_PER_NETWORK },
  ];
  // A second mail for the same address must not disable the first one's link, so the browser keeps what it has.
  const known = asking.browserToken;
  const browserToken = known && sameHash(addressKeyOf(known), addressKey) ? known : newBrowserToken(addressKey);
  await transact(db, async (tx) => {
    for (const limit of limits) {
      const retryAfter = await lockLimit(tx, limit);
      if (retryAfter > 0) throw new Problem("too-many-requests", { retryAfter });
      await insertHit(tx, limit);
    }
    const account = await findAccountByAddress(tx, asking.address);
    const accountId = account && !account.disabled_at ? account.account_id : null;
    const signInId = randomUUID();
    await insertSignIn(tx, { signInId, accountId, browserHash: hashToken(browserToken), returnTo: asking.returnTo });
    await enqueueMail(tx, jobs, { key: `sign-in:${signInId}`, kind: "sign-in", accountId, subjectIds: { signInId } });
  });
  return { browserToken };
}

/** The same for somebody who is signed in and is to show once more that the mailbox is theirs. */
export async function askSignInAgain(
  app: { db: Db; jobs: Jobs; secret: string },
  accountId: string,
  asking: Omit<Asking, "address">,
): Promise<{ browserToken: string }> {
  const { address } = await getAccount(app.db, accountId);
  return askSignIn(app, { ...asking, address });
}
