import { randomUUID } from "node:crypto";
import type { Tx } from "#db/client.server.ts";
import type { Invited } from "#db/queries/audience.server.ts";
import { listRoster } from "#db/queries/responses.server.ts";
import { arrivalTimes, beginningOf, type Span } from "#db/seed/arrivals.ts";
import {
  type LoadedInvitation,
  type LoadedResponse,
  loadInvitationStates,
  loadResponses,
} from "#db/seed/load-responses.server.ts";
import { chance, pick, type Random, shuffle } from "#db/seed/random.ts";
import { checkValues } from "#surveys/answers.ts";
import { cellsOf } from "#surveys/cells.ts";
import type { Definition } from "#surveys/definition.ts";
import { toFields } from "#surveys/fields/index.ts";
import type { JsonObject } from "#surveys/json.ts";
import { checksumOf } from "../canonical.server.ts";
import { getInstrument } from "../responses/instrument.server.ts";
import { newReceipt } from "../responses/submit-response.server.ts";

type Sheet = { projectId: string; answers: JsonObject };

export type Filling = {
  roundId: string;
  versionId: string;
  invitations: readonly Invited[];
  /** in the order of arrival */
  submitted: readonly Sheet[];
  /** begun and not submitted */
  drafts: readonly Sheet[];
  /** who answers for a project */
  leadOf: (projectId: string) => string;
  /** a project with nobody but its lead: among these are the few that decline */
  isSmall: (projectId: string) => boolean;
  span: Span;
  now: Date;
  random: Random;
};

/** What became of an invitation; mails follow from it. */
export type Outcome = {
  invitationId: string;
  projectId: string;
  accountId: string;
  submission: { submissionId: string; receipt: string; at: Date } | undefined;
  declinedAt: Date | undefined;
  openedAt: Date | undefined;
};

const MINUTES = 15;
const DECLINED = 3;
/** of those who neither began nor declined, the share that looked at the questionnaire */
const OPENED_SHARE = 0.35;
const REASONS = [
  "Uns fehlt zurzeit die Zeit. Beim nächsten Mal sind wir wieder dabei.",
  "Unser Team ist gerade nicht vollständig besetzt.",
  "Das Projekt endet bald.",
  null,
] as const;

/** Everything that comes back in a round, not yet written. */
export type Returns = { responses: LoadedResponse[]; states: LoadedInvitation[]; outcomes: Outcome[] };

/**
 * Lays sample answers over the time of a round as if they had been given then, with those who only looked and those who
 * declined. The kinds check every value; that nothing required is missing and nothing hidden is answered is held by the
 * tests of the sample, which has no time to ask survey-core for each of a thousand answers.
 */
export async function planReturns(tx: Tx, filling: Filling): Promise<Returns> {
  const { roundId, versionId, random, span, now, leadOf } = filling;
  const roster = await listRoster(tx, roundId);
  const { definition } = await getInstrument(tx, { round_id: roundId, version_id: versionId, roster });
  const invitationOf = new Map(filling.invitations.map((one) => [one.projectId, one.invitationId]));
  const invited = (sheets: readonly Sheet[]) => sheets.filter(({ projectId }) => invitationOf.has(projectId));
  const timed = (sheets: readonly Sheet[]): [Sheet, Date][] => {
    const times = arrivalTimes(random, sheets.length, span, now);
    return sheets.map((sheet, i) => [sheet, times[i] as Date]);
  };

  const submitted = invited(filling.submitted);
  const loaded = [...timed(submitted), ...timed(invited(filling.drafts))].map(([sheet, at], index): LoadedResponse => {
    checkSheet(definition, sheet);
    const { projectId, answers } = sheet;
    return {
      invitationId: invitationOf.get(projectId) as string,
      responseId: randomUUID(),
      startedAt: beginningOf(random, at, span.from, MINUTES),
      changedAt: at,
      actorId: leadOf(projectId),
      answers,
      fields: Object.fromEntries(toFields(definition, answers)),
      submission: index < submitted.length ? submissionOf(definition, answers) : undefined,
    };
  });
  const answered = new Map(loaded.map((one) => [one.invitationId, one]));
  const silent = filling.invitations.filter(({ invitationId }) => !answered.has(invitationId));
  const states = [
    ...loaded.map(({ invitationId, startedAt }) => opened(invitationId, startedAt)),
    ...planSilence(filling, shuffle(random, silent)),
  ];
  const stateOf = new Map(states.map((one) => [one.invitationId, one]));
  const outcomes = filling.invitations.map(({ invitationId, projectId }): Outcome => {
    const response = answered.get(invitationId);
    const state = stateOf.get(invitationId);
    return {
      ...{ invitationId, projectId, accountId: leadOf(projectId) },
      openedAt: state?.openedAt ?? undefined,
      declinedAt: state?.declinedAt ?? undefined,
      submission: response?.submission && { ...response.submission, at: response.changedAt },
    };
  });
  return { responses: loaded, states, outcomes };
}

/** A few small projects decline, some others have a look and leave it at that. */
function planSilence({ random, span, now, isSmall }: Filling, silent: readonly Invited[]): LoadedInvitation[] {
  const declining = silent.filter(({ projectId }) => isSmall(projectId)).slice(0, DECLINED);
  const looking = silent.filter((one) => !declining.includes(one) && chance(random, OPENED_SHARE));
  const declined = arrivalTimes(random, declining.length, span, now).map((at, i) => ({
    ...opened(declining[i]?.invitationId as string, at),
    ...{ declinedAt: at, reason: pick(random, REASONS) },
  }));
  const looked = arrivalTimes(random, looking.length, span, now);
  return [...declined, ...looked.map((at, i) => opened(looking[i]?.invitationId as string, at))];
}

function opened(invitationId: string, openedAt: Date): LoadedInvitation {
  return { invitationId, openedAt, declinedAt: null, reason: null };
}

/** Writes what came back into a round that is open. */
export async function writeReturns(tx: Tx, roundId: string, { responses, states }: Returns): Promise<void> {
  await loadResponses(tx, roundId, responses);
  await loadInvitationStates(tx, roundId, states);
}

function checkSheet(definition: Definition, { projectId, answers }: Sheet): void {
  const [fault] = checkValues(definition, answers);
  if (fault) throw new Error(`The sample's answer of ${projectId} is refused: ${fault.code} at ${fault.path}`);
}

function submissionOf(definition: Definition, answers: JsonObject) {
  return {
    submissionId: randomUUID(),
    receipt: newReceipt(),
    checksum: checksumOf(answers),
    // Nothing hidden is answered, so every cell counts.
    cells: cellsOf(definition, answers),
  };
}
