/** Rows in reduced echelon form, all numbers whole: row k has the only entry ≠ 0 of its pivot's column, and it is positive. */
export type Echelon = { rows: Float64Array[]; pivots: number[] };

/** The row space of a 0/1 matrix. */
export type RowSpace = Echelon & {
  /** how each row was combined from the rows of the matrix */
  combinations: Float64Array[];
  /** combinations of the rows of the matrix that vanish: a basis of its left null space */
  relations: Float64Array[];
};

/** Thrown where numbers grow past what is computed exactly. */
export class InexactError extends Error {}

/** Rows are divided by the greatest common divisor of their entries at the end, and where these may have grown past this. */
const LARGE = 2 ** 16;
/** Far enough below 2^53 that products and sums of what is kept are exact. */
const LARGEST = 2 ** 40;

/**
 * Reduces a matrix by Gauss–Jordan elimination in whole numbers, of which every one is known to be exact. Throws
 * InexactError.
 */
export function reduceRows(matrix: readonly Uint8Array[], columns: number): RowSpace {
  // Beside the matrix stands the identity, which afterwards says how each row was combined.
  const rows = zeroRows(matrix.length, columns + matrix.length);
  for (const [i, row] of rows.entries()) {
    row.set(matrix[i] as Uint8Array);
    row[columns + i] = 1;
  }
  const reduced: Float64Array[] = [];
  const pivots: number[] = [];
  const relations: Float64Array[] = [];
  const elimination = eliminationIn(rows);
  for (const [i, row] of rows.entries()) {
    let pivot = 0;
    while (row[pivot] === 0) pivot++;
    if (pivot < columns) {
      elimination.clear(i, pivot);
      reduced.push(row);
      pivots.push(pivot);
    } else relations.push(row.subarray(columns));
  }
  for (const row of reduced) makePrimitive(row);
  return {
    rows: reduced.map((row) => row.subarray(0, columns)),
    pivots,
    combinations: reduced.map((row) => row.subarray(columns)),
    relations,
  };
}

/**
 * The same row space with pivots in other columns, or undefined where the columns that are left cannot tell its vectors
 * apart any more. Throws InexactError.
 */
export function withOtherPivots(space: Echelon, isTaken: Uint8Array): Echelon | undefined {
  const rows = zeroRows(space.rows.length, isTaken.length);
  for (const [i, row] of rows.entries()) row.set(space.rows[i] as Float64Array);
  const pivots: number[] = [];
  const elimination = eliminationIn(rows);
  for (const [i, row] of rows.entries()) {
    let pivot = 0;
    while (pivot < row.length && (row[pivot] === 0 || isTaken[pivot] === 1)) pivot++;
    if (pivot === row.length) return undefined;
    elimination.clear(i, pivot);
    pivots.push(pivot);
  }
  for (const row of rows) makePrimitive(row);
  return { rows, pivots };
}

/** Rows that lie one after the other in memory: to make many small arrays takes longer than to compute with them. */
function zeroRows(count: number, width: number): Float64Array[] {
  const all = new Float64Array(count * width);
  return Array.from({ length: count }, (_, i) => all.subarray(i * width, (i + 1) * width));
}

/** Takes the columns of pivots out of all other rows, one after the other. */
function eliminationIn(rows: readonly Float64Array[]) {
  const width = rows[0]?.length ?? 0;
  /** Where the row of the pivot is not 0. */
  const places = new Int32Array(width);
  /** No entry of a row is larger: carried along, so that the entries themselves are seldom looked at. */
  const limits = new Float64Array(rows.length);
  for (const [i, row] of rows.entries()) limits[i] = largestIn(row);

  function clear(own: number, pivot: number): void {
    const source = rows[own] as Float64Array;
    if ((source[pivot] as number) < 0) for (let c = 0; c < width; c++) source[c] = 0 - (source[c] as number);
    let filled = 0;
    for (let c = 0; c < width; c++) if (source[c] !== 0) places[filled++] = c;
    const a = source[pivot] as number;
    for (let i = 0; i < rows.length; i++) {
      const target = rows[i] as Float64Array;
      const b = target[pivot] as number;
      if (b === 0 || i === own) continue;
      const common = a === 1 ? 1 : gcd(a, b);
      const keep = a / common;
      const take = b / common;
      // Where the target need not be multiplied, nothing else of it changes.
      if (keep !== 1) for (let c = 0; c < width; c++) target[c] = (target[c] as number) * keep;
      for (let at = 0; at < filled; at++) {
        const c = places[at] as number;
        target[c] = (target[c] as number) - (source[c] as number) * take;
      }
      const limit = (limits[i] as number) * keep + (limits[own] as number) * Math.abs(take);
      limits[i] = limit > LARGE ? shrunk(target, limit) : limit;
    }
  }
  return { clear };
}

/** Makes a row primitive whose entries may be so large; the largest of them afterwards. */
function shrunk(row: Float64Array, limit: number): number {
  if (limit > Number.MAX_SAFE_INTEGER) throw new InexactError("numbers grow too large");
  makePrimitive(row);
  const largest = largestIn(row);
  if (largest > LARGEST) throw new InexactError("numbers grow too large");
  return largest;
}

function largestIn(row: Float64Array): number {
  let largest = 0;
  for (let c = 0; c < row.length; c++) {
    const size = Math.abs(row[c] as number);
    if (size > largest) largest = size;
  }
  return largest;
}

/** Divides a row by the greatest common divisor of its entries. */
function makePrimitive(row: Float64Array): void {
  let common = 0;
  for (let c = 0; c < row.length && common !== 1; c++) if (row[c] !== 0) common = gcd(row[c] as number, common);
  if (common > 1) for (let c = 0; c < row.length; c++) row[c] = (row[c] as number) / common;
}

/** Greatest common divisor, never negative. */
export function gcd(a: number, b: number): number {
  let x = Math.abs(a);
  let y = Math.abs(b);
  // Nearly always small, and then the division of whole numbers is many times faster than that of floating-point ones.
  if (x < 2 ** 31 && y < 2 ** 31) return smallGcd(x | 0, y | 0);
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

function smallGcd(a: number, b: number): number {
  let x = a | 0;
  let y = b | 0;
  while (y !== 0) {
    const rest = (x % y) | 0;
    x = y;
    y = rest;
  }
  return x;
}
