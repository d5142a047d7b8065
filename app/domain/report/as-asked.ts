import type { Item } from "#surveys/model.ts";
import type { ReportItem } from "../figures.ts";
import { UNLISTED } from "../microdata/variables.ts";

/**
 * An item of a release as its question asked it, for comparing waves. What unlisted answers are called stands in a release
 * only where there were some: it is no part of what was asked.
 */
export function asAsked({ key, question, scale, title, label, codes, figures }: ReportItem): Item {
  const repeated = figures.some(({ respondents }) => respondents !== null);
  return { key, question, scale, title, label, repeated, codes: codes.filter(({ code }) => code !== UNLISTED) };
}
