import type { Respondent } from "./groups.ts";
import { ABROAD, ANYWHERE } from "./light-sets.ts";
import type { Pattern } from "./patterns.ts";
import { type RowSpace, reduceRows } from "./row-space.ts";

/** Respondents in exactly the same groups: a column of the groups' 0/1 matrix. */
export type Column = { groups: readonly number[]; ids: string[]; organisations: ReadonlyMap<string, number> };

/** Columns that are looked at where there are more. */
const SAMPLE = 600;

/** Columns, those first that make good pivots: of many organisations, or of one that has few respondents. */
export function columnsOf(patterns: readonly Pattern[], respondents: readonly Respondent[]): Column[] {
  const sizes = new Map<string, number>();
  const columns = patterns.map(({ groups, members }): Column => {
    const organisations = new Map<string, number>();
    for (const at of members) {
      const { organisation } = respondents[at] as Respondent;
      organisations.set(organisation, (organisations.get(organisation) ?? 0) + 1);
      sizes.set(organisation, (sizes.get(organisation) ?? 0) + 1);
    }
    return { groups, ids: members.map((at) => respondents[at]?.id ?? ""), organisations };
  });
  // Of three organisations at least: never inside two. Of two: nearly always to be reckoned with.
  const rank = ({ organisations: { size } }: Column) => (size > 2 ? 0 : size);
  const largest = ({ organisations }: Column) =>
    Math.max(...[...organisations.keys()].map((one) => sizes.get(one) ?? 0));
  return columns
    .map((column) => ({ column, rank: rank(column), size: largest(column) }))
    .sort((a, b) => a.rank - b.rank || a.size - b.size)
    .map(({ column }) => column);
}

/** The row space on the first so many of the columns, with all of them in the order in which its pivots count them. */
export type Sampled = { space: RowSpace; sample: readonly Column[]; columns: readonly Column[] };

/**
 * The row space on the columns, or where there are many on some of them, which then come first: enough that a combination
 * of groups that vanishes there vanishes everywhere. What is no 0/1 vector there is none at all; what is one has to be
 * computed on all columns.
 */
export function sampleOf(groups: number, columns: readonly Column[]): Sampled {
  const sample = columns.slice(0, SAMPLE);
  for (;;) {
    const space = reduceRows(matrixOf(groups, sample), sample.length);
    const telling = space.relations.flatMap((relation) => {
      const isTold = ({ groups: own }: Column) => own.reduce((sum, g) => sum + (relation[g] as number), 0) !== 0;
      return columns.find(isTold) ?? [];
    });
    if (telling.length === 0) {
      const first = new Set(sample);
      return { space, sample, columns: [...sample, ...columns.filter((one) => !first.has(one))] };
    }
    sample.push(...new Set(telling));
  }
}

function matrixOf(groups: number, columns: readonly Column[]): Uint8Array[] {
  const rows = Array.from({ length: groups }, () => new Uint8Array(columns.length));
  for (const [c, column] of columns.entries()) for (const g of column.groups) (rows[g] as Uint8Array)[c] = 1;
  return rows;
}

/** Where each column is at home when so many organisations are left out. */
export function homesOf(columns: readonly Column[], free: 0 | 1 | 2): Int32Array {
  const positions = new Map<string, number>();
  return Int32Array.from(columns, ({ organisations }) => {
    if (organisations.size > free) return ABROAD;
    if (organisations.size > 1) return ANYWHERE;
    const [only] = organisations.keys();
    const home = positions.get(only as string) ?? positions.size;
    positions.set(only as string, home);
    return home;
  });
}
