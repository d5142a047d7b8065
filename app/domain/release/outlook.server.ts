import type { Db, Tx } from "#db/client.server.ts";
import { listGone, listNewOrChanged } from "#db/queries/release-respondents.server.ts";
import { listReleasesOfRound } from "#db/queries/releases.server.ts";
import { listRespondents } from "#db/queries/statistics.server.ts";
import { compositionOf, type DisclosureRule, ruleFor, satisfies } from "../disclosure/rule.ts";
import { countResults } from "../mail/round-mails.server.ts";
import { Problem } from "../problem.ts";
import { countUncodedItems } from "./coded-texts.server.ts";
import { METHOD } from "./method.ts";

/** Interim releases that a round may have: each further one would show less at once about fewer who are new. */
const MOST_INTERIMS = 2;
/** Corrections likewise: each further one shows the same totals once more, less others. */
const MOST_CORRECTIONS = 2;

/** Why rule 2 allows no release: too few answers, too few organisations, or one or two that have most of them. */
export type Obstacle =
  | { kind: "responses" | "organisations"; n: number; minimum: number }
  | { kind: "dominated"; n: number };

/** What making the release of a closed round would do, or why it cannot be made. */
export type ReleaseOutlook = {
  submitted: number;
  mails: number;
  obstacle: Obstacle | null;
  /** items with free texts of which it would only say how many there are, because their coding is not ready */
  uncoded: number;
};

/** Asked beforehand of a closed round, by the rule that `makeRelease` holds. */
export async function readReleaseOutlook(
  db: Db,
  round: { round_id: string; strict: boolean },
): Promise<ReleaseOutlook> {
  const [respondents, mails, uncoded] = await Promise.all([
    listRespondents(db, round.round_id),
    countResults(db, round.round_id),
    countUncodedItems(db, round.round_id, ruleFor(round)),
  ]);
  const obstacle = obstacleOf(
    respondents.map((one) => one.organisation_id),
    ruleFor(round),
  );
  return { submitted: respondents.length, mails, obstacle, uncoded };
}

type MadeRelease = Awaited<ReturnType<typeof listReleasesOfRound>>[number];

/** `made` interim releases of an open round, the newest first, and what the next one would be about. */
export type InterimOutlook = {
  made: MadeRelease[];
  most: number;
  /** how many are new or answered otherwise since the last one */
  fresh: number;
  /** of those who are new: why there can be none yet */
  obstacle: Obstacle | null;
};

/** Asked beforehand of an open round that is not anonymous, by the rule that `makeRelease` holds. */
export async function readInterimOutlook(
  db: Db,
  round: { round_id: string; strict: boolean },
): Promise<InterimOutlook> {
  const made = interimsOf(await listReleasesOfRound(db, round.round_id));
  const fresh = await listNewOrChanged(db, round.round_id, made[0]?.release_id ?? null);
  return { made, most: MOST_INTERIMS, fresh: fresh.length, obstacle: obstacleOf(fresh, ruleFor(round)) };
}

/**
 * Interim releases come in batches: whoever is new or answered otherwise since the last one would satisfy the rule alone.
 * Throws interims-used and too-few-respondents.
 */
export async function assertEnoughNew(
  tx: Tx,
  roundId: string,
  releases: readonly MadeRelease[],
  rule: DisclosureRule,
): Promise<void> {
  const made = interimsOf(releases);
  if (made.length >= MOST_INTERIMS) throw new Problem("interims-used");
  const fresh = await listNewOrChanged(tx, roundId, made[0]?.release_id ?? null);
  if (obstacleOf(fresh, rule)) throw new Problem("too-few-respondents");
}

const interimsOf = (releases: readonly MadeRelease[]) => releases.filter(({ kind }) => kind === "interim");

/** What a correction of a released round would be about. */
export type CorrectionOutlook = {
  /** how many were erased since the release that it would correct */
  gone: number;
  /** figures are made in another way by now */
  isNewMethod: boolean;
  problem: CorrectionProblem | null;
};
type CorrectionProblem = "corrections-used" | "nothing-to-correct" | "too-few-erased";

/** Asked beforehand of a released round that is not anonymous; null where it has no release. */
export async function readCorrectionOutlook(
  db: Db | Tx,
  round: { round_id: string; strict: boolean },
): Promise<CorrectionOutlook | null> {
  const releases = await listReleasesOfRound(db, round.round_id);
  return (await weighCorrection(db, round.round_id, releases, ruleFor(round)))?.outlook ?? null;
}

/**
 * A correction takes out whoever was erased since the release that it corrects, and these would satisfy the rule alone: their
 * answers are what both differ by. Where nobody was, only another method is a reason. Gives back what it corrects. Throws
 * corrections-used, nothing-to-correct and too-few-erased.
 */
export async function assertEnoughGone(
  tx: Tx,
  roundId: string,
  releases: readonly MadeRelease[],
  rule: DisclosureRule,
): Promise<string> {
  const weighed = await weighCorrection(tx, roundId, releases, rule);
  if (!weighed) throw new Problem("round-not-released");
  if (weighed.outlook.problem) throw new Problem(weighed.outlook.problem);
  return weighed.corrects;
}

/** Of releases, the newest first. */
async function weighCorrection(
  db: Db | Tx,
  roundId: string,
  releases: readonly MadeRelease[],
  rule: DisclosureRule,
): Promise<{ corrects: string; outlook: CorrectionOutlook } | undefined> {
  const corrected = releases.find(({ kind }) => kind !== "interim");
  if (!corrected) return undefined;
  const gone = await listGone(db, roundId, corrected.release_id);
  const isNewMethod = corrected.method < METHOD;
  const outlook = { gone: gone.length, isNewMethod, problem: problem() };
  return { corrects: corrected.release_id, outlook };

  function problem(): CorrectionProblem | null {
    if (gone.length > 0 ? obstacleOf(gone, rule) !== null : !isNewMethod)
      return gone.length > 0 ? "too-few-erased" : "nothing-to-correct";
    const made = releases.filter(({ kind }) => kind === "correction");
    return made.length >= MOST_CORRECTIONS ? "corrections-used" : null;
  }
}

/** Of respondents, each given by its organisation. */
export function obstacleOf(organisations: readonly string[], rule: DisclosureRule): Obstacle | null {
  const who = compositionOf(organisations);
  if (satisfies(rule, who)) return null;
  if (who.n < rule.minimum) return { kind: "responses", n: who.n, minimum: rule.minimum };
  if (who.organisations < rule.organisations) {
    return { kind: "organisations", n: who.organisations, minimum: rule.organisations };
  }
  return { kind: "dominated", n: who.n };
}
