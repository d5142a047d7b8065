import type { Db } from "#db/client.server.ts";
import { listRespondents } from "#db/queries/statistics.server.ts";
import { compositionOf, ruleFor, satisfies } from "../disclosure/rule.ts";
import { countResults } from "../mail/round-mails.server.ts";

/** Why rule 2 allows no release: too few answers, too few organisations, or one or two that have most of them. */
export type Obstacle =
  | { kind: "responses" | "organisations"; n: number; minimum: number }
  | { kind: "dominated"; n: number };

/** What making the release of a closed round would do, or why it cannot be made. */
export type ReleaseOutlook = { submitted: number; mails: number; obstacle: Obstacle | null };

/** Asked beforehand of a closed round, by the rule that `makeRelease` holds. */
export async function readReleaseOutlook(
  db: Db,
  round: { round_id: string; strict: boolean },
): Promise<ReleaseOutlook> {
  const [respondents, mails] = await Promise.all([
    listRespondents(db, round.round_id),
    countResults(db, round.round_id),
  ]);
  const obstacle = obstacleOf(
    respondents.map((one) => one.organisation_id),
    round,
  );
  return { submitted: respondents.length, mails, obstacle };
}

function obstacleOf(organisations: readonly string[], round: { strict: boolean }): Obstacle | null {
  const rule = ruleFor(round);
  const who = compositionOf(organisations);
  if (satisfies(rule, who)) return null;
  if (who.n < rule.minimum) return { kind: "responses", n: who.n, minimum: rule.minimum };
  if (who.organisations < rule.organisations) {
    return { kind: "organisations", n: who.organisations, minimum: rule.organisations };
  }
  return { kind: "dominated", n: who.n };
}
