/** A matrix in reduced row echelon form, its rows whole numbers: row k has `pivot[k]` as its only entry ≠ 0 in its pivot column. */
export type RowSpace = {
  rows: Float64Array[];
  /** column of the pivot of each row */
  pivots: number[];
  /** combinations of the given rows that vanish: a basis of the left null space */
  relations: Float64Array[];
};

/** Thrown where numbers grow past what is computed exactly. */
export class InexactError extends Error {}

/**
 * Reduces a 0/1 matrix by Gauss–Jordan elimination in whole numbers (each row is kept primitive: divided by the greatest
 * common divisor of its entries). Every number is checked to be exact. Throws InexactError.
 */
export function reduceRows(matrix: readonly Uint8Array[], columns: number): RowSpace {
  const height = matrix.length;
  const width = columns + height;
  // Beside the matrix stands the identity, which afterwards says how each row was combined.
  const rows = matrix.map((given, i) => {
    const row = new Float64Array(width);
    row.set(given);
    row[columns + i] = 1;
    return row;
  });
  const done: Float64Array[] = [];
  const pivots: number[] = [];
  const relations: Float64Array[] = [];
  for (const row of rows) {
    const pivot = row.findIndex((entry) => entry !== 0);
    if (pivot < 0 || pivot >= columns) {
      relations.push(row.subarray(columns));
      continue;
    }
    for (const other of rows) if (other !== row && other[pivot] !== 0) eliminate(other, row, pivot);
    done.push(row);
    pivots.push(pivot);
  }
  return { rows: done.map((row) => row.subarray(0, columns)), pivots, relations };
}

function eliminate(target: Float64Array, source: Float64Array, pivot: number): void {
  const [a, b] = [source[pivot] as number, target[pivot] as number];
  const common = gcd(a, b);
  const [keep, take] = [a / common, b / common];
  let largest = 0;
  for (let c = 0; c < target.length; c++) {
    const entry = (target[c] as number) * keep - (source[c] as number) * take;
    target[c] = entry;
    const size = Math.abs(entry);
    if (size > largest) largest = size;
  }
  if (largest > Number.MAX_SAFE_INTEGER / 2) throw new InexactError("numbers grow too large");
  if (largest > 1) makePrimitive(target);
}

function makePrimitive(row: Float64Array): void {
  let common = 0;
  for (const entry of row) {
    if (entry !== 0) common = gcd(common, entry);
    if (common === 1) return;
  }
  for (let c = 0; c < row.length; c++) row[c] = (row[c] as number) / common;
}

/** Greatest common divisor, never negative. */
export function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
