import { randomUUID } from "node:crypto";
import type { Db, Tx } from "#db/client.server.ts";
import type { Invited } from "#db/queries/audience.server.ts";
import { markOpened } from "#db/queries/invitations.server.ts";
import * as responses from "#db/queries/responses.server.ts";
import * as submissions from "#db/queries/submissions.server.ts";
import { checkValues } from "#surveys/answers.ts";
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

/**
 * Puts sample answers into an open round as if they had been given over its time. The kinds check every value; that
 * nothing required is missing and nothing hidden is answered is held by the tests of the sample, which has no time to
 * ask survey-core for each of five hundred answers.
 */
export async function fillRound(db: Db, filling: Filling): Promise<void> {
  const instrument = await getInstrument(db, {
    round_id: filling.roundId,
    version_id: filling.versionId,
    roster: await responses.listRoster(db, filling.roundId),
  });
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
      const [fault] = checkValues(instrument.definition, sheet.answers);
      if (fault)
        throw new Error(`The sample's answer of ${sheet.projectId} is refused: ${fault.code} at ${fault.path}`);
      if (index >= filling.submitted.length) continue;
      await submissions.insertSubmission(tx, key, {
        submissionId: randomUUID(),
        receipt: newReceipt(),
        answers: sheet.answers,
        invisible: [],
        checksum: checksumOf(sheet.answers),
        actorId,
        at,
      });
      await submissions.replaceCells(tx, key, longForm(instrument.definition, sheet.answers, []));
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
