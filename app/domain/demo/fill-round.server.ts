import { randomUUID } from "node:crypto";
import type { Db, Tx } from "#db/client.server.ts";
import type { Invited } from "#db/queries/audience.server.ts";
import { markOpened } from "#db/queries/invitations.server.ts";
import * as responses from "#db/queries/responses.server.ts";
import * as submissions from "#db/queries/submissions.server.ts";
import type { CheckingPool } from "#surveys/checking-pool.ts";
import type { JsonObject } from "#surveys/json.ts";
import { checksumOf } from "../canonical.server.ts";
import { getInstrument } from "../responses/instrument.server.ts";
import { longForm, newReceipt } from "../responses/submit-response.server.ts";

type Sheet = { projectId: string; answers: JsonObject };

export type Filling = {
  roundId: string;
  versionId: string;
  invitations: readonly Invited[];
  submitted: readonly Sheet[];
  drafts: readonly Sheet[];
  /** who answers for a project */
  personOf: (projectId: string) => string | null;
  /** responses arrive in order between these times */
  from: Date;
  until: Date;
};

/** Puts sample answers into an open round as if they had been given over its time, each checked like a submission. */
export async function fillRound({ db, checking }: { db: Db; checking: CheckingPool }, filling: Filling): Promise<void> {
  const instrument = await getInstrument(db, {
    round_id: filling.roundId,
    version_id: filling.versionId,
    roster: await responses.listRoster(db, filling.roundId),
  });
  const definition = { key: instrument.checksum, json: instrument.json };
  const checked = await Promise.all(
    filling.submitted.map((sheet) => checking.check(definition, sheet.answers, { complete: true, locale: "de" })),
  );
  const invitationOf = new Map(filling.invitations.map((one) => [one.projectId, one.invitationId]));
  const span = filling.until.getTime() - filling.from.getTime();

  await db.transaction().execute(async (tx) => {
    for (const [index, sheet] of [...filling.submitted, ...filling.drafts].entries()) {
      const invitationId = invitationOf.get(sheet.projectId);
      if (!invitationId) continue;
      const at = new Date(
        filling.from.getTime() + (span * (index + 1)) / (filling.submitted.length + filling.drafts.length + 1),
      );
      const actorId = filling.personOf(sheet.projectId);
      const key = await beginResponse(tx, filling.roundId, invitationId, at);
      await writeFields(tx, key, sheet.answers, actorId, at);
      const verdict = checked[index];
      if (!verdict) continue;
      if (verdict.problems.length > 0) {
        const { path, code } = verdict.problems[0] as { path: string; code: string };
        throw new Error(`The sample's answer of ${sheet.projectId} is refused: ${code} at ${path}`);
      }
      await submissions.insertSubmission(tx, key, {
        submissionId: randomUUID(),
        receipt: newReceipt(),
        answers: verdict.answers,
        invisible: verdict.invisible,
        checksum: checksumOf(verdict.answers),
        actorId,
        at,
      });
      await submissions.replaceCells(tx, key, longForm(instrument.definition, verdict.answers, verdict.invisible));
    }
  });
}

async function beginResponse(tx: Tx, roundId: string, invitationId: string, at: Date): Promise<responses.ResponseKey> {
  const responseId = randomUUID();
  await responses.ensureResponse(tx, roundId, invitationId, responseId, at);
  await markOpened(tx, { round_id: roundId, invitation_id: invitationId }, at);
  return { roundId, responseId };
}

async function writeFields(tx: Tx, key: responses.ResponseKey, answers: JsonObject, actorId: string | null, at: Date) {
  const edits = Object.entries(answers).map(([path, value]) => ({ path, value, actorId }));
  if (edits.length > 0) await responses.insertFields(tx, key, edits, at);
}
