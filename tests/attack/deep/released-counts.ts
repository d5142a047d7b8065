import { placeOf, type Released } from "../../crawl/released.ts";
import { type Fraction, fraction } from "./fractions.ts";

type Counts = { base: number; counts: { code: string; rank: number | null; n: number }[] };
export type Item = Released["items"][number];
export type GroupRow = { breakdown: string; group_code: string; label: { de: string } };

/** What a reader is called by a group or an item. */
export const nameOf = (row: Record<string, unknown>): string => (row.label as { de: string }).de;

/** The groups of a breakdown in their order; everybody where none is chosen. */
export const groupsOf = ({ groups }: Released, breakdown: string): GroupRow[] =>
  groups.filter((row) => row.breakdown === breakdown) as unknown as GroupRow[];

/** How often each valid code of an item was given, in the order of the scale; undefined where no release says it. */
export function stepsOf(
  released: Released,
  key: string,
  group: GroupRow | undefined,
): { code: string; at: number; n: number }[] | undefined {
  const item = released.items.find((one) => one.item === key);
  const found = group && (released.figures.get(placeOf(key, group.breakdown, group.group_code)) as Counts | undefined);
  if (!item || !found) return undefined;
  const given = (code: string) => found.counts.reduce((all, one) => all + (one.code === code ? one.n : 0), 0);
  const valid = item.codes.filter((one) => !("missing" in one));
  return valid.map(({ code, number = 0 }) => ({ code, at: number, n: given(code) }));
}

type Steps = NonNullable<ReturnType<typeof stepsOf>>;

export const sumOf = (steps: Steps, picks: (step: Steps[number]) => boolean = () => true): number =>
  steps.reduce((all, step) => all + (picks(step) ? step.n : 0), 0);

/** The mean of the steps; undefined where nobody answered. */
export function meanOf(steps: Steps | undefined): Fraction | undefined {
  const base = steps ? sumOf(steps) : 0;
  if (!steps || base === 0) return undefined;
  return fraction(
    steps.reduce((all, { at, n }) => all + at * n, 0),
    base,
  );
}

/** Rows of a table of questions, in the order of the questionnaire. */
export const rowsOf = ({ items }: Released, question: string): { row: string; item: Item }[] =>
  items.flatMap((item) =>
    item.item.startsWith(`${question}/`) ? [{ row: item.item.slice(question.length + 1), item }] : [],
  );

/** The largest first; equal ones stay in the order of the questionnaire. */
export function ranked<T>(list: readonly T[], isBefore: (a: T, b: T) => number): T[] {
  return list
    .map((one, place) => ({ one, place }))
    .sort((a, b) => isBefore(a.one, b.one) || a.place - b.place)
    .map(({ one }) => one);
}
