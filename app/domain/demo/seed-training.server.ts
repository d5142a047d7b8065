import { randomUUID } from "node:crypto";
import type { Tx } from "#db/client.server.ts";
import { insertInInbox } from "#db/queries/inbox.server.ts";
import { countUse } from "#db/queries/open-links.server.ts";
import { sampleTraining } from "#db/seed/answers/index.ts";
import { dropTemporaryTables } from "#db/seed/long-transaction.server.ts";
import { checkValues } from "#surveys/answers.ts";
import { cellsOf } from "#surveys/cells.ts";
import type { JsonObject } from "#surveys/json.ts";
import { checksumOf } from "../canonical.server.ts";
import { makeOpenLink } from "../links/open-links.server.ts";
import { makeRelease } from "../release/make-release.server.ts";
import { getInstrument } from "../responses/instrument.server.ts";
import { closeRound } from "../rounds/close-round.server.ts";
import { openRound } from "../rounds/open-round.server.ts";
import { releasedAt, type Setting } from "./seed-round.server.ts";
import type { PlannedRound } from "./year.ts";

type TrainingRound = Extract<PlannedRound, { kind: "training" }>;

const TRAINING = "a";
const PLACES = 60;
/** of an open round, the share that has answered by now */
const ANSWERED_SHARE = 0.6;

/**
 * An anonymous round of a training's participants by one open link. What they answered waits in the inbox, as if they
 * had sent it; nobody is written to, because nobody's address is known. After the commit call `rewriteParticipation`.
 */
export async function seedTraining(
  tx: Tx,
  { phase, name: wave, opensAt, closesAt, ending }: TrainingRound,
  { seed, versionId, actorId, secret }: Setting & { secret: string },
): Promise<void> {
  const { roundId } = await openRound(tx, {
    ...{ versionId, wave, opensAt, closesAt, actorId, reminders: [], fictional: true },
    ...{ privacy: "anonymous", audience: { kind: "link" } },
  });
  const { linkId } = await makeOpenLink(tx, { secret, roundId, actorId, label: "Teilnehmende", limit: PLACES });
  const { definition } = await getInstrument(tx, { round_id: roundId, version_id: versionId, roster: [] });
  const all = sampleTraining(seed, TRAINING, phase) as JsonObject[];
  const arrived = ending === "open" ? all.slice(0, Math.round(all.length * ANSWERED_SHARE)) : all;
  for (const answers of arrived) {
    const [fault] = checkValues(definition, answers);
    if (fault) throw new Error(`The sample's answer to fortbildung is refused: ${fault.code} at ${fault.path}`);
    await countUse(tx, linkId);
    await insertInInbox(tx, {
      ...{ roundId, submissionId: randomUUID(), bodyHash: checksumOf(answers), answers, invisible: [] },
      cells: cellsOf(definition, answers).map((cell, position) => ({ ...cell, position, visible: true })),
    });
  }
  if (ending === "open") return;
  await closeRound(tx, { roundId, actorId, now: closesAt });
  await dropTemporaryTables(tx);
  await makeRelease(tx, { roundId, actorId, now: releasedAt({ closesAt }) });
}
