/** What the tests of the sample answers measure with; independent of the code that makes them. */

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Pearson's r of pairs. */
export function correlation(pairs: readonly (readonly [number, number])[]): number {
  const [x, y] = [mean(pairs.map(([a]) => a)), mean(pairs.map(([, b]) => b))];
  const sum = (of: (a: number, b: number) => number) => pairs.reduce((total, [a, b]) => total + of(a - x, b - y), 0);
  return sum((a, b) => a * b) / Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b));
}

/** The value below names inside an answer, e.g. `at(answer, "bed_wichtig", "personal")`. */
export function at(answer: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined),
    answer,
  );
}

/** The pairs in which both are numbers: missing codes and blanks fall out. */
export function bothNumbers(pairs: readonly (readonly [unknown, unknown])[]): [number, number][] {
  return pairs.filter((pair): pair is [number, number] => typeof pair[0] === "number" && typeof pair[1] === "number");
}

export function numbers(values: readonly unknown[]): number[] {
  return values.filter((value) => typeof value === "number");
}

export function share<T>(values: readonly T[], is: (value: T) => boolean): number {
  return values.filter(is).length / values.length;
}
