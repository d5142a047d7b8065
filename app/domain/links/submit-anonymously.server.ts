import { z } from "zod";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import { findInInbox, insertInInbox } from "#db/queries/inbox.server.ts";
import type { InvitationRow } from "#db/queries/invitations.server.ts";
import { countUse, type OpenLinkRow } from "#db/queries/open-links.server.ts";
import { takeToken } from "#db/queries/participation.server.ts";
import { holdRound } from "#db/queries/responses.server.ts";
import type { CheckingPool } from "#surveys/checking-pool.ts";
import type { Locale } from "../../locales/index.ts";
import { checksumOf } from "../canonical.server.ts";
import { Problem } from "../problem.ts";
import { assertEditable } from "../responses/access.server.ts";
import { getInstrument } from "../responses/instrument.server.ts";
import { longForm } from "../responses/submit-response.server.ts";

export const anonymousSchema = z.strictObject({
  submissionId: z.uuid().toLowerCase(),
  // Bounded and checked by the kinds; a recursive schema would fall over a deep one.
  answers: z.record(z.string(), z.unknown()),
});

export type AnonymousAnswers = z.infer<typeof anonymousSchema>;

/** How somebody gets in: by an invitation, whose token is used up, or by an open link, whose uses are counted. */
export type Way = { kind: "invitation"; row: InvitationRow } | { kind: "open"; row: OpenLinkRow };

/**
 * Takes the answers of an anonymous round: checks them as every submission, puts them into the inbox and uses the way
 * in up, in one transaction. No receipt, no audit row, no job, no time: nothing leads from one to the other. Sending it
 * again under the same id is harmless. Throws not-found for other rounds, invalid-answer with a fault per question,
 * different-body, round-closed, link-used and link-full.
 */
export async function submitAnonymously(
  { db, checking }: { db: Db; checking: CheckingPool },
  { kind, row }: Way,
  { submissionId, answers }: AnonymousAnswers,
  locale: Locale,
): Promise<void> {
  if (row.privacy !== "anonymous") throw new Problem("not-found");
  const { round_id: roundId } = row;
  const bodyHash = checksumOf(answers);
  if (await wasSent(db, roundId, submissionId, bodyHash)) return;
  assertEditable({ ...row, state: "draft" });
  const instrument = await getInstrument(db, row);
  const checked = await checking.check({ key: instrument.checksum, json: instrument.json }, answers, {
    complete: true,
    locale,
  });
  if (checked.problems.some((problem) => problem.code.startsWith("check-"))) {
    throw new Problem("unavailable", { retryAfter: 5 });
  }
  if (checked.problems.length > 0) throw new Problem("invalid-answer", { faults: checked.problems });

  await transact(db, async (tx) => {
    assertEditable({ state: "draft", ...(await holdRound(tx, roundId)) });
    const taken = kind === "open" ? await countUse(tx, row.link_id) : await takeToken(tx, row);
    // Of several at once one takes the way in; the others find what it sent, or a way that is used up.
    if (await wasSent(tx, roundId, submissionId, bodyHash)) throw new Repeated();
    if (!taken) throw new Problem(kind === "open" ? "link-full" : "link-used");
    const cells = longForm(instrument.definition, checked.answers, checked.invisible);
    await insertInInbox(tx, {
      roundId,
      submissionId,
      bodyHash,
      answers: checked.answers,
      invisible: checked.invisible,
      cells: cells.map((cell, position) => ({ ...cell, position })),
    });
  }).catch((error) => {
    if (!(error instanceof Repeated)) throw error;
  });
}

/** Takes back the use that a repeated submission has just counted. */
class Repeated extends Error {}

/** True when these answers have come already; throws different-body when other ones have, under the same id. */
async function wasSent(db: Db | Tx, roundId: string, submissionId: string, bodyHash: string): Promise<boolean> {
  const found = await findInInbox(db, roundId, submissionId, bodyHash);
  if (found === "different") throw new Problem("different-body");
  return found === "same";
}
