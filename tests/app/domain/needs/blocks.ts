import type { ItemFigures, ReportBlock, ReportItem } from "#app/domain/figures.ts";
import { deriveFigure } from "#app/domain/report/derived.ts";

const CODES = [1, 2, 3, 4, 5].map((n) => ({ code: String(n), number: n, label: { de: String(n) } }));
const MISSING = { code: "wn", label: { de: "weiß nicht" }, missing: true };
export const REGION = { breakdown: "region5", code: "nord", label: { de: "Nord" }, n: 9 };

/** What a release holds of answers to one row: how often each step was given. */
export function figures(answers: readonly (number | "wn")[], group = { breakdown: "total", code: "all" }): ItemFigures {
  const counts = [...CODES, MISSING].map(({ code }) => ({
    ...{ code, rank: null },
    n: answers.filter((one) => String(one) === code).length,
  }));
  const given = answers.filter((one) => one !== "wn");
  const base = given.length;
  const mean = base > 0 ? given.reduce((sum, one) => sum + one, 0) / base : null;
  const empty = { respondents: null, unanswered: 0, sd: null, q1: null, median: null, q3: null };
  const counted = { ...empty, mean, group: group.code, breakdown: group.breakdown, base, counts };
  const item = { scale: "ordinal", codes: [...CODES, MISSING], polarity: "neutral" } as const;
  return { ...counted, derived: deriveFigure(item, counted, { kind: "part", fraction: 0.6 }) };
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
