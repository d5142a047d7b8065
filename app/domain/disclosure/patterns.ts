/** Respondents who lie in exactly the same groups; no combination of the groups can tell them apart. */
export type Pattern = {
  /** positions of the groups they lie in */
  groups: number[];
  /** positions of the respondents */
  members: number[];
};

/** One pattern per combination of groups that occurs. Groups hold positions of so many respondents; who is in none has none. */
export function patternsOf(groups: readonly (readonly number[])[], respondents: number): Pattern[] {
  const classOf = new Int32Array(respondents);
  const paths: number[][] = [[]];
  for (const [g, group] of groups.entries()) {
    const split = new Map<number, number>();
    for (const at of group) {
      const before = classOf[at] as number;
      let after = split.get(before);
      if (after === undefined) {
        after = paths.push([...(paths[before] as number[]), g]) - 1;
        split.set(before, after);
      }
      classOf[at] = after;
    }
  }
  const patterns = new Map<number, Pattern>();
  for (const [at, path] of classOf.entries()) {
    const known = patterns.get(path);
    if (known) known.members.push(at);
    else if (path !== 0) patterns.set(path, { groups: paths[path] as number[], members: [at] });
  }
  return [...patterns.values()];
}
