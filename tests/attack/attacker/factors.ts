import type { Column, Observation } from "./columns.ts";
import { type Fitting, fittingOf } from "./mechanism.ts";
import { thinned } from "./panels.ts";
import type { PublicRule } from "./published.ts";
import type { Sight } from "./sight.ts";

/** How well what is published fits each number of unknown members with the value. */
export type Factor = {
  /** the breakdown, or the two releases that were compared */
  source: string;
  /** places in the list of unknown respondents */
  members: Int32Array;
  value: number;
  /** by the number of these members with the value */
  likelihood: Float64Array;
};

/** Newcomers of more than this are a total of their own, and say little about anybody. */
const MOST_NEWCOMERS = 60;

/** Every group of every breakdown, and whoever came between two releases of the wave. */
export function factorsOf(column: Column, rule: PublicRule, sight: Sight): Factor[] {
  const fitting = fittingOf(rule);
  const isTotal = ({ positions }: Observation) => positions.length === column.known.length;
  const groups = column.final
    .filter((one) => !isTotal(one))
    .map((one) => factor(one.breakdown, one.value, one.positions, fitting(one.published)));
  const panels = column.panel.map((one) => {
    const fits = thinned(fitting(one.published), one.positions.length, one.counted);
    return factor(one.source, one.value, one.positions, fits);
  });
  const releases = [...column.interim, column.final.filter(isTotal)];
  const comers = releases.flatMap((later, k) =>
    releases.slice(0, k).flatMap((earlier, j) =>
      later.flatMap((one) => {
        const other = earlier.find(({ value }) => value === one.value);
        if (!other) return [];
        const positions = sight.newcomers(one.positions, other.positions);
        if (positions.length === 0 || positions.length > MOST_NEWCOMERS) return [];
        return [factor(`${j} to ${k}`, one.value, positions, differenceFits(fitting, one, other, positions.length))];
      }),
    ),
  );
  return [...groups, ...panels, ...comers];

  /** `fits`: by the number of all members with the value, those with known answers among them. */
  function factor(source: string, value: number, positions: readonly number[], fits: Float64Array): Factor {
    const { members, own } = sight.split(positions);
    let having = 0;
    for (const position of own) if (column.known[position] === value) having += 1;
    return { source, members, value, likelihood: fits.subarray(having, having + members.length + 1) };
  }
}

/** How well both figures fit, by the number of newcomers with the value. */
function differenceFits(fitting: Fitting, later: Observation, earlier: Observation, newcomers: number): Float64Array {
  const before = (count: number) =>
    earlier.exact ? Number(count === earlier.published) : (fitting(earlier.published)[count] ?? 0);
  return Float64Array.from({ length: newcomers + 1 }, (_, count) => {
    if (later.exact) return before(later.published - count);
    const fits = fitting(later.published);
    let sum = 0;
    for (let total = count; total <= later.positions.length; total += 1) {
      const chance = fits[total] as number;
      if (chance > 1e-9) sum += chance * before(total - count);
    }
    return sum;
  });
}
