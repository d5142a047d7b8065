/** The respondents of a wave as one attacker sees them: whose answers it knows is the same for every column. */
export type Sight = {
  /** positions of those whose answers it does not know */
  unknown: number[];
  /** of a group: places in `unknown`, and positions of those whose answers it knows */
  split: (positions: readonly number[]) => Split;
  newcomers: Newcomers;
};
/** Who is in the later group and not in the earlier. */
export type Newcomers = (later: readonly number[], earlier: readonly number[]) => readonly number[];
type Split = { members: Int32Array; own: readonly number[] };

export function sightOf(size: number, isOwn: (position: number) => boolean, newcomers: Newcomers): Sight {
  const places = new Int32Array(size).fill(-1);
  const unknown: number[] = [];
  for (let position = 0; position < size; position += 1)
    if (!isOwn(position)) places[position] = unknown.push(position) - 1;
  const splits = new WeakMap<readonly number[], Split>();
  return {
    unknown,
    split: (positions) => {
      const known = splits.get(positions);
      if (known) return known;
      const members = positions.map((position) => places[position] as number).filter((place) => place >= 0);
      const split = { members: Int32Array.from(members), own: positions.filter(isOwn) };
      splits.set(positions, split);
      return split;
    },
    newcomers,
  };
}

/** Looks up only once who is new in a group: it is asked of every value of every column, by every attacker. */
export function newcomersIn(): Newcomers {
  const differences = new WeakMap<readonly number[], WeakMap<readonly number[], number[]>>();
  return (later, earlier) => {
    const of = differences.get(later) ?? new WeakMap<readonly number[], number[]>();
    differences.set(later, of);
    const known = of.get(earlier);
    if (known) return known;
    const there = new Set(earlier);
    const found = later.filter((position) => !there.has(position));
    of.set(earlier, found);
    return found;
  };
}
