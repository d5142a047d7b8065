import { randomUUID } from "node:crypto";
import { newReceipt } from "#app/domain/responses/submit-response.server.ts";
import { openAgain, withdrawResponse } from "#app/domain/responses/take-back.server.ts";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import { paths } from "#app/paths.ts";
import { type Db, transact } from "#db/client.server.ts";
import { insertFields } from "#db/queries/fields.server.ts";
import { ensureResponse } from "#db/queries/responses.server.ts";
import { insertSubmission } from "#db/queries/submissions.server.ts";
import { readDefinition } from "#surveys/definition.ts";
import { toFields } from "#surveys/fields/index.ts";
import type { JsonObject } from "#surveys/json.ts";
import { viewerOf } from "./people.ts";

const DAY_MS = 86_400_000;

/**
 * Sheets of a project in every state after a submission, with answers of its wave before: to be reviewed with what
 * changed, submitted twice, opened again by the coordination, withdrawn. Gives back the addresses of the pages about them.
 */
export async function signOffPages(db: Db, leadId: string): Promise<{ lead: string[]; coordination: string[] }> {
  const before = await db
    .selectFrom("submission")
    .innerJoin("response", "response.response_id", "submission.response_id")
    .innerJoin("invitation", "invitation.invitation_id", "response.invitation_id")
    .innerJoin("membership", "membership.project_id", "invitation.project_id")
    .innerJoin("round", "round.round_id", "submission.round_id")
    .innerJoin("version", "version.version_id", "round.version_id")
    .innerJoin("questionnaire", "questionnaire.questionnaire_id", "version.questionnaire_id")
    .select(["round.version_id", "version.definition", "submission.answers", "invitation.project_id"])
    .where("membership.account_id", "=", leadId)
    .where("questionnaire.name", "in", ["bedarfe", "schnittstellen", "puls"])
    .orderBy("questionnaire.name")
    .orderBy("round.opens_at", "desc")
    .executeTakeFirstOrThrow();
  const answers = Object.fromEntries(Object.entries(before.answers).slice(0, -1));
  const open = async (wave: string) => {
    const { roundId, invitations } = await openRound(db, {
      versionId: before.version_id,
      wave,
      privacy: "confidential",
      audience: { kind: "projects", projectIds: [before.project_id as string] },
      opensAt: new Date(Date.now() - DAY_MS),
      closesAt: new Date(Date.now() + 20 * DAY_MS),
      fictional: true,
      actorId: null,
    });
    const invitationId = invitations[0]?.invitationId as string;
    const key = { roundId, responseId: randomUUID() };
    await transact(db, async (tx) => {
      await ensureResponse(tx, roundId, invitationId, key.responseId);
      const { definition } = readDefinition(before.definition);
      const fields = definition ? toFields(definition, answers as JsonObject) : [];
      const edits = [...fields].map(([path, value]) => ({ path, value, actorId: leadId }));
      await insertFields(tx, key, edits, new Date());
    });
    const submit = () =>
      transact(db, async (tx) => {
        const facts = { submissionId: randomUUID(), receipt: newReceipt(), checksum: "0".repeat(64), seq: 0 };
        await insertSubmission(tx, key, { ...facts, answers, invisible: [], actorId: leadId });
      });
    const reopen = (kind: "taken-back" | "reopened", reason = "") =>
      transact(db, (tx) => openAgain(tx, key, { kind, reason, actorId: leadId }));
    return { invitationId, roundId, submit, reopen };
  };
  const [review, twice, again, none] = [
    await open("Freigabe 1"),
    await open("Freigabe 2"),
    await open("Freigabe 3"),
    await open("Freigabe 4"),
  ];
  for (const one of [twice, again, none]) await one.submit();
  await twice.reopen("taken-back");
  await twice.submit();
  await again.reopen("reopened", "Bitte sehen Sie noch einmal nach den Fallzahlen.");
  await withdrawResponse(db, await viewerOf(db, leadId), none.invitationId);
  return {
    lead: [
      paths.review(review.invitationId),
      paths.review(review.invitationId, "aenderungen"),
      paths.submitted(twice.invitationId),
      paths.submitted(twice.invitationId, 1),
      paths.receipt(twice.invitationId, 1),
      paths.changeSubmitted(twice.invitationId),
      paths.changeSubmitted(twice.invitationId, "zurueckziehen"),
      paths.invitation(again.invitationId),
      paths.review(again.invitationId),
      paths.submitted(again.invitationId),
      paths.invitation(none.invitationId),
      paths.submitted(none.invitationId),
    ],
    coordination: [
      paths.reopenResponse(twice.roundId, twice.invitationId),
      paths.reopenResponse(again.roundId, again.invitationId),
      paths.round(again.roundId),
      paths.round(again.roundId, { stand: "submitted" }),
    ],
  };
}
