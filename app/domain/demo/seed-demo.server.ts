import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { hasProjects } from "#db/queries/audience.server.ts";
import { sampleAnswers, sampleParticipation } from "#db/seed/answers/index.ts";
import { loadNetwork, sampleUuid } from "#db/seed/load-network.server.ts";
import { withoutHurry } from "#db/seed/long-transaction.server.ts";
import { sampleNetwork } from "#db/seed/network.ts";
import type { SampleNetwork } from "#db/seed/sample.ts";
import type { JsonObject } from "#surveys/json.ts";
import { rewriteParticipation } from "../links/inbox.server.ts";
import { publishVersion } from "../questionnaires/publish-version.server.ts";
import { changeSampleAttributes } from "./change-attributes.server.ts";
import { leaveWaiting } from "./leave-waiting.server.ts";
import { seedCoding } from "./seed-coding.server.ts";
import { seedDiscussion } from "./seed-discussion.server.ts";
import { seedExchange } from "./seed-exchange.server.ts";
import { seedGoals } from "./seed-goals.server.ts";
import { seedInquiries } from "./seed-inquiries.server.ts";
import { seedMeasures } from "./seed-measures.server.ts";
import { arrivedWhileOpen, seedRound, type Teams, teamsOf } from "./seed-round.server.ts";
import { seedTalk } from "./seed-talk.server.ts";
import { seedTraining } from "./seed-training.server.ts";
import { type Filing, type HeldMails, holdMails, type SamplePost } from "./send-mails.server.ts";
import { OPEN, type PlannedRound, sampleYear } from "./year.ts";

const SEED = 20260101;
const DAY_MS = 86_400_000;
/** people whose mails can be read as files */
const READERS = 4;
const QUESTIONNAIRES = ["bedarfe", "schnittstellen", "netzwerk", "ansaetze", "fortbildung", "puls", "netzwerkziele"];

export type SampleSettings = {
  /** says what is being done */
  tell?: (line: string) => void;
  /** files some of the year's mails; without it they are rows only, and the open link of the sample leads nowhere */
  post?: SamplePost;
};

/**
 * Fills an empty database with the fictional network and its last twelve months: the same projects, people and answers
 * each time, with dates relative to today. Does nothing where there are projects already. In one transaction: a first
 * start that is broken off leaves nothing behind, and the next one begins anew.
 */
export async function seedDemo(db: Db, today: Date, settings: SampleSettings = {}): Promise<boolean> {
  if (await hasProjects(db)) return false;
  await transact(db, (tx) => seedYear(tx, today, settings));
  await rewriteParticipation(db);
  return true;
}

async function seedYear(tx: Tx, today: Date, { tell = () => {}, post }: SampleSettings): Promise<void> {
  await withoutHurry(tx);
  const network = sampleNetwork(SEED);
  const versions = new Map<string, { versionId: string; definition: JsonObject }>();
  for (const name of QUESTIONNAIRES) {
    const definition = await readDefinitionFile(name);
    const { versionId } = await publishVersion(tx, { name, definition, actorId: null });
    versions.set(name, { versionId, definition });
  }
  const firstDay = new Date(today.getTime() - 500 * DAY_MS).toISOString().slice(0, 10);
  await loadNetwork(tx, network, firstDay);
  await changeSampleAttributes(tx, network, today);

  const rounds = sampleYear(today);
  const teams = teamsOf(network);
  const shared = { network, teams, remindedAt: new Map<string, Date>() };
  const held = post && holdMails(post);
  const filing = held && filingOf(network, teams, rounds, held);
  for (const [index, round] of rounds.entries()) {
    const name = round.kind === "training" ? "fortbildung" : round.questionnaire;
    tell(`Filling the fictional network: ${name} ${round.name}, round ${index + 1} of ${rounds.length}`);
    const versionId = versions.get(name)?.versionId as string;
    // The two people of the coordination take turns.
    const actorId = sampleUuid(index % 3 === 0 ? "person-002" : "person-001");
    const setting = { seed: SEED, versionId, today, actorId };
    if (round.kind === "training") await seedTraining(tx, round, { ...setting, secret: post?.secret ?? "" });
    else await seedRound(tx, round, { ...setting, ...shared, filing: filing?.(round.ending) });
  }
  const bedarfe = versions.get("bedarfe");
  // The first by address is the one behind the demo's coordination URL; the second may say yes.
  const [first] = network.people
    .filter(({ role }) => role === "coordination")
    .sort((a, b) => (a.email < b.email ? -1 : 1));
  if (bedarfe && first) await leaveWaiting(tx, { network, teams, proposerId: sampleUuid(first.id), bedarfe, today });
  await seedInquiries(tx, { askers: await askersOf(tx, teams), actorId: sampleUuid("person-001"), today, held });
  await seedExchange(tx, { teams: await leadsOf(tx, teams), today });
  await seedTalk(tx, today);
  await seedCoding(tx, today);
  await seedGoals(tx, { actorId: sampleUuid("person-001"), today });
  await seedMeasures(tx, today);
  await seedDiscussion(tx, today);
  await held?.file();
}

/** The demo's lead, and the leads of two other projects. */
async function askersOf(tx: Tx, teams: Teams) {
  return (await leadsOf(tx, teams)).slice(0, 3);
}

/** The leads of all projects, the demo's first. */
async function leadsOf(tx: Tx, teams: Teams) {
  const leads = [...teams].map(([projectId, { lead: accountId }]) => ({ projectId, accountId }));
  const demoLead = await findDemoAccount(tx, "lead");
  const own = leads.filter(({ accountId }) => accountId === demoLead);
  return [...own, ...leads.filter(({ accountId }) => accountId !== demoLead)];
}

/**
 * Whose mails are filed: the demo's lead, who has not answered the open round, reads a whole year of them; a few others
 * those about what is open or was closed last. Who that lead is, `findDemoAccount` finds in the same way.
 */
function filingOf(
  network: SampleNetwork,
  teams: Teams,
  rounds: readonly PlannedRound[],
  held: HeldMails,
): (ending: PlannedRound["ending"]) => Filing {
  const forAll = rounds.flatMap((round) =>
    round.kind === "projects" && round.ending === "released" && !round.audience
      ? [sampleParticipation(network, round.wave, round.questionnaire, SEED)]
      : [],
  );
  const given = (id: string) => forAll.filter((round) => round.has(id)).length;
  const answered = [...sampleAnswers(network, OPEN.questionnaire, OPEN.wave, SEED).keys()];
  const done = new Set(answered.slice(0, arrivedWhileOpen(network.projects.length)));
  const waiting = network.projects
    .filter(({ id }) => !done.has(id) && (teams.get(sampleUuid(id))?.size ?? 0) > 1)
    .sort((a, b) => given(b.id) - given(a.id) || (a.name < b.name ? -1 : 1));
  const readers = waiting.slice(0, READERS).map(({ id }) => teams.get(sampleUuid(id))?.lead ?? "");
  return (ending) => {
    const whose = ending === "released" ? readers.slice(0, 1) : readers;
    return { ...held, isFiled: ({ accountId }) => whose.includes(accountId) };
  };
}

async function readDefinitionFile(name: string): Promise<JsonObject> {
  const file = path.join(import.meta.dirname, "../../../surveys/definitions", name, "1.json");
  return JSON.parse(await readFile(file, "utf8"));
}
