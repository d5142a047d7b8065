import { type AttackedWave, attack, type Finding } from "./attacker/attack.ts";
import { valueIn } from "./attacker/columns.ts";
import type { KnownWave } from "./attacker/published.ts";
import { STABILITY } from "./network.ts";
import type { PublishedWave } from "./publish.ts";

/** What one attacker found, held against the answers. Counts of answers (of items with several: of options). */
export type Score = {
  answers: number;
  /** those of which the attacker worked out how probable they are */
  weighed: number;
  /** certain and right, and not already by the totals */
  exposed: number;
  /** certain and wrong, or contradictory: then the attacker is wrong, and proves nothing */
  mistaken: number;
  /** certain and right by the exact totals and the own answers alone */
  byTotals: number;
  /** certain and right where by the totals all valid answers agree: what became certain is that one was given */
  answered: number;
  /** believed more strongly than `level`, and no more strongly than `from` by the totals and own answers; right, and all */
  known: { level: number; from: number; right: number; stated: number }[];
};

const LEVELS = [
  { level: 0.9, from: 0.9 },
  { level: 0.99, from: 0.99 },
  { level: 0.9, from: 0.5 },
];
export const noScore = (): Score => ({
  answers: 0,
  weighed: 0,
  exposed: 0,
  mistaken: 0,
  byTotals: 0,
  answered: 0,
  known: LEVELS.map((one) => ({ ...one, right: 0, stated: 0 })),
});

export function addScores(into: Score, from: Score): void {
  for (const key of ["answers", "weighed", "exposed", "mistaken", "byTotals", "answered"] as const)
    into[key] += from[key];
  for (const [i, { right, stated }] of from.known.entries()) {
    const known = into.known[i] as Score["known"][number];
    known.right += right;
    known.stated += stated;
  }
}

/** Attacks everything published of a network, knowing the answers of one organisation, or of none. */
export function scoreAttack(
  attacked: readonly AttackedWave[],
  waves: readonly PublishedWave[],
  organisation: string | undefined,
  believes: boolean,
): Score {
  const score = noScore();
  const knowledge = waves.map(({ respondents, sheets }): KnownWave => {
    const own = sheets.filter(({ project }) => project.organisation === organisation);
    return { respondents, own: new Map(own.map(({ id, answers }) => [id, answers])) };
  });
  for (const finding of attack(attacked, knowledge, { stability: STABILITY, believes })) {
    judge(finding, waves[finding.wave] as PublishedWave, score);
  }
  return score;
}

function judge(finding: Finding, { sheets }: PublishedWave, score: Score): void {
  const { option, values, unknown, beliefs, certain, certainByTotals, agreedByTotals } = finding;
  const truths = truthsOf(finding, sheets);
  if (finding.impossible) score.mistaken += 1;
  const width = values.length;
  for (const [row, position] of unknown.entries()) {
    const truth = truths[position] as number;
    score.answers += 1;
    const sure = certain[position] as number;
    const byTotals = (certainByTotals[position] as number) >= 0;
    if (sure >= 0 && sure !== truth) score.mistaken += 1;
    else if (byTotals) score.byTotals += Number(option === undefined || truth === 0);
    else if (sure >= 0 && sure === agreedByTotals[position]) score.answered += 1;
    else if (sure >= 0) score.exposed += 1;
    if (!beliefs) continue;
    score.weighed += 1;
    const { belief, baseline } = beliefs;
    for (const known of score.known) {
      for (let v = 0; v < width; v += 1) {
        if ((belief[row * width + v] as number) <= known.level || (baseline[v] as number) > known.from) continue;
        known.stated += 1;
        if (v === truth) known.right += 1;
      }
    }
  }
}

/** By the values of a column, of which each column of a wave has its own: every attacker is held against the same answers. */
const known = new WeakMap<readonly string[], Int8Array>();

/** The value that each respondent of a wave has in a column. */
function truthsOf({ item, option, values }: Finding, sheets: PublishedWave["sheets"]): Int8Array {
  const truths =
    known.get(values) ??
    Int8Array.from(sheets.map(({ answers }) => values.indexOf(valueIn(answers[item] ?? [], option))));
  known.set(values, truths);
  return truths;
}
