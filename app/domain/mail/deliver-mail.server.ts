import { type Db, type Tx, transact } from "#db/client.server.ts";
import { findMailbox } from "#db/queries/accounts.server.ts";
import { findMail, findReceipt, moveMail } from "#db/queries/mail.server.ts";
import { findAddressee, setSecrets, VALID_MINUTES } from "#db/queries/sign-in.server.ts";
import { paths } from "../../paths.ts";
import { hashCode, hashToken, newCode, newToken } from "../sign-in/secrets.server.ts";
import { composeMail, type Parcel } from "./compose.server.ts";
import type { Letter } from "./letter.ts";
import type { Send } from "./smtp.server.ts";
import { receiptLetter, signInLetter } from "./templates.ts";

/** What delivering needs: the database, who we are, and a way to hand a mail over. */
export type Post = { db: Db; origin: string; from: string; secret: string; send: Send };

type MailRow = NonNullable<Awaited<ReturnType<typeof findMail>>>;
type Addressed = { to: string; letter: Letter };

/** `attempt` counts from 0; `last` says that nobody will try again. */
export type Attempt = { attempt: number; last: boolean };

/**
 * Sends one queued mail, if its reason still stands. Says `again` when it should be tried later. Whoever finds a mail in
 * the state `sending` knows that an earlier attempt ended without a word: a sign-in is sent once more with a new token,
 * because somebody is waiting for it; any other mail becomes `uncertain` and is not repeated.
 */
export async function deliverMail(post: Post, mailId: string, { attempt, last }: Attempt): Promise<"done" | "again"> {
  const mail = await findMail(post.db, mailId);
  if (!mail || (mail.state !== "queued" && mail.state !== "sending")) return "done";
  const repeatable = mail.kind === "sign-in";
  if (mail.state === "sending" && !repeatable) {
    await moveMail(post.db, mailId, "sending", "uncertain");
    return "done";
  }
  const parcel = await prepare(post, mail, attempt);
  if (!parcel) return "done";
  const outcome = await post.send(parcel);
  if (outcome === "sent") await moveMail(post.db, mailId, "sending", "sent");
  else if (outcome === "refused") await moveMail(post.db, mailId, "sending", "failed");
  else if (outcome === "uncertain" && (!repeatable || last)) await moveMail(post.db, mailId, "sending", "uncertain");
  else if (last) await moveMail(post.db, mailId, "sending", "failed");
  else {
    await moveMail(post.db, mailId, "sending", "queued");
    return "again";
  }
  return "done";
}

/** Claims the mail, looks once more whether it may go, and writes it. Committed before anything leaves. */
async function prepare(post: Post, mail: MailRow, attempt: number): Promise<Parcel | undefined> {
  const addressed = await transact(post.db, async (tx) => {
    if (!(await moveMail(tx, mail.mail_id, mail.state, "sending"))) return undefined;
    const written = mail.kind === "sign-in" ? await writeSignIn(tx, post, mail) : await writeReceipt(tx, post, mail);
    if (!written) await moveMail(tx, mail.mail_id, "sending", "dropped");
    return written;
  });
  if (!addressed) return undefined;
  // Some servers drop a second mail with a known Message-ID, and the first one's link no longer works: a repeated
  // sign-in mail is another mail.
  const number = mail.kind === "sign-in" && attempt > 0 ? `.${attempt}` : "";
  const messageId = `<${mail.mail_id}${number}@${new URL(post.origin).hostname}>`;
  return composeMail(addressed.letter, { from: post.from, to: addressed.to, messageId });
}

async function writeSignIn(tx: Tx, post: Post, mail: MailRow): Promise<Addressed | undefined> {
  const signInId = mail.subject_ids.signInId ?? "";
  const addressee = await findAddressee(tx, signInId);
  if (!addressee) return undefined;
  const [token, code] = [newToken(), newCode()];
  await setSecrets(tx, signInId, { linkHash: hashToken(token), codeHash: hashCode(post.secret, signInId, code) });
  const linkUrl = `${post.origin}${paths.signInLink(token)}`;
  return { to: addressee.address, letter: signInLetter(addressee.locale, { linkUrl, code, minutes: VALID_MINUTES }) };
}

async function writeReceipt(tx: Tx, post: Post, mail: MailRow): Promise<Addressed | undefined> {
  const { roundId = "", invitationId = "", receipt = "" } = mail.subject_ids;
  const mailbox = mail.account_id ? await findMailbox(tx, mail.account_id) : undefined;
  const found = mailbox && (await findReceipt(tx, { roundId, invitationId, receipt }));
  if (!found) return undefined;
  const url = `${post.origin}${paths.receipt(invitationId)}`;
  const about = { receipt, round: found.title, submittedAt: found.submitted_at, url };
  return { to: mailbox.address, letter: receiptLetter(mailbox.locale, about) };
}
