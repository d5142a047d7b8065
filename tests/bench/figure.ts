/** What one measurement gives: numbers by name, each name ending in its unit. */
export type Measured = Record<string, number | null>;

/** Prints one figure as one JSON line, beside the yardstick of the same run. */
export function printFigure(
  figure: string,
  measured: Measured,
  yardstick: { what: string } & Record<string, unknown>,
): void {
  console.log(JSON.stringify({ figure, ...rounded(measured), yardstick: rounded(yardstick) }));
}

/** The value below which `share` of the sorted values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Runs `work` again and again, one after the other, and gives back how many milliseconds each time took. */
export async function timeEach(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let count = 0; count < times; count += 1) {
    const started = performance.now();
    await work();
    taken.push(performance.now() - started);
  }
  return taken;
}

/** Hands the items to `clients` workers that each take the next one as soon as they are free. Gives back seconds. */
export async function share<T>(
  items: readonly T[],
  clients: number,
  work: (item: T) => Promise<void>,
): Promise<number> {
  const waiting = [...items];
  const started = performance.now();
  const client = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: clients }, client));
  return (performance.now() - started) / 1000;
}

function rounded<T extends Record<string, unknown>>(values: T): T {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "number" ? Number(value.toPrecision(3)) : value,
  ]);
  return Object.fromEntries(entries) as T;
}
