import { randomUUID } from "node:crypto";
import { type Db, transact } from "#db/client.server.ts";
import { getAccount } from "#db/queries/accounts.server.ts";
import {
  deleteOpenChange,
  deleteOpenSignIns,
  findChangeByLink,
  insertAddressChange,
  swapAddress,
} from "#db/queries/address-changes.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { insertHit, type Limit, lockLimit } from "#db/queries/rate-limit.server.ts";
import { deleteOtherSessions } from "#db/queries/sessions.server.ts";
import { enqueueMail, type Jobs } from "../mail/enqueue.server.ts";
import { Problem } from "../problem.ts";
import { hashToken, limitKey } from "../sign-in/secrets.server.ts";
import type { Viewer } from "../viewer.ts";

const MAILS_PER_ADDRESS = 5;
const MAILS_PER_NETWORK = 20;
const CHANGES_PER_ACCOUNT = 5;

export type Services = { db: Db; jobs: Jobs; secret: string };

/**
 * Queues the mail that confirms a new address (`address` as `readAddress` gives it back). An address that somebody has
 * already takes the same way and gets no mail in the end: the answer says nothing about it. Sign-in mails and these
 * share their limits. False when it is the person's own address already. Throws too-many-requests with the seconds to
 * wait.
 */
export async function askAddressChange(
  { db, jobs, secret }: Services,
  viewer: Viewer,
  { address, network }: { address: string; network: string },
): Promise<boolean> {
  const { accountId } = viewer;
  if ((await getAccount(db, accountId)).address === address) return false;
  const limits: Limit[] = [
    { bucket: "mail-address", keyHash: limitKey(secret, "address", address), perHour: MAILS_PER_ADDRESS },
    { bucket: "mail-network", keyHash: limitKey(secret, "network", network), perHour: MAILS_PER_NETWORK },
    { bucket: "address-change", keyHash: limitKey(secret, "account", accountId), perHour: CHANGES_PER_ACCOUNT },
  ];
  await transact(db, async (tx) => {
    for (const limit of limits) {
      const retryAfter = await lockLimit(tx, limit);
      if (retryAfter > 0) throw new Problem("too-many-requests", { retryAfter });
      await insertHit(tx, limit);
    }
    const changeId = randomUUID();
    await insertAddressChange(tx, { changeId, accountId, address });
    await insertAudit(tx, {
      actorId: accountId,
      verb: "account.ask-address",
      object: "account",
      objectId: accountId,
      detail: { changeId },
    });
    const key = `confirm-address:${changeId}`;
    await enqueueMail(tx, jobs, { key, kind: "confirm-address", accountId, subjectIds: { changeId } });
  });
  return true;
}

/** Forgets a new address that was not confirmed; its link stops working. */
export async function dropAddressChange(db: Db, { accountId }: Viewer): Promise<void> {
  await transact(db, async (tx) => {
    const event = { actorId: accountId, verb: "account.drop-address", object: "account", objectId: accountId };
    if (await deleteOpenChange(tx, accountId)) await insertAudit(tx, event);
  });
}

/** What a link to a new address is good for. `sign-in` is said to every stranger, whatever the link. */
export type ChangeState = "ready" | "sign-in" | "other-account" | "over";

/** Looks at a link without using it: mail scanners and previews do that, too. */
export async function lookAtChange(
  db: Db,
  viewer: Viewer | undefined,
  token: string,
): Promise<{ state: ChangeState; address?: string }> {
  if (!viewer) return { state: "sign-in" };
  const change = await findChangeByLink(db, hashToken(token));
  if (!change) return { state: "over" };
  if (change.account_id !== viewer.accountId) return { state: "other-account" };
  return { state: "ready", address: change.address };
}

/**
 * Puts the new address in place, for the account that asked. All other sessions end, what was sent to the old address
 * signs nobody in any more, and the old address is told. False when the link is over or not this account's.
 */
export async function confirmAddress(
  { db, jobs }: Pick<Services, "db" | "jobs">,
  viewer: Viewer,
  { token, keptSession }: { token: string; keptSession: Buffer },
): Promise<boolean> {
  const { accountId } = viewer;
  try {
    return await transact(db, async (tx) => {
      const changeId = await swapAddress(tx, hashToken(token), accountId);
      if (!changeId) return false;
      const ended = await deleteOtherSessions(tx, accountId, keptSession);
      await deleteOpenSignIns(tx, accountId);
      await insertAudit(tx, {
        actorId: accountId,
        verb: "account.change-address",
        object: "account",
        objectId: accountId,
        detail: { changeId, endedSessions: ended },
      });
      const key = `changed-address:${changeId}`;
      const subjectIds = { accountId, changeId };
      await enqueueMail(tx, jobs, { key, kind: "changed-address", accountId, subjectIds });
      return true;
    });
  } catch (error) {
    // Two accounts wanted the same address at the same moment: the other one was faster.
    if ((error as { code?: string }).code === "23505") return false;
    throw error;
  }
}
