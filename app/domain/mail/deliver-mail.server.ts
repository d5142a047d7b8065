import { type Db, transact } from "#db/client.server.ts";
import { claimMail, findMail, listQueuedMails, type MailRow, moveMail } from "#db/queries/mail.server.ts";
import { composeMail, type Way } from "./compose.server.ts";
import type { Letter } from "./letter.ts";
import { letterKind } from "./letters/index.server.ts";
import type { Send } from "./smtp.server.ts";

/** What delivering needs: the database, who we are, and a way to hand a mail over. */
export type Post = {
  db: Db;
  origin: string;
  from: string;
  secret: string;
  send: Send;
  /** where mail comes back to, "bounces@example.org": each mail gets a return path of its own */
  bounceAddress?: string | undefined;
  /** the sample year is written with its own dates */
  now?: () => Date;
};

/** `last` says that nobody will try again. */
export type Attempt = { last: boolean };

/**
 * Sends one queued mail, if its reason still stands. Says `again` when it should be tried later. A mail is `sending` from
 * the moment the server waits for its text. Whoever finds one in this state knows that an earlier attempt ended without a
 * word: a mail that somebody is waiting for is sent once more with a new token; any other becomes `uncertain` and is not
 * repeated.
 */
export async function deliverMail(post: Post, mailId: string, { last }: Attempt): Promise<"done" | "again"> {
  const mail = await findMail(post.db, mailId);
  if (!mail || (mail.state !== "queued" && mail.state !== "sending")) return "done";
  const { repeatable, prepare } = letterKind(mail.kind);
  if (mail.state === "sending" && !repeatable) {
    await moveMail(post.db, mailId, ["sending"], "uncertain");
    return "done";
  }
  const ready = await prepare(post.db, post, mail);
  if (!ready) {
    await moveMail(post.db, mailId, [mail.state], "dropped");
    return "done";
  }
  let claimed = false;
  const outcome = await post.send({ to: ready.to, ...returnPath(post, mailId) }, async () => {
    const claim = await claimLetter(post, mail, ready.to);
    claimed = claim !== undefined;
    return claim && composeMail(claim.letter, claim.way);
  });
  // What somebody else claimed meanwhile is left to them.
  const mine = [claimed ? "sending" : mail.state] as const;
  if (outcome === "sent") await moveMail(post.db, mailId, mine, "sent", post.now?.());
  else if (outcome === "refused") await moveMail(post.db, mailId, mine, "failed");
  else if (outcome === "uncertain" && (!repeatable || last)) await moveMail(post.db, mailId, mine, "uncertain");
  else if (outcome === "withdrawn") {
    if (!last) return (await isQueued(post.db, mailId)) ? "again" : "done";
    await moveMail(post.db, mailId, ["queued"], "failed");
  } else if (last) await moveMail(post.db, mailId, mine, "failed");
  else {
    await moveMail(post.db, mailId, mine, "queued");
    return "again";
  }
  return "done";
}

/** Nobody tries this mail any more: what may have left is `uncertain`, what has not is `failed`. */
export async function giveUpMail(db: Db, mailId: string): Promise<void> {
  await moveMail(db, mailId, ["sending"], "uncertain");
  await moveMail(db, mailId, ["queued"], "failed");
}

/** Sends everything that is queued, in the order it was queued: for samples and tests, which have no worker. */
export async function deliverQueued(post: Post): Promise<void> {
  for (const mailId of await listQueuedMails(post.db)) await deliverMail(post, mailId, { last: false });
}

/**
 * Looks once more whether the mail may go, marks it as leaving and writes it; committed before its first byte leaves. The
 * addressee was named to the server before: if it is another one by now, the mail waits for the next attempt.
 */
async function claimLetter(post: Post, mail: MailRow, to: string): Promise<{ letter: Letter; way: Way } | undefined> {
  const { repeatable, prepare } = letterKind(mail.kind);
  // Some servers drop a second mail with a known Message-ID, and the first one's link no longer works: a repeated
  // mail with a token is another mail.
  const number = repeatable && mail.attempts > 0 ? `.${mail.attempts}` : "";
  const messageId = `<${mail.mail_id}${number}@${new URL(post.origin).hostname}>`;
  const written = await transact(post.db, async (tx) => {
    const ready = await prepare(tx, post, mail);
    if (!ready) {
      await moveMail(tx, mail.mail_id, [mail.state], "dropped");
      return undefined;
    }
    if (ready.to !== to || !(await claimMail(tx, mail, messageId))) return undefined;
    return ready.write(tx);
  });
  if (!written) return undefined;
  const { letter, unsubscribeUrl } = written;
  const at = post.now?.() ?? new Date();
  return { letter, way: { from: post.from, to, messageId, at, unsubscribeUrl } };
}

/** "bounces+<mail>@example.org": what comes back says by its address which mail it was. */
function returnPath({ bounceAddress }: Post, mailId: string): { returnPath?: string } {
  if (!bounceAddress) return {};
  const at = bounceAddress.lastIndexOf("@");
  return { returnPath: `${bounceAddress.slice(0, at)}+${mailId}${bounceAddress.slice(at)}` };
}

async function isQueued(db: Db, mailId: string): Promise<boolean> {
  return (await findMail(db, mailId))?.state === "queued";
}
