import type { Tx } from "#db/client.server.ts";
import { listReleasesOfRound } from "#db/queries/releases.server.ts";
import * as rounds from "#db/queries/rounds.server.ts";
import type { ReleaseTable } from "#db/tables/release.ts";
import { type DisclosureRule, ruleFor } from "../disclosure/rule.ts";
import { Problem } from "../problem.ts";
import { readRespondents } from "./count-answers.server.ts";
import { assertEnoughGone, assertEnoughNew, obstacleOf } from "./outlook.server.ts";

/** Of an open round the figures so far, of a closed one its figures for good, of a released one what has to be put right. */
export type ReleaseKind = ReleaseTable["kind"];

/**
 * What a release of this kind starts from, if the round may have it now. With `locked` a closed round is the caller's until
 * the end of the transaction; an open one never is, since people answer. Throws not-found (also for interim releases
 * and corrections of anonymous rounds), round-not-closed, round-closed, already-released, round-not-released, interims-used,
 * corrections-used, nothing-to-correct, too-few-erased, too-few-respondents.
 */
export async function openRelease(tx: Tx, roundId: string, kind: ReleaseKind, { locked }: { locked: boolean }) {
  const find = locked && kind !== "interim" ? rounds.lockRound : rounds.findReleasable;
  const round = assertState(await find(tx, roundId), kind);
  const rule = ruleOf(kind, round);
  const [before, respondents] = [await listReleasesOfRound(tx, roundId), await readRespondents(tx, roundId)];
  const organisations = respondents.map(({ organisation }) => organisation);
  if (obstacleOf(organisations, rule)) throw new Problem("too-few-respondents");
  if (kind === "interim") await assertEnoughNew(tx, roundId, before, rule);
  const corrects = kind === "correction" ? await assertEnoughGone(tx, roundId, before, rule) : null;
  return { round, rule, respondents, number: (before[0]?.number ?? 0) + 1, corrects };
}

/** Totals are exact in final releases alone: two exact ones would show who came between them. */
function ruleOf(kind: ReleaseKind, round: { strict: boolean }): DisclosureRule {
  const rule = ruleFor(round);
  return kind === "final" ? rule : { ...rule, totals: "protected" };
}

function assertState(round: Awaited<ReturnType<typeof rounds.findReleasable>>, kind: ReleaseKind) {
  if (!round || round.state === "draft") throw new Problem("not-found");
  if (kind !== "final" && round.privacy === "anonymous") throw new Problem("not-found");
  if (kind === "interim") {
    if (round.state !== "open") throw new Problem("round-closed");
    return round;
  }
  if (round.state === "open" || !round.closed_at) throw new Problem("round-not-closed");
  if (kind === "correction") {
    if (round.state !== "released") throw new Problem("round-not-released");
    return round;
  }
  if (round.state !== "closed") throw new Problem("already-released");
  return round;
}
