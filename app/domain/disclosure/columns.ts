import { ABROAD, ANYWHERE } from "./light-sets.ts";
import type { Pattern } from "./patterns.ts";
import { type RowSpace, reduceRows } from "./row-space.ts";

/**
 * Respondents in exactly the same groups: a column of the groups' 0/1 matrix. Members are positions; of their organisations,
 * numbered from 0, it is known how many belong to each.
 */
export type Column = Pattern & { organisations: ReadonlyMap<number, number> };

/** Columns that are looked at where there are more. */
const SAMPLE = 600;

/** Columns, those first that make good pivots: of many organisations, or of one that has few respondents. */
export function columnsOf(patterns: readonly Pattern[], organisationOf: Int32Array): Column[] {
  const sizes = new Int32Array(organisationOf.length);
  const columns = patterns.map(({ groups, members }): Column => {
    const organisations = new Map<number, number>();
    for (const at of members) {
      const organisation = organisationOf[at] as number;
      organisations.set(organisation, (organisations.get(organisation) ?? 0) + 1);
      sizes[organisation] = (sizes[organisation] as number) + 1;
    }
    return { groups, members, organisations };
  });
  // Of three organisations at least: never inside two. Of two: nearly always to be reckoned with.
  const rank = ({ organisations: { size } }: Column) => (size > 2 ? 0 : size);
  const largest = ({ organisations }: Column) => {
    let most = 0;
    for (const one of organisations.keys()) most = Math.max(most, sizes[one] as number);
    return most;
  };
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

/** The columns of each group, in their order. */
export function membersOf(groups: number, columns: readonly Column[]): Int32Array[] {
  const members: number[][] = Array.from({ length: groups }, () => []);
  for (const [c, column] of columns.entries()) for (const g of column.groups) members[g]?.push(c);
  return members.map((list) => Int32Array.from(list));
}

/** Where each column is at home when so many organisations are left out. */
export function homesOf(columns: readonly Column[], free: 0 | 1 | 2): Int32Array {
  const positions = new Map<number, number>();
  const homes = new Int32Array(columns.length);
  for (const [c, { organisations }] of columns.entries()) {
    if (organisations.size > free) homes[c] = ABROAD;
    else if (organisations.size > 1) homes[c] = ANYWHERE;
    else {
      const [only] = organisations.keys();
      const home = positions.get(only as number) ?? positions.size;
      positions.set(only as number, home);
      homes[c] = home;
    }
  }
  return homes;
}
