/**
 * How a goal is worked out of a release: a closed set, as data. Only totals are asked for.
 * - `share` who gave one of the codes, of all valid answers to the item · `top` who gave the upper end of its scale
 * - `mean` on the steps of a scale; of several rows the mean of their means, so that each row counts alike
 * - `rows` how many rows there are in which at least the share `least` gave one of the codes
 * - `returns` who answered, of all who were asked
 *
 * What one and the same respondent answered to several questions, or how many codes of one, is not among them: a release
 * holds counts of each code, and nothing that joins them.
 */
export type Formula =
  | { kind: "share"; questionnaire: string; items: string[]; codes: string[] }
  | { kind: "top"; questionnaire: string; items: string[] }
  | { kind: "mean"; questionnaire: string; items: string[] }
  | { kind: "rows"; questionnaire: string; items: string[]; codes: string[]; least: number }
  | { kind: "returns"; questionnaire: string };
export type FormulaKind = Formula["kind"];

export const FORMULA_KINDS = ["share", "top", "mean", "rows", "returns"] as const satisfies readonly FormulaKind[];

/** What the number is: a share from 0 to 1, a mean in steps of the scale, or a number of rows. */
export type Unit = "share" | "mean" | "rows";

export function unitOf({ kind }: Pick<Formula, "kind">): Unit {
  return kind === "mean" || kind === "rows" ? kind : "share";
}

/** The items that a formula asks for; none for returns. */
export const itemsOf = (formula: Formula): readonly string[] => (formula.kind === "returns" ? [] : formula.items);
