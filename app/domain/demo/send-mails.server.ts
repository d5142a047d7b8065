import type { Tx } from "#db/client.server.ts";
import { type LoadedMail, loadMails } from "#db/seed/load-mail.server.ts";
import type { Parcel } from "../mail/compose.server.ts";
import { deliverMail } from "../mail/deliver-mail.server.ts";
import { fileSender } from "../mail/files.server.ts";
import type { Send } from "../mail/smtp.server.ts";

/** Who the sample's mails come from, and the folder where some of them lie to be read. */
export type SamplePost = { origin: string; from: string; secret: string; dataDir: string };

/** Mails that are written but do not lie in the folder yet: `file` puts them there, once all is well. */
export type HeldMails = { post: SamplePost; send: Send; file: () => Promise<void> };

/** Mails of whom lie in the folder; the others are rows only, so that the first start stays fast. */
export type Filing = Omit<HeldMails, "file"> & { isFiled: (mail: LoadedMail) => boolean };

/** Keeps what is sent until the sample is complete, so that one that is broken off leaves no mails of its own behind. */
export function holdMails(post: SamplePost): HeldMails {
  const held: { envelope: Parameters<Send>[0]; parcel: Parcel }[] = [];
  const inFolder = fileSender(post.dataDir);
  return {
    post,
    send: async (envelope, load) => {
      const parcel = await load();
      if (!parcel) return "withdrawn";
      held.push({ envelope, parcel });
      return "sent";
    },
    file: async () => {
      for (const { envelope, parcel } of held) {
        const outcome = await inFolder(envelope, async () => parcel);
        if (outcome !== "sent") throw new Error(`The sample's mails cannot be written to ${post.dataDir}`);
      }
    },
  };
}

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
  const { post, send } = filing;
  const { dataDir: _, ...from } = post;
  for (const { mailId, at } of filed)
    await deliverMail({ ...from, db: tx, send, now: () => at }, mailId, { last: true });
}
