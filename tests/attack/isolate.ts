import type { Highs } from "highs";
import { isolatedSets } from "./attacker/isolation.ts";
import { isolatedByProgram } from "./attacker/isolation-program.ts";
import { keyOf, membersOf } from "./attacker/published.ts";
import { breaksRule } from "./attacker/sets.ts";
import type { PublishedWave } from "./publish.ts";
import { QUESTIONS } from "./questions.ts";

/** Groups that are added and subtracted at a time: of a release, and of those with valid answers to one item. */
const TERMS = 3;
const TERMS_PER_ITEM = 2;

export type Isolation = {
  /** sets that break the rule, from the groups of the final release or of one of its items */
  sets: number;
  /** newcomers between the last interim and the final release that break the rule: behind the noise of the interim */
  late: number;
  /** by the integer program: waves tried, sets found, programs that ran out of time */
  program: { tried: number; found: number; unsolved: number };
};

export function isolate({ releases, respondents, sheets }: PublishedWave, highs: Highs | undefined): Isolation {
  const final = releases.at(-1);
  if (!final) throw new Error("a wave has a final release");
  const { rule } = final;
  const members = membersOf(final, respondents);
  const groups = [...members.values()];
  const late = respondents.flatMap(({ after }, position) =>
    after > 0 && after === releases.length - 1 ? [position] : [],
  );
  let sets = isolatedSets(groups, respondents, rule, TERMS).length;
  for (const { item, withheld } of final.items) {
    const missing = QUESTIONS.find(({ key }) => key === item)?.missing?.code;
    const answered = (position: number) => sheets[position]?.answers[item]?.some((code) => code !== missing) ?? false;
    const bases = final.groups
      .filter(({ breakdown }) => !withheld.includes(breakdown))
      .map(({ breakdown, code }) => (members.get(keyOf(breakdown, code)) ?? []).filter(answered));
    sets += isolatedSets(bases, respondents, rule, TERMS_PER_ITEM).length;
  }
  const program = highs ? isolatedByProgram(highs, groups, respondents, rule) : undefined;
  return {
    sets,
    late: Number(breaksRule(rule, respondents, late)),
    program: {
      tried: Number(program !== undefined),
      found: Number(program?.positions !== undefined),
      unsolved: program?.unsolved ?? 0,
    },
  };
}
