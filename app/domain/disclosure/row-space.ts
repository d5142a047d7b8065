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

/** Rows are divided by the greatest common divisor of their entries at the end, and where these grow past this. */
const LARGE = 2 ** 16;
/** Far enough below 2^53 that products and sums of what is kept are exact. */
const LARGEST = 2 ** 40;

/**
 * Reduces a matrix by Gauss–Jordan elimination in whole numbers, of which every one is checked to be exact. Throws
 * InexactError.
 */
export function reduceRows(matrix: readonly Uint8Array[], columns: number): RowSpace {
  // Beside the matrix stands the identity, which afterwards says how each row was combined.
  const rows = matrix.map((given, i) => {
    const row = new Float64Array(columns + matrix.length);
    row.set(given);
    row[columns + i] = 1;
    return row;
  });
  const reduced: Float64Array[] = [];
  const pivots: number[] = [];
  const relations: Float64Array[] = [];
  for (const row of rows) {
    const pivot = row.findIndex((entry) => entry !== 0);
    if (pivot < columns) {
      clear(rows, row, pivot);
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
  const rows = space.rows.map((row) => Float64Array.from(row));
  const pivots: number[] = [];
  for (const row of rows) {
    const pivot = row.findIndex((entry, c) => entry !== 0 && isTaken[c] === 0);
    if (pivot < 0) return undefined;
    clear(rows, row, pivot);
    pivots.push(pivot);
  }
  for (const row of rows) makePrimitive(row);
  return { rows, pivots };
}

/** Takes the column of a pivot out of all other rows. */
function clear(rows: readonly Float64Array[], row: Float64Array, pivot: number): void {
  if ((row[pivot] as number) < 0) for (let c = 0; c < row.length; c++) row[c] = 0 - (row[c] as number);
  const places: number[] = [];
  for (let c = 0; c < row.length; c++) if (row[c] !== 0) places.push(c);
  for (const other of rows) if (other !== row && other[pivot] !== 0) eliminate(other, row, pivot, places);
}

/** `places`: where the source is not 0. Where the target need not be multiplied, nothing else of it changes. */
function eliminate(target: Float64Array, source: Float64Array, pivot: number, places: readonly number[]): void {
  const a = source[pivot] as number;
  const b = target[pivot] as number;
  const common = a === 1 ? 1 : gcd(a, b);
  const keep = a / common;
  const take = b / common;
  let largest = 0;
  if (keep !== 1) {
    for (let c = 0; c < target.length; c++) {
      const entry = (target[c] as number) * keep;
      target[c] = entry;
      const size = entry < 0 ? -entry : entry;
      if (size > largest) largest = size;
    }
  }
  for (let i = 0; i < places.length; i++) {
    const c = places[i] as number;
    const entry = (target[c] as number) - (source[c] as number) * take;
    target[c] = entry;
    const size = entry < 0 ? -entry : entry;
    if (size > largest) largest = size;
  }
  if (largest > LARGE) makePrimitive(target);
  if (largest > LARGEST) throw new InexactError("numbers grow too large");
}

/** Divides a row by the greatest common divisor of its entries. */
function makePrimitive(row: Float64Array): void {
  let common = 0;
  for (let c = 0; c < row.length && common !== 1; c++) if (row[c] !== 0) common = gcd(common, row[c] as number);
  if (common > 1) for (let c = 0; c < row.length; c++) row[c] = (row[c] as number) / common;
}

/** Greatest common divisor, never negative. */
export function gcd(a: number, b: number): number {
  let x = Math.abs(a);
  let y = Math.abs(b);
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}
