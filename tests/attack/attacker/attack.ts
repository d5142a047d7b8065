import { type Before, type Beliefs, beliefsOf } from "./belief.ts";
import { type Column, columnsOf, withKnown } from "./columns.ts";
import { type Panel, withoutPanel } from "./panels.ts";
import type { KnownRespondent, KnownWave, PublicRule, PublishedRelease } from "./published.ts";
import { type Newcomers, newcomersIn, type Sight, sightOf } from "./sight.ts";
import { type Bounds, boundsIn, certainties, certaintiesByTotals } from "./support.ts";

/** A wave with everything published of it, read once for all attackers. */
export type AttackedWave = {
  release: PublishedRelease;
  columns: (Omit<Column, "known"> & { bounds: Bounds })[];
  newcomers: Newcomers;
};

export function readWave(
  published: readonly PublishedRelease[],
  respondents: readonly KnownRespondent[],
  panels: readonly Panel[] = [],
): AttackedWave {
  const releases = published.map(withoutPanel);
  const release = releases.at(-1) as PublishedRelease;
  const newcomers = newcomersIn();
  const columns = columnsOf(releases, respondents, panels).map((column) => ({
    ...column,
    bounds: boundsIn(column, release.rule, newcomers),
  }));
  return { release, columns, newcomers };
}

/** What the attacker can say about one column of one wave. */
export type Finding = {
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
  /** the only valid answer that the totals and the own answers leave, else −1 */
  agreedByTotals: Int8Array;
  beliefs: Beliefs | undefined;
  /** what is published contradicts what the attacker takes for granted: its picture of the rule is wrong */
  impossible: boolean;
};

/** What it believed of one column in the wave before, by project. */
type Memory = Map<string, Float64Array>;

/** What the attacker goes by; `believes`: it also works out how probable each answer is, which takes most of the time. */
export type Approach = { stability: number; believes: boolean };

/** Attacks the waves of one questionnaire, one after the other, with answers that stay the same so often. */
export function* attack(
  waves: readonly AttackedWave[],
  knowledge: readonly KnownWave[],
  { stability, believes }: Approach,
): Generator<Finding> {
  let memory = new Map<string, Memory>();
  for (const [wave, { release, columns, newcomers }] of waves.entries()) {
    const known = knowledge[wave] as KnownWave;
    const { respondents, own } = known;
    const { rule } = release;
    const sight = sightOf(respondents.length, (position) => own.has(respondents[position]?.id ?? ""), newcomers);
    const next = new Map<string, Memory>();
    for (const column of columns) {
      if (column.final.length === 0) continue;
      const name = `${column.item}/${column.option ?? ""}`;
      const earlier = memory.get(name);
      const rowOf: Before["rowOf"] = (position) => earlier?.get(respondents[position]?.project ?? "");
      const seen = withKnown(column, known);
      const beliefs = believes ? beliefsOf(seen, rule, sight, { rowOf, stability }) : undefined;
      yield { wave, ...certaintiesIn(seen, rule, column.bounds, sight), beliefs };
      if (beliefs) next.set(name, remember(beliefs, sight, seen, known));
    }
    memory = next;
  }
}

function certaintiesIn(
  column: Column,
  rule: PublicRule,
  bounds: Bounds,
  sight: Sight,
): Omit<Finding, "wave" | "beliefs"> {
  const { item, option, values } = column;
  const all = certainties(column, rule, bounds);
  const byTotals = certaintiesByTotals(column, rule, bounds);
  return {
    item,
    option,
    values,
    unknown: sight.unknown,
    certain: all.certain,
    certainByTotals: byTotals.certain,
    agreedByTotals: byTotals.ifAnswered,
    impossible: all.impossible,
  };
}

function remember({ belief }: Beliefs, { unknown }: Sight, column: Column, known: KnownWave): Memory {
  const { values } = column;
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
