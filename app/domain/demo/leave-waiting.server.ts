import { randomUUID } from "node:crypto";
import { type Db, transact } from "#db/client.server.ts";
import { insertRequest } from "#db/queries/attribute-requests.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { insertDraft } from "#db/queries/drafts.server.ts";
import { sampleUuid } from "#db/seed/load-network.server.ts";
import type { SampleNetwork } from "#db/seed/sample.ts";
import type { JsonObject } from "#surveys/json.ts";
import { checksumOf } from "../canonical.server.ts";
import { dayOf } from "../members/days.ts";
import { proposeDraft } from "../questionnaires/decide-draft.server.ts";
import type { Teams } from "./seed-round.server.ts";

type Waiting = {
  network: SampleNetwork;
  teams: Teams;
  /** who proposes; the other person of the coordination may say yes */
  proposerId: string;
  bedarfe: { versionId: string; definition: JsonObject };
  today: Date;
};

const BEFORE = "derzeit gedeckt?";
const AFTER = "heute gedeckt?";

/** Leaves two things to be decided: a project asks for other attributes, and a correction of wording waits for a second yes. */
export async function leaveWaiting(db: Db, { network, teams, proposerId, bedarfe, today }: Waiting): Promise<void> {
  await askForAttributes(db, network, teams, dayOf(today));
  const draftId = randomUUID();
  const definition = JSON.parse(JSON.stringify(bedarfe.definition).replace(BEFORE, AFTER)) as JsonObject;
  const checksum = checksumOf(definition);
  const about = { draftId, name: "bedarfe", definition, checksum, amends: bedarfe.versionId };
  await transact(db, async (tx) => {
    await insertDraft(tx, { ...about, uploadedBy: proposerId });
    const detail = { questionnaire: "bedarfe" };
    await insertAudit(tx, { actorId: proposerId, verb: "draft.upload", object: "draft", objectId: draftId, detail });
  });
  const note = "„Derzeit“ wurde in Rückfragen unterschiedlich verstanden.";
  const seen = { checksum, base: bedarfe.versionId };
  await proposeDraft(db, { draftId, note, seen, actorId: proposerId, now: today });
}

/** A project of three to five has grown. */
async function askForAttributes(db: Db, network: SampleNetwork, teams: Teams, from: string): Promise<void> {
  const project = network.projects.findLast(({ attributes }) => attributes.vzae === "2_u5");
  const projectId = sampleUuid(project?.id ?? "");
  const askedBy = teams.get(projectId)?.lead;
  if (!askedBy) return;
  const requestId = randomUUID();
  const note = "Wir haben zwei Stellen dazubekommen.";
  await transact(db, async (tx) => {
    await insertRequest(tx, { requestId, projectId, changes: { vzae: ["5_u10"] }, validFrom: from, note, askedBy });
    await insertAudit(tx, {
      ...{ actorId: askedBy, verb: "attribute-request.ask", object: "attribute_request", objectId: requestId },
      detail: { projectId, attributes: "vzae", from },
    });
  });
}
