import type { Tx } from "#db/client.server.ts";
import { type LoadedMail, loadMails } from "#db/seed/load-mail.server.ts";
import { deliverMail } from "../mail/deliver-mail.server.ts";
import { fileSender } from "../mail/files.server.ts";

/** Who the sample's mails come from, and the folder where some of them lie to be read. */
export type SamplePost = { origin: string; from: string; secret: string; dataDir: string };

/** Mails of whom lie in the folder; the others are rows only, so that the first start stays fast. */
export type Filing = { post: SamplePost; isFiled: (mail: LoadedMail) => boolean };

/**
 * Writes mails of the past. Those that are filed are made by the app's own writers at the state of things in `tx`, with
 * the date on which they were sent.
 */
export async function sendMails(tx: Tx, mails: readonly LoadedMail[], filing?: Filing): Promise<void> {
  const filed = filing ? mails.filter((mail) => mail.state === "sent" && filing.isFiled(mail)) : [];
  await loadMails(
    tx,
    mails.map((mail) => (filed.includes(mail) ? { ...mail, state: "queued" } : mail)),
  );
  if (!filing) return;
  const { dataDir, ...post } = filing.post;
  const send = fileSender(dataDir);
  for (const { mailId, at } of filed)
    await deliverMail({ ...post, db: tx, send, now: () => at }, mailId, { last: true });
}
