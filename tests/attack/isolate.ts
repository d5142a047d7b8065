import type { Highs } from "highs";
import { isolatedSets } from "./attacker/isolation.ts";
import { isolatedByProgram } from "./attacker/isolation-program.ts";
import { type Panel, withoutPanel } from "./attacker/panels.ts";
import { keyOf, membersOf } from "./attacker/published.ts";
import { breaksRule } from "./attacker/sets.ts";
import type { Sheet } from "./network.ts";
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

export function isolate(
  waves: readonly PublishedWave[],
  wave: number,
  panels: readonly Panel[],
  highs: Highs | undefined,
): Isolation {
  const { releases, respondents, sheets } = waves[wave] as PublishedWave;
  const published = releases.at(-1);
  if (!published) throw new Error("a wave has a final release");
  const final = withoutPanel(published);
  const { rule } = final;
  const members = membersOf(final, respondents);
  // Of both waves: whoever answered this one and the one before, or the next one.
  const groups = [...members.values(), ...panels.map((panel) => panel.members.map(({ here }) => here))];
  const late = respondents.flatMap(({ after }, position) =>
    after > 0 && after === releases.length - 1 ? [position] : [],
  );
  let sets = isolatedSets(groups, respondents, rule, TERMS).length;
  for (const { item, withheld } of final.items) {
    const missing = QUESTIONS.find(({ key }) => key === item)?.missing?.code;
    const isValid = (sheet: Sheet | undefined) => sheet?.answers[item]?.some((code) => code !== missing) ?? false;
    const answered = (position: number) => isValid(sheets[position]);
    const both = panels
      .filter(({ items }) => items.has(item))
      .map((panel) =>
        panel.members
          .filter(({ here, there }) => answered(here) && isValid(waves[panel.other]?.sheets[there]))
          .map(({ here }) => here),
      );
    const bases = final.groups
      .filter(({ breakdown }) => !withheld.includes(breakdown))
      .map(({ breakdown, code }) => (members.get(keyOf(breakdown, code)) ?? []).filter(answered));
    sets += isolatedSets([...bases, ...both], respondents, rule, TERMS_PER_ITEM).length;
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
