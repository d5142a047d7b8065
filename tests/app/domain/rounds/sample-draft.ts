import { randomUUID } from "node:crypto";
import { publishVersion } from "#app/domain/questionnaires/publish-version.server.ts";
import { changeDraft, createDraft } from "#app/domain/rounds/draft-round.server.ts";
import { type Db, jsonb } from "#db/client.server.ts";
import type { Audience } from "#db/tables/round.ts";
import { insertAccount } from "../../../support/people.ts";

export const NOW = new Date("2026-11-23T09:00:00Z");
const DAY_MS = 86_400_000;
export const daysLater = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

const DEFINITION = (wording = "Wie lange reicht das Geld?") => ({
  title: { default: "Probe", en: "Sample" },
  duration: 20,
  pages: [
    { name: "eins", elements: [{ type: "radiogroup", name: "plan", title: wording, choices: ["kurz", "lang"] }] },
  ],
});

/** A network of projects, `organisations` in turn, half of them in Bavaria; each with a lead who can be reached. */
export async function insertNetwork(db: Db, size: number, organisations = 5): Promise<string[]> {
  const owners = Array.from({ length: organisations }, () => randomUUID());
  await db
    .insertInto("organisation")
    .values(
      owners.map((organisation_id, i) => ({
        organisation_id,
        is_partner: false,
        name: `Träger ${i} ${organisation_id}`,
      })),
    )
    .execute();
  const projects = Array.from({ length: size }, (_, i) => ({
    project_id: randomUUID(),
    organisation_id: owners[i % organisations] as string,
    name: `Projekt ${String(i).padStart(3, "0")}`,
    active_from: "2025-01-01",
    active_until: null,
  }));
  await db.insertInto("project").values(projects).execute();
  const attributes = projects.flatMap(({ project_id }, i) => [
    { project_id, attribute: "land", value: i % 2 ? "by" : "sn" },
    { project_id, attribute: "ansatz", value: ["person", "umfeld", "beides"][i % 3] as string },
  ]);
  await db
    .insertInto("project_attribute")
    .values(attributes.map((one) => ({ ...one, valid_from: "2025-01-01", valid_until: null })))
    .execute();
  for (const { project_id: projectId } of projects) await insertAccount(db, { role: "lead", projectId });
  return projects.map((project) => project.project_id);
}

export async function publishSample(db: Db, name = `probe-${randomUUID()}`, minutes = 20): Promise<string> {
  const definition = { ...DEFINITION(), duration: minutes };
  return (await publishVersion(db, { name, definition, actorId: null })).versionId;
}

/** A version that corrects another one's wording. */
export async function amendSample(db: Db, versionId: string): Promise<string> {
  const before = await db
    .selectFrom("version")
    .selectAll()
    .where("version_id", "=", versionId)
    .executeTakeFirstOrThrow();
  const version = {
    version_id: randomUUID(),
    questionnaire_id: before.questionnaire_id,
    number: before.number + 1,
    definition: jsonb<Record<string, unknown>>(DEFINITION(`Wie lange reicht die Förderung? (${before.number + 1})`)),
    checksum: randomUUID(),
    published_by: null,
    amends: versionId,
  };
  await db.insertInto("version").values(version).execute();
  return version.version_id;
}

export type DraftOptions = {
  versionId: string;
  actorId: string;
  audience?: Audience;
  privacy?: "named" | "confidential" | "anonymous";
  strict?: boolean;
  opensAt?: Date;
  closesAt?: Date;
  now?: Date;
};

/** A draft as the wizard makes it, step by step. */
export async function makeDraft(db: Db, options: DraftOptions): Promise<string> {
  const { versionId, actorId, now = NOW } = options;
  const roundId = await createDraft(db, { versionId, wave: "2026/2", fictional: false, actorId, now });
  const acting = { roundId, actorId, now };
  if (options.audience) await changeDraft(db, acting, { step: "audience", audience: options.audience });
  const closesAt = options.closesAt ?? new Date(now.getTime() + 20 * DAY_MS);
  await changeDraft(db, acting, { step: "times", opensAt: options.opensAt ?? now, closesAt, reminders: [7] });
  const { privacy = "confidential", strict = false } = options;
  await changeDraft(db, acting, { step: "privacy", privacy, strict });
  return roundId;
}

export const stateOf = async (db: Db, roundId: string) =>
  db.selectFrom("round").selectAll().where("round_id", "=", roundId).executeTakeFirst();

export const verbsOf = async (db: Db, roundId: string) => {
  const rows = await db
    .selectFrom("audit")
    .select(["verb", "actor_id", "detail"])
    .where("object_id", "=", roundId)
    .orderBy("audit_id")
    .execute();
  return rows.map((row) => row.verb);
};
