import { randomUUID } from "node:crypto";
import { publishVersion } from "#app/domain/questionnaires/publish-version.server.ts";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import { paths } from "#app/paths.ts";
import { type Db, transact } from "#db/client.server.ts";
import { insertFields } from "#db/queries/fields.server.ts";
import { ensureResponse } from "#db/queries/responses.server.ts";
import { readDefinition } from "#surveys/definition.ts";
import { toFields } from "#surveys/fields/index.ts";
import type { SamplePage } from "../pages.ts";
import { everyType, pageNames } from "./index.ts";

const DAY_MS = 86_400_000;

/** Every page of the questionnaire with every type, for the lead of a project, with answers that draw what can be drawn. */
export async function everyTypePages(db: Db, leadId: string): Promise<SamplePage[]> {
  const { project_id: projectId } = await db
    .selectFrom("membership")
    .select("project_id")
    .where("account_id", "=", leadId)
    .executeTakeFirstOrThrow();
  const { versionId } = await publishVersion(db, { name: "jede_art", definition: everyType, actorId: null });
  const times = { opensAt: new Date(Date.now() - DAY_MS), closesAt: new Date(Date.now() + 20 * DAY_MS) };
  const round = {
    versionId,
    wave: "Probe",
    privacy: "confidential" as const,
    actorId: null,
    fictional: true,
    ...times,
  };
  const { roundId, invitations } = await openRound(db, round);
  const id = invitations.find((one) => one.projectId === projectId)?.invitationId as string;
  await transact(db, async (tx) => {
    const key = { roundId, responseId: randomUUID() };
    await ensureResponse(tx, roundId, id, key.responseId);
    const { definition } = readDefinition(everyType);
    const fields = definition ? toFields(definition, ANSWERS) : [];
    const edits = [...fields].map(([path, value]) => ({ path, value, actorId: leadId }));
    await insertFields(tx, key, edits, new Date());
  });
  return [...pageNames.map((name) => paths.fill(id, name)), paths.review(id)].map((path) => ({
    ...{ group: "every-type", role: "lead", path },
    ...(path === paths.review(id) ? {} : { drawn: ".sd-page" }),
  }));
}

/** Answers whose being there draws more: comments, chosen lines, marks on a picture. */
const ANSWERS = {
  traegerform: "other",
  umfang: "ja",
  raum: "runde",
  region: ["west"],
  schutzkonzept: true,
  zufriedenheit: 4,
  sterne: 3,
  reihenfolge: ["geld", "zeit", "personal"],
  auswahlfolge: ["recht"],
};
