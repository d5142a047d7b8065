import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Db } from "#db/client.server.ts";
import { hasProjects } from "#db/queries/audience.server.ts";
import { type SampledQuestionnaire, sampleAnswers, sampleDrafts, withProjectIds } from "#db/seed/answers/index.ts";
import { loadNetwork, sampleUuid } from "#db/seed/load-network.server.ts";
import { sampleNetwork } from "#db/seed/network.ts";
import type { SampleNetwork } from "#db/seed/sample.ts";
import type { JsonObject } from "#surveys/json.ts";
import { publishVersion } from "../questionnaires/publish-version.server.ts";
import { makeRelease } from "../release/make-release.server.ts";
import { closeRound } from "../rounds/close-round.server.ts";
import { openRound } from "../rounds/open-round.server.ts";
import { fillRound } from "./fill-round.server.ts";

const SEED = 20260101;
const DAY_MS = 86_400_000;
const QUESTIONNAIRES = ["bedarfe", "schnittstellen", "netzwerk", "ansaetze", "fortbildung", "puls", "netzwerkziele"];

type Wave = {
  questionnaire: SampledQuestionnaire;
  /** which of the three sampled waves answers */
  wave: number;
  /** days before today on which the round was closed; negative: it is still open */
  closedDaysAgo: number;
  privacy: "named" | "confidential";
};

/** Two closed waves of bedarfe and schnittstellen, a closed netzwerk round, and an open bedarfe round. */
const WAVES: Wave[] = [
  { questionnaire: "bedarfe", wave: 0, closedDaysAgo: 380, privacy: "confidential" },
  { questionnaire: "schnittstellen", wave: 0, closedDaysAgo: 350, privacy: "confidential" },
  { questionnaire: "bedarfe", wave: 1, closedDaysAgo: 195, privacy: "confidential" },
  { questionnaire: "schnittstellen", wave: 1, closedDaysAgo: 165, privacy: "confidential" },
  { questionnaire: "netzwerk", wave: 1, closedDaysAgo: 75, privacy: "named" },
  { questionnaire: "bedarfe", wave: 2, closedDaysAgo: -19, privacy: "confidential" },
];
const OPEN_DAYS = 33;
/** of the open round, the share that has answered by now */
const ANSWERED_SHARE = 1 / 3;

/**
 * Fills an empty database with the fictional network: the same projects, people and answers each time, with dates
 * relative to today. Does nothing where there are projects already.
 */
export async function seedDemo(db: Db, today: Date, tell: (line: string) => void = () => {}): Promise<boolean> {
  if (await hasProjects(db)) return false;
  const network = sampleNetwork(SEED);
  const versions = new Map<string, string>();
  for (const name of QUESTIONNAIRES) {
    const { versionId } = await publishVersion(db, { name, definition: await readDefinitionFile(name), actorId: null });
    versions.set(name, versionId);
  }
  const firstDay = new Date(today.getTime() - 500 * DAY_MS).toISOString().slice(0, 10);
  await db.transaction().execute((tx) => loadNetwork(tx, network, firstDay));
  for (const [index, wave] of WAVES.entries()) {
    tell(`Filling the fictional network: ${wave.questionnaire}, round ${index + 1} of ${WAVES.length}`);
    await seedWave(db, network, wave, versions.get(wave.questionnaire) as string, today);
  }
  return true;
}

async function seedWave(
  db: Db,
  network: SampleNetwork,
  { questionnaire, wave, closedDaysAgo, privacy }: Wave,
  versionId: string,
  today: Date,
): Promise<void> {
  const closesAt = evening(new Date(today.getTime() - closedDaysAgo * DAY_MS));
  const opensAt = new Date(closesAt.getTime() - OPEN_DAYS * DAY_MS);
  const isOpen = closedDaysAgo < 0;
  const actorId = sampleUuid("person-001");
  const round = { versionId, wave: waveName(closesAt), privacy, opensAt, closesAt, fictional: true, actorId };
  const { roundId, invitations } = await openRound(db, round);

  const all = [...sampleAnswers(network, questionnaire, wave, SEED)];
  const submitted = isOpen ? all.slice(0, Math.round(invitations.length * ANSWERED_SHARE)) : all;
  const drafts = [...sampleDrafts(network, questionnaire, wave, SEED)];
  const prepared = (entries: typeof all) =>
    entries.map(([id, answer]) => ({
      projectId: sampleUuid(id),
      answers: withProjectIds(answer, sampleUuid) as JsonObject,
    }));
  const people = new Map(
    network.people
      .filter((one) => one.role === "lead")
      .map((one) => [sampleUuid(one.project ?? ""), sampleUuid(one.id)]),
  );
  await fillRound(db, {
    roundId,
    versionId,
    invitations,
    submitted: prepared(submitted),
    drafts: prepared(drafts),
    personOf: (projectId) => people.get(projectId) ?? null,
    from: opensAt,
    until: isOpen ? today : closesAt,
  });
  if (isOpen) return;
  await closeRound(db, { roundId, actorId, now: closesAt });
  const releasedAt = new Date(closesAt.getTime() + 9 * DAY_MS);
  await makeRelease(db, { roundId, actorId, now: releasedAt });
}

async function readDefinitionFile(name: string): Promise<JsonObject> {
  const file = path.join(import.meta.dirname, "../../../surveys/definitions", name, "1.json");
  return JSON.parse(await readFile(file, "utf8"));
}

/** 18:00 by the clock of that day; the process runs in the zone of Berlin. */
function evening(day: Date): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), 18, 0, 0);
}

/** The half year, "2026/2": short, and the same in both languages. */
function waveName(day: Date): string {
  return `${day.getFullYear()}/${day.getMonth() < 6 ? 1 : 2}`;
}
