import { randomUUID } from "node:crypto";
import { publishVersion } from "#app/domain/questionnaires/publish-version.server.ts";
import type { Participant, ReturnState } from "#app/domain/rounds/desk/returns.ts";
import type { DeskView } from "#app/domain/rounds/desk/view.ts";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import type { Db } from "#db/client.server.ts";
import type { JsonObject } from "#surveys/json.ts";
import { insertAccount, insertProject } from "../../../../support/people.ts";

export const CANARY = "Geheimwort-Kranich";

/** A questionnaire of twenty minutes with one question. */
const DEFINITION: JsonObject = {
  title: { default: "Lage", en: "Situation" },
  duration: 20,
  pages: [{ name: "eins", elements: [{ type: "comment", name: "offen", title: "Was fehlt?" }] }],
};

export function publish(db: Db, definition = DEFINITION): Promise<{ versionId: string }> {
  return publishVersion(db, { name: `lage-${randomUUID()}`, definition, actorId: null });
}

/** An invited project: how far it is, and since when. */
export type Invitee = {
  name?: string;
  state: ReturnState;
  land?: string;
  ph?: string[];
  /** when it happened */
  at?: Date;
  reason?: string;
  /** mail to its lead came back, however far it is */
  bounced?: boolean;
};

export type Period = { opensAt: Date; closesAt: Date; wave?: string };

/** Opens a round for these projects alone, each with a lead, and puts every one into its state. */
export async function openDeskRound(db: Db, versionId: string, people: readonly Invitee[], period: Period) {
  const made = [];
  for (const person of people) made.push({ person, ...(await insertInvitee(db, person)) });
  const { roundId, invitations } = await openRound(db, {
    versionId,
    wave: period.wave ?? "2026",
    privacy: "confidential",
    opensAt: period.opensAt,
    closesAt: period.closesAt,
    audience: { kind: "projects", projectIds: made.map((one) => one.projectId) },
    actorId: null,
  });
  const rows = made.map((one) => ({
    ...one,
    invitationId: invitations.find(({ projectId }) => projectId === one.projectId)?.invitationId as string,
  }));
  for (const { person, invitationId } of rows) await bringTo(db, roundId, invitationId, person, period.opensAt);
  return { roundId, rows };
}

async function insertInvitee(db: Db, { name, land, ph = [], state, bounced }: Invitee) {
  const { projectId } = await insertProject(db, name);
  const leadId = await insertAccount(db, { role: "lead", projectId });
  if (bounced || state === "bounced") {
    await db.updateTable("account").set({ bounced_at: new Date() }).where("account_id", "=", leadId).execute();
  }
  const values = [...(land ? [["land", land] as const] : []), ...ph.map((code) => ["ph", code] as const)];
  const dates = { valid_from: "2025-01-01", valid_until: null };
  const attributes = values.map(([attribute, value]) => ({ project_id: projectId, attribute, value, ...dates }));
  if (attributes.length > 0) await db.insertInto("project_attribute").values(attributes).execute();
  return { projectId, leadId };
}

async function bringTo(db: Db, roundId: string, invitationId: string, { state, at, reason }: Invitee, opened: Date) {
  const when = at ?? opened;
  const set = (values: { first_opened_at?: Date; declined_at?: Date; decline_reason?: string | null }) =>
    db.updateTable("invitation").set(values).where("invitation_id", "=", invitationId).execute();
  if (state === "declined") await set({ declined_at: when, decline_reason: reason ?? null });
  if (state === "opened" || state === "begun" || state === "submitted") await set({ first_opened_at: when });
  if (state !== "begun" && state !== "submitted") return;
  const key = { round_id: roundId, response_id: randomUUID() };
  const times = { started_at: when, changed_at: when, submitted_at: state === "submitted" ? when : null };
  await db
    .insertInto("response")
    .values({ ...key, invitation_id: invitationId, state: state === "submitted" ? "submitted" : "draft", ...times })
    .execute();
  const value = JSON.stringify(CANARY) as unknown;
  await db
    .insertInto("field")
    .values({ ...key, path: "offen", value, rev: 1, changed_by: null })
    .execute();
}

const EVERYTHING: DeskView = { state: null, land: null, sort: "name", by: null, all: false };

/** What `readDesk` is asked with, where nothing else is wanted. */
export const asked = (now: Date, view: Partial<DeskView> = {}) => ({
  now,
  view: { ...EVERYTHING, ...view },
  labelOfLand: (code: string) => code,
});

export const namesOf = (participants: readonly Participant[]) => participants.map((one) => one.name);
