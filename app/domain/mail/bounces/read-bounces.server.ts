import { type FileHandle, open } from "node:fs/promises";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import * as bounces from "#db/queries/bounces.server.ts";
import { moveMail } from "#db/queries/mail.server.ts";
import { readMbox } from "./mbox.server.ts";
import { type Returned, readReport } from "./report.server.ts";

/** Reports begin with what matters; a message that brings the whole mail back may be long. */
const KEEP_BYTES = 256 * 1024;
const MESSAGES_AT_ONCE = 500;
const SETTLED_MS = 5000;

/** How many messages were read: `hard` ones marked a mail, the others did not. */
export type BounceCount = { hard: number; soft: number; other: number; unknown: number };

/**
 * Reads what was added to the operator's mailbox of undeliverable mail since the last time, at most 500 messages. Mail
 * that an address refuses for good marks the mail and its addressee: nothing more is sent there until somebody mends the
 * address. Several processes take turns; a file that is not there yet, or another process at it, counts nothing.
 */
export async function readBounces(db: Db, path: string, now = new Date()): Promise<BounceCount> {
  const count: BounceCount = { hard: 0, soft: 0, other: 0, unknown: 0 };
  const file = await openIfThere(path);
  if (!file) return count;
  try {
    await transact(db, async (tx) => {
      if (!(await bounces.lockBounces(tx))) return;
      const from = (await bounces.findMark(tx, path)) ?? 0;
      const reading = { from, keepBytes: KEEP_BYTES, limit: MESSAGES_AT_ONCE, settledMs: SETTLED_MS, now };
      let end: number | undefined;
      for await (const message of readMbox(file, reading)) {
        const returned = await readReport(message.bytes);
        if (returned.verdict !== "hard") count[returned.verdict] += 1;
        else if (await markBounced(tx, returned, now)) count.hard += 1;
        else count.unknown += 1;
        end = message.end;
      }
      if (end !== undefined) await bounces.putMark(tx, path, end);
    });
  } finally {
    await file.close();
  }
  return count;
}

/**
 * Marks the mail that came back, and its addressee unless the address was another one by then. False when it is no mail
 * of ours, or was marked before.
 */
async function markBounced(tx: Tx, returned: Returned, now: Date): Promise<boolean> {
  const mail = await bounces.findReturnedMail(tx, returned);
  if (!mail || !(await moveMail(tx, mail.mail_id, ["sent", "uncertain"], "bounced"))) return false;
  const status = returned.status ?? "";
  const { mail_id: objectId, kind, account_id: accountId, round_id: roundId, invitation_id: invitationId } = mail;
  await insertAudit(tx, { actorId: null, verb: "mail.bounce", object: "mail", objectId, detail: { kind, status } });
  if (accountId) {
    // These two go to an address that is not, or no longer, the account's.
    if (kind === "confirm-address" || kind === "changed-address") return true;
    if (await bounces.markAccount(tx, mail, now)) await bounces.markUnreachable(tx, accountId, now);
  } else if (roundId && invitationId) {
    await bounces.markGuest(tx, roundId, invitationId, now);
  }
  return true;
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, "r");
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return undefined;
    throw error;
  }
}
