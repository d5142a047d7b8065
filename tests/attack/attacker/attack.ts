import { type Before, type Beliefs, beliefsOf } from "./belief.ts";
import { type Column, columnsOf, withKnown } from "./columns.ts";
import type { KnownRespondent, KnownWave, PublicRule, PublishedRelease } from "./published.ts";
import { type Sight, sightOf } from "./sight.ts";
import { certainties, certaintiesByTotals } from "./support.ts";

/** A wave with everything published of it, read once for all attackers. */
export type AttackedWave = { release: PublishedRelease; columns: Omit<Column, "known">[] };

export function readWave(releases: readonly PublishedRelease[], respondents: readonly KnownRespondent[]): AttackedWave {
  return { release: releases.at(-1) as PublishedRelease, columns: columnsOf(releases, respondents) };
}

/** What the attacker can say about one column of one wave. */
export type Finding = Beliefs & {
  wave: number;
  item: string;
  option: string | undefined;
  values: readonly string[];
  /** positions of the respondents whose answer the attacker does not know, in the order of the rows of `belief` */
  unknown: readonly number[];
  /** by respondent: the only value that is possible, else −1 */
  certain: Int8Array;
  /** the same from the totals and the own answers alone */
  certainByTotals: Int8Array;
  /** what is published contradicts what the attacker takes for granted: its picture of the rule is wrong */
  impossible: boolean;
};

/** What it believed of one column in the wave before, by project. */
type Memory = Map<string, Float64Array>;

/** Attacks the waves of one questionnaire, one after the other, with answers that stay the same so often. */
export function* attack(
  waves: readonly AttackedWave[],
  knowledge: readonly KnownWave[],
  stability: number,
): Generator<Finding> {
  let memory = new Map<string, Memory>();
  for (const [wave, { release, columns }] of waves.entries()) {
    const known = knowledge[wave] as KnownWave;
    const { respondents, own } = known;
    const sight = sightOf(respondents.length, (position) => own.has(respondents[position]?.id ?? ""));
    const next = new Map<string, Memory>();
    for (const column of columns) {
      if (column.final.length === 0) continue;
      const name = `${column.item}/${column.option ?? ""}`;
      const earlier = memory.get(name);
      const rowOf: Before["rowOf"] = (position) => earlier?.get(respondents[position]?.project ?? "");
      const seen = withKnown(column, known);
      const finding = { wave, ...attackColumn(seen, release.rule, sight, { rowOf, stability }) };
      yield finding;
      next.set(name, remember(finding, seen, known));
    }
    memory = next;
  }
}

function attackColumn(column: Column, rule: PublicRule, sight: Sight, before: Before): Omit<Finding, "wave"> {
  const { item, option, values } = column;
  const all = certainties(column, rule, sight);
  return {
    item,
    option,
    values,
    unknown: sight.unknown,
    certain: all.certain,
    certainByTotals: certaintiesByTotals(column, rule).certain,
    impossible: all.impossible,
    ...beliefsOf(column, rule, sight, before),
  };
}

function remember({ unknown, belief, values }: Finding, column: Column, known: KnownWave): Memory {
  const width = values.length;
  const memory: Memory = new Map();
  for (const [position, { project }] of known.respondents.entries()) {
    const value = column.known[position] as number;
    if (value >= 0)
      memory.set(
        project,
        Float64Array.from(values, (_, v) => Number(v === value)),
      );
  }
  for (const [i, position] of unknown.entries()) {
    memory.set(known.respondents[position]?.project ?? "", belief.slice(i * width, (i + 1) * width));
  }
  return memory;
}
