/**
 * Names of what a plain form holds besides answers. No path of a field begins like this: there, "~" is always followed by 0
 * or 1.
 */
export const formNames = {
  /** names the form: sent twice, it counts once */
  form: "~form",
  /** from which revisions it was made */
  base: "~base",
  /** the button: next, back, save, page.<number>, add.<path>, remove.<path> */
  act: "~do",
  /** followed by an operation that had clashed: take, keep */
  decide: "~decide.",
} as const;
