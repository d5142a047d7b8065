/** Differences below this are left behind by the arithmetic of fractions. */
const PRECISION = 1e9;

/**
 * The larger number first, to sort by. What is equal but for rounding counts as equal, and so stays in the order of the
 * questionnaire: an answer that rose by as much as its opposite fell does not come first by its last digit.
 */
export const bySize = (a: number, b: number): number => Math.round((b - a) * PRECISION);
