import { type Db, type Tx, transact } from "#db/client.server.ts";
import type { Invited } from "#db/queries/audience.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { sampleAnswers, sampleDrafts, withProjectIds } from "#db/seed/answers/index.ts";
import { type LoadedMail, loadBounces } from "#db/seed/load-mail.server.ts";
import { sampleUuid } from "#db/seed/load-network.server.ts";
import { randomFor } from "#db/seed/random.ts";
import type { SampleNetwork } from "#db/seed/sample.ts";
import type { JsonObject } from "#surveys/json.ts";
import { makeRelease } from "../release/make-release.server.ts";
import { closeRound } from "../rounds/close-round.server.ts";
import { changeDraft, createDraft } from "../rounds/draft-round.server.ts";
import { openRound } from "../rounds/open-round.server.ts";
import { type Filling, type Outcome, planReturns, writeReturns } from "./fill-round.server.ts";
import { mailsOfRound, resultsOfRound } from "./mail-of-round.server.ts";
import { reviseReturns } from "./revise-returns.server.ts";
import { type Filing, sendMails } from "./send-mails.server.ts";
import { type PlannedRound, remindersOf } from "./year.ts";

export type Setting = { seed: number; versionId: string; today: Date; actorId: string };
type ProjectRound = Extract<PlannedRound, { kind: "projects" }>;
type NetworkSetting = Setting & {
  network: SampleNetwork;
  teams: Teams;
  /** who was reminded when, over all rounds */
  remindedAt: Map<string, Date>;
  filing: Filing | undefined;
};

/** Account ids and sizes of teams by project id. */
export type Teams = Map<string, { lead: string; size: number }>;

const DAY_MS = 86_400_000;
/** of an open round, the share that has answered by now */
const ANSWERED_SHARE = 1 / 3;
/** people from whom mail comes back since the open round */
const BOUNCED = 2;

/**
 * A round of projects with all that has become of it by today: answers, mails, its closing and its release. In one
 * transaction: the job that closes rounds after their deadline never finds it open.
 */
export async function seedRound(db: Db, round: ProjectRound, setting: NetworkSetting): Promise<void> {
  if (round.ending === "draft") return seedDraft(db, round, setting);
  const { actorId, versionId, teams, filing, today } = setting;
  const { name: wave, privacy, audience, opensAt, closesAt, reminders, ending } = round;
  await transact(db, async (tx) => {
    const opening = { versionId, wave, privacy, audience, opensAt, closesAt, reminders, fictional: true, actorId };
    const { roundId, invitations } = await openRound(tx, opening);
    const returns = await planReturns(tx, fillingOf(round, setting, roundId, invitations));
    const { outcomes } = returns;
    const bounced = ending === "open" ? bouncedOf(outcomes, teams) : new Set<string>();
    const reminded = remindersOf(round, today);
    const happened = { roundId, openedAt: opensAt, closesAt, reminders: reminded, now: today, outcomes, bounced };
    const mails = mailsOfRound(happened, setting.remindedAt);
    // Invitations and reminders are written while nobody has answered, receipts when they have.
    const [receipts, others] = [true, false].map((is) => mails.filter(({ kind }) => (kind === "receipt") === is));
    await sendMails(tx, others ?? [], filing);
    await writeReturns(tx, roundId, returns);
    await sendMails(tx, receipts ?? [], filing);
    if (ending === "open") {
      const revised = await reviseReturns(tx, { roundId, versionId, coordinationId: actorId, outcomes });
      await sendMails(tx, revised, filing);
    }
    await loadBounces(tx, roundId, mails);
    await noteReminders(tx, roundId, mails);
    if (ending === "open") return;
    await closeRound(tx, { roundId, actorId, now: closesAt });
    if (ending === "closed") return;
    const madeAt = releasedAt(round);
    const { releaseId } = await makeRelease(tx, { roundId, actorId, now: madeAt });
    await sendMails(tx, resultsOfRound(roundId, outcomes, { releaseId, madeAt }), filing);
  });
}

/** How many of those invited have submitted in the open round by now. */
export function arrivedWhileOpen(invited: number): number {
  return Math.round(invited * ANSWERED_SHARE);
}

/** Nine days after the deadline, at ten in the morning. */
export function releasedAt({ closesAt }: { closesAt: Date }): Date {
  const day = new Date(closesAt.getTime() + 9 * DAY_MS);
  return new Date(day.setHours(10, 0, 0, 0));
}

/** Who leads each project, and how many are in its team. */
export function teamsOf(network: SampleNetwork): Teams {
  const people = Map.groupBy(network.people, ({ project }) => project);
  return new Map(
    network.projects.map(({ id }) => {
      const team = people.get(id) ?? [];
      const lead = team.find(({ role }) => role === "lead");
      return [sampleUuid(id), { lead: sampleUuid(lead?.id ?? ""), size: team.length }];
    }),
  );
}

async function seedDraft(db: Db, round: ProjectRound, { versionId, today: now, actorId }: Setting): Promise<void> {
  const { opensAt, closesAt, reminders } = round;
  const roundId = await createDraft(db, { versionId, wave: round.name, fictional: true, actorId, now });
  await changeDraft(db, { roundId, actorId, now }, { step: "times", opensAt, closesAt, reminders });
}

function fillingOf(
  round: ProjectRound,
  { seed, network, teams, versionId, today }: NetworkSetting,
  roundId: string,
  invitations: readonly Invited[],
): Filling {
  const { questionnaire, wave } = round;
  const prepared = (sampled: ReturnType<typeof sampleAnswers>) =>
    [...sampled].map(([id, answer]) => ({
      projectId: sampleUuid(id),
      answers: withProjectIds(answer, sampleUuid) as JsonObject,
    }));
  const all = prepared(sampleAnswers(network, questionnaire, wave, seed));
  const arrived = round.ending === "open" ? arrivedWhileOpen(invitations.length) : all.length;
  return {
    ...{ roundId, versionId, invitations, now: today },
    submitted: all.slice(0, arrived),
    drafts: prepared(sampleDrafts(network, questionnaire, wave, seed)),
    leadOf: (projectId) => teams.get(projectId)?.lead as string,
    isSmall: (projectId) => teams.get(projectId)?.size === 1,
    span: { from: round.opensAt, until: round.closesAt, reminders: remindersOf(round, today).map(({ at }) => at) },
    random: randomFor(seed, "returns", questionnaire, wave),
  };
}

/** From projects with one person alone: nobody else of theirs can be written to. */
function bouncedOf(outcomes: readonly Outcome[], teams: Teams): Set<string> {
  const silent = outcomes.filter(({ openedAt, projectId }) => !openedAt && teams.get(projectId)?.size === 1);
  return new Set(silent.slice(0, BOUNCED).map(({ accountId }) => accountId));
}

/** The reminders as the audit log has them. */
async function noteReminders(tx: Tx, objectId: string, mails: readonly LoadedMail[]): Promise<void> {
  const sent = Map.groupBy(
    mails.filter(({ kind }) => kind === "reminder"),
    ({ key }) => key.split(":").at(-1) as string,
  );
  for (const [number, { length: queued, 0: first }] of sent) {
    const detail = { queued, tooSoon: 0, number };
    await insertAudit(tx, { actorId: null, verb: "round.remind", object: "round", objectId, detail, at: first?.at });
  }
}
