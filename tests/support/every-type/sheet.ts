import { publishVersion } from "#app/domain/questionnaires/publish-version.server.ts";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import type { Db } from "#db/client.server.ts";
import { insertAccount, insertProject } from "../people.ts";
import { everyType } from "./index.ts";

const DAY_MS = 86_400_000;

/** An open round of the questionnaire with every type, and the lead of a project that is asked. */
export async function openEveryType(db: Db): Promise<{ leadId: string; invitationId: string }> {
  const { projectId } = await insertProject(db);
  const leadId = await insertAccount(db, { role: "lead", projectId });
  const { versionId } = await publishVersion(db, { name: "jede_art", definition: everyType, actorId: null });
  const times = { opensAt: new Date(Date.now() - DAY_MS), closesAt: new Date(Date.now() + 20 * DAY_MS) };
  const round = { versionId, wave: "2026", privacy: "confidential" as const, actorId: null, fictional: true, ...times };
  const { invitations } = await openRound(db, round);
  const invitationId = invitations.find((one) => one.projectId === projectId)?.invitationId as string;
  return { leadId, invitationId };
}
