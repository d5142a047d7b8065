import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { insertHit, type Limit, lockLimit } from "#db/queries/rate-limit.server.ts";
import { findByLink, listByBrowser, takeSignIn } from "#db/queries/sign-in.server.ts";
import { Problem } from "../problem.ts";
import { addressKeyOf, hashCode, hashToken, sameHash } from "./secrets.server.ts";

const WRONG_CODES = 10;

/** Opens the session inside the transaction that uses the link or the code up. Gives back what the browser has to keep. */
export type OpenSession<T> = (tx: Tx, accountId: string) => Promise<T>;

export type SignedIn<T> = { session: T; returnTo: string };

/** What a link is good for in this browser. Looking changes nothing. */
export type LinkState = "ready" | "other-browser" | "over";

/** Looks at a link without using it: mail scanners and previews do that, too. */
export async function lookAtLink(db: Db, link: string, browserToken: string | undefined): Promise<LinkState> {
  const signIn = await findByLink(db, hashToken(link));
  if (!signIn) return "over";
  return browserToken && sameHash(signIn.browser_hash, hashToken(browserToken)) ? "ready" : "other-browser";
}

/** Signs in by the link, in the browser that asked for it. Undefined when the link is over or belongs to another browser. */
export async function signInByLink<T>(
  db: Db,
  link: string,
  browserToken: string | undefined,
  openSession: OpenSession<T>,
): Promise<SignedIn<T> | undefined> {
  if (!browserToken) return undefined;
  return transact(db, async (tx) => {
    const signIn = await findByLink(tx, hashToken(link));
    return signIn && finish(tx, signIn.sign_in_id, browserToken, openSession);
  });
}

/**
 * Signs in by the code, in the browser that asked for it. Undefined when the code is wrong or over. Throws
 * too-many-requests after ten wrong codes for the same address within an hour.
 */
export async function signInByCode<T>(
  { db, secret }: { db: Db; secret: string },
  code: string | undefined,
  browserToken: string,
  openSession: OpenSession<T>,
): Promise<SignedIn<T> | undefined> {
  const limit: Limit = { bucket: "code", keyHash: addressKeyOf(browserToken), perHour: WRONG_CODES };
  return transact(db, async (tx) => {
    const retryAfter = await lockLimit(tx, limit);
    if (retryAfter > 0) throw new Problem("too-many-requests", { retryAfter });
    const asked = await listByBrowser(tx, hashToken(browserToken));
    const meant = asked.filter(({ sign_in_id, code_hash }) => {
      return code && code_hash && sameHash(code_hash, hashCode(secret, sign_in_id, code));
    });
    const done = meant[0] && (await finish(tx, meant[0].sign_in_id, browserToken, openSession));
    if (!done) await insertHit(tx, limit);
    return done;
  });
}

async function finish<T>(tx: Tx, signInId: string, browserToken: string, openSession: OpenSession<T>) {
  const taken = await takeSignIn(tx, signInId, hashToken(browserToken));
  if (!taken) return undefined;
  const session = await openSession(tx, taken.account_id);
  await insertAudit(tx, {
    actorId: taken.account_id,
    verb: "session.start",
    object: "account",
    objectId: taken.account_id,
  });
  return { session, returnTo: taken.return_to };
}
