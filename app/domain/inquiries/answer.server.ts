import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { closeInquiry, lockInquiry } from "#db/queries/inquiries.server.ts";
import { enqueueMail, type Jobs } from "../mail/enqueue.server.ts";
import { Problem } from "../problem.ts";

type Closing = { roundId: string; inquiryId: string; actorId: string; now: Date };

/**
 * Answers an inquiry, once; whoever asked reads it on their page, and by mail where they can be reached. `answer` has one
 * to `ANSWER_SIGNS` signs. The same answer again changes nothing. Throws not-found, and changed-since where somebody
 * else has answered meanwhile, or what was asked was erased.
 */
export function answerInquiry(
  { db, jobs }: { db: Db; jobs: Jobs },
  { roundId, inquiryId, actorId, now, answer }: Closing & { answer: string },
): Promise<void> {
  return transact(db, async (tx) => {
    const inquiry = await hold(tx, roundId, inquiryId);
    if (inquiry.answer === answer && inquiry.answered_by === actorId) return;
    if (inquiry.answer !== null || inquiry.erased_at) throw new Problem("changed-since");
    await closeInquiry(tx, inquiryId, { by: actorId, at: now, answer });
    if (inquiry.invitation_id) {
      await enqueueMail(tx, jobs, {
        key: `inquiry-answer:${inquiryId}`,
        kind: "inquiry-answer",
        accountId: inquiry.author_id,
        subjectIds: { inquiryId },
        roundId,
        invitationId: inquiry.invitation_id,
      });
    }
    await note(tx, "inquiry.answer", { roundId, inquiryId, actorId });
  });
}

/** Notes that nothing is to be answered any more, e.g. after a call. Again changes nothing. Throws not-found. */
export function settleInquiry(db: Db, { roundId, inquiryId, actorId, now }: Closing): Promise<void> {
  return transact(db, async (tx) => {
    const inquiry = await hold(tx, roundId, inquiryId);
    if (inquiry.closed_at) return;
    await closeInquiry(tx, inquiryId, { by: actorId, at: now });
    await note(tx, "inquiry.settle", { roundId, inquiryId, actorId });
  });
}

async function hold(tx: Tx, roundId: string, inquiryId: string) {
  const inquiry = await lockInquiry(tx, roundId, inquiryId);
  if (!inquiry) throw new Problem("not-found");
  return inquiry;
}

function note(tx: Tx, verb: string, { roundId, inquiryId, actorId }: Omit<Closing, "now">): Promise<void> {
  return insertAudit(tx, { actorId, verb, object: "inquiry", objectId: inquiryId, detail: { roundId } });
}
