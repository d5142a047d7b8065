import { type Db, transact } from "#db/client.server.ts";
import { listRemindedSince, lockReminders } from "#db/queries/addressees.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { listDeliveries, listTroubles, lockUndelivered } from "#db/queries/deliveries.server.ts";
import { Problem } from "../problem.ts";
import { enqueueMail, type Jobs } from "./enqueue.server.ts";
import { type Reminded, WEEK_MS } from "./round-mails.server.ts";

export type Delivery = Awaited<ReturnType<typeof listDeliveries>>[number];
export type Trouble = Awaited<ReturnType<typeof listTroubles>>[number];

/** How the mail of each round went, and the mails of one of them (null: of none) that did not arrive. */
export async function readDeliveries(
  db: Db,
  roundId: string | null | undefined,
): Promise<{ rounds: Delivery[]; chosen: Delivery | undefined; troubles: Trouble[] }> {
  const rounds = await listDeliveries(db);
  const troubled = (round: Delivery) => round.failed + round.uncertain + round.bounced > 0;
  const chosen =
    roundId === undefined ? (rounds.find(troubled) ?? rounds[0]) : rounds.find((round) => round.round_id === roundId);
  if (roundId !== undefined && !chosen) throw new Problem("not-found");
  return { rounds, chosen, troubles: chosen ? await listTroubles(db, chosen.round_id) : [] };
}

/**
 * Sends mails again that failed, came back, or may not have arrived. Each becomes a new mail with the next number in its
 * key, so clicking twice sends once; its reason is looked at again like that of any other. Those that
 * were sent again meanwhile are left out, and so are reminders to people to whom one went within the last seven days.
 */
export function resendMails(
  { db, jobs }: { db: Db; jobs: Jobs },
  { mailIds, actorId, now = new Date() }: { mailIds: readonly string[]; actorId: string; now?: Date },
): Promise<Reminded> {
  return transact(db, async (tx) => {
    await lockReminders(tx);
    const reminded = new Set((await listRemindedSince(tx, new Date(now.getTime() - WEEK_MS))).keys());
    let [queued, tooSoon] = [0, 0];
    // In one order for everybody, so that two people at once wait for each other instead of blocking each other.
    for (const mailId of [...new Set(mailIds)].sort()) {
      const mail = await lockUndelivered(tx, mailId);
      if (!mail) continue;
      const person = mail.account_id ?? mail.invitation_id ?? "";
      if (mail.kind === "reminder" && reminded.has(person)) {
        tooSoon += 1;
        continue;
      }
      const again = await enqueueMail(tx, jobs, {
        key: nextKey(mail.mail_key),
        kind: mail.kind,
        accountId: mail.account_id,
        subjectIds: { ...mail.subject_ids, again: mail.mail_id },
        roundId: mail.round_id,
        invitationId: mail.invitation_id,
      });
      if (!again) continue;
      queued += 1;
      if (mail.kind === "reminder") reminded.add(person);
      const detail = { instead: mail.mail_id, kind: mail.kind };
      await insertAudit(tx, { actorId, verb: "mail.resend", object: "mail", objectId: again, detail });
    }
    return { queued, tooSoon };
  });
}

/** "invitation:…:1" → "invitation:…:1:again-1" → "invitation:…:1:again-2". */
function nextKey(key: string): string {
  const [, first = key, number = "0"] = /^(.*):again-(\d+)$/.exec(key) ?? [];
  return `${first}:again-${Number(number) + 1}`;
}
