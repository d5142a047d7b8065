import { randomUUID } from "node:crypto";
import type { Tx } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { insertResponseEvent, reopen } from "#db/queries/response-events.server.ts";
import { listRoster } from "#db/queries/responses.server.ts";
import { insertSubmission, replaceCells } from "#db/queries/submissions.server.ts";
import type { LoadedMail } from "#db/seed/load-mail.server.ts";
import { changeAnswer, findSubmitted } from "#db/seed/load-versions.server.ts";
import type { Definition } from "#surveys/definition.ts";
import type { JsonObject } from "#surveys/json.ts";
import { checksumOf } from "../canonical.server.ts";
import { getInstrument } from "../responses/instrument.server.ts";
import { longForm, newReceipt } from "../responses/submit-response.server.ts";
import type { Outcome } from "./fill-round.server.ts";

type Revising = { roundId: string; versionId: string; coordinationId: string; outcomes: readonly Outcome[] };

const HOUR_MS = 3_600_000;
const REASON =
  "Zwei Ihrer Angaben widersprechen sich: die Fälle im Jahr und die Personen je Fall. Bitte sehen Sie nach.";
/** places in the order of arrival of those to whom it happened */
const CORRECTED = [1, 3];
const OPENED_AGAIN = 6;
const TAKEN_BACK = 9;

/**
 * What happened after submitting, in a round that is still open: two projects corrected an answer and submitted a second
 * version, one is correcting, and the coordination has opened another one again. Gives back the mails that went with it.
 */
export async function reviseReturns(tx: Tx, revising: Revising): Promise<LoadedMail[]> {
  const { roundId, versionId, coordinationId, outcomes } = revising;
  const early = outcomes
    .flatMap(({ submission, ...one }) => (submission ? [{ ...one, at: submission.at }] : []))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const roster = await listRoster(tx, roundId);
  const { definition } = await getInstrument(tx, { round_id: roundId, version_id: versionId, roster });
  const mails: LoadedMail[] = [];
  for (const place of CORRECTED) {
    const one = early[place];
    if (one) mails.push(...(await correct(tx, definition, { roundId, ...one })));
  }
  const [again, own] = [early[OPENED_AGAIN], early[TAKEN_BACK]];
  if (again) {
    const { eventId, at } = await open(
      tx,
      { roundId, ...again },
      { kind: "reopened", actorId: coordinationId, reason: REASON },
    );
    mails.push(mailOf({ roundId, ...again, at }, "reopened", `reopened:${eventId}:${again.accountId}`));
  }
  if (own) await open(tx, { roundId, ...own }, { kind: "taken-back", actorId: own.accountId, reason: "" });
  return mails;
}

type Response = { roundId: string; invitationId: string; accountId: string; at: Date };
type Step = { kind: "taken-back" | "reopened"; actorId: string; reason: string };

/** Opened again an hour after it was submitted. */
async function open(tx: Tx, { roundId, invitationId, at }: Response, { kind, actorId, reason }: Step) {
  const found = await findSubmitted(tx, roundId, invitationId);
  if (!found) throw new Error("The sample has no such submission.");
  const key = { roundId, responseId: found.response_id };
  const [eventId, then] = [randomUUID(), new Date(at.getTime() + HOUR_MS)];
  await insertResponseEvent(tx, key, { eventId, kind, reason, actorId, at: then });
  await reopen(tx, key);
  const byCoordination = kind === "reopened";
  await insertAudit(tx, {
    actorId,
    at: then,
    ...(byCoordination
      ? { verb: "response.reopen", object: "round", objectId: roundId, detail: { invitationId, eventId } }
      : { verb: "response.take-back", object: "invitation", objectId: invitationId }),
  });
  return { eventId, at: then, key, ...found };
}

/** Taken back, one answer changed, and submitted again after another hour. */
async function correct(tx: Tx, definition: Definition, response: Response): Promise<LoadedMail[]> {
  const { accountId } = response;
  const {
    key,
    answers: before,
    seq,
    at: opened,
  } = await open(tx, response, { kind: "taken-back", actorId: accountId, reason: "" });
  const at = new Date(opened.getTime() + HOUR_MS);
  const change = changeOf(definition, before as JsonObject);
  const answers = { ...(before as JsonObject), ...(change ? { [change.path]: change.value } : {}) };
  if (change) await changeAnswer(tx, key, { ...change, at });
  const [submissionId, receipt] = [randomUUID(), newReceipt()];
  const facts = {
    submissionId,
    seq: change ? seq + 1 : seq,
    receipt,
    answers,
    invisible: [],
    checksum: checksumOf(answers),
  };
  await insertSubmission(tx, key, { ...facts, actorId: accountId, at });
  await replaceCells(tx, key, longForm(definition, answers, []));
  return [
    { ...mailOf({ ...response, at }, "receipt", `receipt:${submissionId}`), subjectIds: subjectOf(response, receipt) },
  ];
}

/** Another choice for the first question that nothing depends on. */
function changeOf(definition: Definition, answers: JsonObject): { path: string; value: unknown } | undefined {
  const source = JSON.stringify(definition.source);
  for (const { name, alias, type, choices } of definition.level.questions) {
    if (!["radiogroup", "dropdown"].includes(type) || answers[name] === undefined) continue;
    if (source.includes(`{${alias}`)) continue;
    const other = choices.find((one) => !one.missing && !one.commented && (one.raw ?? one.code) !== answers[name]);
    if (other) return { path: name, value: other.raw ?? other.code };
  }
  return undefined;
}

function subjectOf({ roundId, invitationId }: Response, receipt: string): Record<string, string> {
  return { roundId, invitationId, receipt };
}

function mailOf({ roundId, invitationId, accountId, at }: Response, kind: LoadedMail["kind"], key: string): LoadedMail {
  return { mailId: randomUUID(), key, kind, accountId, roundId, invitationId, subjectIds: {}, state: "sent", at };
}
