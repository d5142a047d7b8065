import { createHmac } from "node:crypto";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import { findMailRound, listAddressees } from "#db/queries/addressees.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { muteInvitations } from "#db/queries/invitation-mails.server.ts";
import { findMail } from "#db/queries/mail.server.ts";
import { paths } from "../../paths.ts";
import { sameHash } from "../sign-in/secrets.server.ts";

/** The first half is the mail's id, the second proves that we wrote it: nothing has to be kept. */
const ID_BYTES = 16;

/** Where the reader of this mail switches the reminders of its round off, without signing in. */
export function unsubscribeUrl({ origin, secret }: { origin: string; secret: string }, mailId: string): string {
  return `${origin}${paths.unsubscribe(unsubscribeToken(secret, mailId))}`;
}

/** 43 characters: the mail's id and a keyed proof. */
export function unsubscribeToken(secret: string, mailId: string): string {
  const id = Buffer.from(mailId.replaceAll("-", ""), "hex");
  return Buffer.concat([id, proof(secret, id)]).toString("base64url");
}

/** The round that a link is about, to be shown before anything changes. Undefined for a link that is none. */
export async function readUnsubscribe({ db, secret }: { db: Db; secret: string }, token: string) {
  const mail = await findMailOf(db, secret, token);
  const round = mail?.round_id ? await findMailRound(db, mail.round_id) : undefined;
  return round && { title: round.title, wave: round.wave, over: round.state !== "open" };
}

/**
 * Switches the reminders of a round off for the invitations that the reader of the mail speaks for; again changes nothing,
 * and neither does somebody who speaks for none any more. False for a link that is none.
 */
export function turnRemindersOff(
  { db, secret }: { db: Db | Tx; secret: string },
  token: string,
  now = new Date(),
): Promise<boolean> {
  return transact(db, async (tx) => {
    const mail = await findMailOf(tx, secret, token);
    if (!mail?.round_id || !mail.invitation_id) return false;
    const { round_id: roundId, account_id: accountId } = mail;
    // With an account only what it still speaks for: who has left a project does not mute those who go on.
    const ids = accountId
      ? (await listAddressees(tx, roundId, { accountId })).map((one) => one.invitationId)
      : [mail.invitation_id];
    for (const objectId of await muteInvitations(tx, roundId, [...new Set(ids)], now)) {
      await insertAudit(tx, { actorId: accountId, verb: "invitation.mute", object: "invitation", objectId });
    }
    return true;
  });
}

async function findMailOf(db: Db | Tx, secret: string, token: string) {
  const mailId = mailIdOf(secret, token);
  return mailId ? findMail(db, mailId) : undefined;
}

function mailIdOf(secret: string, token: string): string | undefined {
  const bytes = /^[\w-]{43}$/.test(token) ? Buffer.from(token, "base64url") : Buffer.alloc(0);
  const [id, given] = [bytes.subarray(0, ID_BYTES), bytes.subarray(ID_BYTES)];
  if (!sameHash(given, proof(secret, id))) return undefined;
  return id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function proof(secret: string, id: Buffer): Buffer {
  return createHmac("sha256", secret).update("reminders off ").update(id).digest().subarray(0, ID_BYTES);
}
