/** What is less probable than this, beside the most probable, is left out. */
const NEGLIGIBLE = 1e-6;

/** Room for the largest group, used again and again: a group is computed some thousand times per network. */
let before = new Float64Array(0);
let after = new Float64Array(0);
let ratios = new Float64Array(0);

/**
 * For each member of a group: how much better a figure fits if the member has the value than if not. `chances`: how probable
 * it is of each; `likelihood`: how well the figure fits each number of members with the value. Forwards the number among
 * those before (Poisson binomial), backwards what the figure says given those after; O(n · largest number that fits). What
 * is given back holds until the next call.
 */
export function likelihoodRatios(chances: Float64Array, likelihood: Float64Array): Float64Array {
  const n = chances.length;
  const { bottom, top } = whatFits(likelihood);
  const width = top + 2;
  if (before.length < (n + 1) * width) before = new Float64Array((n + 1) * width * 2);
  if (after.length < width + 1) after = new Float64Array(2 * width);
  // Row i: chance of each number among the first i members, as far as the others can still make it fit.
  before.fill(0, 0, width);
  before[0] = 1;
  for (let i = 0; i < n; i += 1) {
    const p = chances[i] as number;
    const row = i * width;
    const next = row + width;
    const last = Math.min(i + 1, top);
    const first = Math.max(0, bottom - (n - i - 1) - 1);
    before[next + first] =
      (before[row + first] as number) * (1 - p) + (first > 0 ? (before[row + first - 1] as number) * p : 0);
    for (let c = first + 1; c <= last; c += 1) {
      before[next + c] = (before[row + c] as number) * (1 - p) + (before[row + c - 1] as number) * p;
    }
    before[next + last + 1] = 0;
  }
  // How well the figure fits, given the number among the first i + 1 members.
  for (let c = 0; c <= width; c += 1) after[c] = c <= top ? (likelihood[c] as number) : 0;
  if (ratios.length < n) ratios = new Float64Array(2 * n);
  for (let i = n - 1; i >= 0; i -= 1) {
    const row = i * width;
    const p = chances[i] as number;
    const last = Math.min(i, top);
    let having = 0;
    let lacking = 0;
    for (let c = Math.max(0, bottom - (n - i) - 1); c <= last; c += 1) {
      const chance = before[row + c] as number;
      const without = after[c] as number;
      const withOne = after[c + 1] as number;
      having += chance * withOne;
      lacking += chance * without;
      after[c] = without * (1 - p) + withOne * p;
    }
    ratios[i] = having / Math.max(lacking, 1e-300);
  }
  return ratios.subarray(0, n);
}

/** The smallest and the largest number that is not negligible. */
function whatFits(likelihood: Float64Array): { bottom: number; top: number } {
  let most = 0;
  for (let c = 0; c < likelihood.length; c += 1) most = Math.max(most, likelihood[c] as number);
  let top = likelihood.length - 1;
  while (top > 0 && (likelihood[top] as number) <= most * NEGLIGIBLE) top -= 1;
  let bottom = 0;
  while (bottom < top && (likelihood[bottom] as number) <= most * NEGLIGIBLE) bottom += 1;
  return { bottom, top };
}
