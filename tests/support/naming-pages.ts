import { randomUUID } from "node:crypto";
import { changeNaming } from "#app/domain/responses/naming.server.ts";
import { newReceipt } from "#app/domain/responses/submit-response.server.ts";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import { paths } from "#app/paths.ts";
import { type Db, transact } from "#db/client.server.ts";
import { ensureResponse } from "#db/queries/responses.server.ts";
import { insertSubmission, replaceCells } from "#db/queries/submissions.server.ts";
import { viewerOf } from "./people.ts";

const DAY_MS = 86_400_000;
const YES = { item: "nw_ok", entry: null, code: "true", number: null, text: null, visible: true };

/** What a project submitted in a named round: with its consent to being named, and with that withdrawn. */
export async function namingPages(db: Db, leadId: string): Promise<string[]> {
  const lead = await viewerOf(db, leadId);
  const projectId = lead.parts.find((part) => part.role === "lead")?.projectId as string;
  const { version_id: versionId } = await db
    .selectFrom("version")
    .innerJoin("questionnaire", "questionnaire.questionnaire_id", "version.questionnaire_id")
    .select("version_id")
    .where("questionnaire.name", "=", "netzwerk")
    .executeTakeFirstOrThrow();
  const submitted = async (wave: string): Promise<string> => {
    const { roundId, invitations } = await openRound(db, {
      ...{ versionId, wave, privacy: "named", fictional: true, actorId: null },
      audience: { kind: "projects", projectIds: [projectId] },
      opensAt: new Date(Date.now() - DAY_MS),
      closesAt: new Date(Date.now() + 20 * DAY_MS),
    });
    const invitationId = invitations[0]?.invitationId as string;
    const key = { roundId, responseId: randomUUID() };
    await transact(db, async (tx) => {
      await ensureResponse(tx, roundId, invitationId, key.responseId);
      const facts = { submissionId: randomUUID(), receipt: newReceipt(), checksum: "0".repeat(64), seq: 0 };
      await insertSubmission(tx, key, { ...facts, answers: { nw_ok: true }, invisible: [], actorId: leadId });
      await replaceCells(tx, key, [YES]);
    });
    return invitationId;
  };
  const [given, withdrawn] = [await submitted("Namen 1"), await submitted("Namen 2")];
  await changeNaming(db, lead, withdrawn, { withdrawn: true, now: new Date() });
  return [given, withdrawn].map((id) => paths.submitted(id));
}
