import type { ItemFigures, ReportBlock, ReportItem } from "#app/domain/figures.ts";

const CODES = [1, 2, 3, 4, 5].map((n) => ({ code: String(n), number: n, label: { de: String(n) } }));
const MISSING = { code: "wn", label: { de: "weiß nicht" }, missing: true };
export const REGION = { breakdown: "region5", code: "nord", label: { de: "Nord" }, n: 9 };

/** What a release holds of answers to one row: how often each step was given. */
export function figures(answers: readonly (number | "wn")[], group = { breakdown: "total", code: "all" }): ItemFigures {
  const counts = [...CODES, MISSING].map(({ code }) => ({
    ...{ code, rank: null },
    n: answers.filter((one) => String(one) === code).length,
  }));
  const empty = { respondents: null, unanswered: 0, mean: null, sd: null, q1: null, median: null, q3: null };
  const derived = { top: null, net: null, meanRanks: [], ranges: [] };
  const base = answers.filter((one) => one !== "wn").length;
  return { ...empty, group: group.code, breakdown: group.breakdown, base, counts, derived };
}

/** A question with a row per key; `withheld` rows show no breakdown. */
export function block(question: string, rows: Record<string, ItemFigures[]>, withheld: string[] = []): ReportBlock {
  const items = Object.entries(rows).map(
    ([row, list]): ReportItem => ({
      ...{ key: `${question}/${row}`, question, scale: "ordinal", title: { de: question }, label: { de: row } },
      ...{ codes: [...CODES, MISSING], polarity: "neutral", coded: false, quotes: [], figures: list },
      withheld: withheld.includes(row),
    }),
  );
  return { question, title: { de: question }, items };
}
