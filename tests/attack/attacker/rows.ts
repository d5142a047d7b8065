/** One row of chances per respondent, one after the other. */
export type Matrix = Float64Array;

/** Makes every row add up to 1, in place. A row of zeros becomes even. */
export function normaliseRows(matrix: Matrix, width: number): Matrix {
  for (let start = 0; start < matrix.length; start += width) {
    let sum = 0;
    for (let v = 0; v < width; v += 1) sum += matrix[start + v] as number;
    for (let v = 0; v < width; v += 1) matrix[start + v] = sum > 0 ? (matrix[start + v] as number) / sum : 1 / width;
  }
  return matrix;
}

/** The prior with what every source says, but one. */
export function product(prior: Matrix, said: ReadonlyMap<string, Matrix>, width: number, except?: string): Matrix {
  const result = prior.slice();
  for (const [source, message] of said) {
    if (source === except) continue;
    for (let i = 0; i < result.length; i += 1) result[i] = (result[i] as number) * (message[i] as number);
    // In between, so that many small factors do not vanish.
    normaliseRows(result, width);
  }
  return result;
}

const ROUNDS = 3;

/** Scales columns to totals and rows to 1, in turn (iterative proportional fitting), in place. */
export function fitTotals(matrix: Matrix, totals: Float64Array, width: number): Matrix {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let v = 0; v < width; v += 1) {
      let sum = 0;
      for (let at = v; at < matrix.length; at += width) sum += matrix[at] as number;
      const factor = sum > 0 ? (totals[v] as number) / sum : 1;
      for (let at = v; at < matrix.length; at += width) matrix[at] = (matrix[at] as number) * factor;
    }
    normaliseRows(matrix, width);
  }
  return matrix;
}
