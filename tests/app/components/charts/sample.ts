import type { Breakdown, ItemFigures, ReportBlock, ReportItem } from "#app/domain/figures.ts";
import { deriveFigure, samplingOf } from "#app/domain/report/derived.ts";
import type { Code, Scale } from "#surveys/model.ts";

/** Small figures that can be checked by hand. */

export const COVERAGE: Code[] = [
  { code: "1", number: 1, label: { de: "gar nicht", en: "not at all" } },
  { code: "2", number: 2, label: { de: "wenig", en: "slightly" } },
  { code: "3", number: 3, label: { de: "mittelmäßig", en: "moderately" } },
  { code: "4", number: 4, label: { de: "überwiegend", en: "mostly" } },
  { code: "5", number: 5, label: { de: "völlig", en: "fully" } },
  { code: "wn", label: { de: "weiß nicht", en: "don't know" }, missing: true },
  { code: "ka", label: { de: "keine Angabe", en: "refused" }, missing: true },
];

export const REGION: Breakdown = {
  code: "region5",
  label: { de: "Region", en: "Region" },
  groups: ["nord", "sued", "ausland"].map((code) => ({
    breakdown: "region5",
    code,
    label: { de: { nord: "Nord", sued: "Süd", ausland: "Ausland" }[code] ?? code },
    n: 10,
  })),
};

/** 20 of 40 answered. */
const SAMPLING = samplingOf({ invited: 40, submitted: 20, rule: {} });

/** Figures of an item before anything is derived of them. */
type Counted = Omit<ItemFigures, "derived">;

type Given = Partial<Counted> & { of?: Record<string, number>; ranks?: Record<string, number[]> };

/** Figures of one group: `of` gives counts per code, `ranks` counts per place. */
export function figures(group: string, given: Given): Counted {
  const { of = {}, ranks = {}, ...rest } = given;
  return {
    group,
    breakdown: group === "all" ? "total" : REGION.code,
    base: 0,
    respondents: null,
    unanswered: 0,
    mean: null,
    sd: null,
    q1: null,
    median: null,
    q3: null,
    counts: [
      ...Object.entries(of).map(([code, n]) => ({ code, rank: null, n })),
      ...Object.entries(ranks).flatMap(([code, places]) => places.map((n, index) => ({ code, rank: index + 1, n }))),
    ],
    ...rest,
  };
}

export function item(
  scale: Scale,
  given: Partial<Omit<ReportItem, "figures">> & { figures?: Counted[] } = {},
): ReportItem {
  const title = { de: "Die Frage?", en: "The question?" };
  const measure = { scale, codes: given.codes ?? [], polarity: given.polarity ?? ("high-good" as const) };
  return {
    key: "q",
    question: "q",
    scale,
    title,
    label: title,
    codes: [],
    polarity: "high-good",
    withheld: false,
    coded: false,
    quotes: [],
    ...given,
    figures: (given.figures ?? []).map((one) => ({ ...one, derived: deriveFigure(measure, one, SAMPLING) })),
  };
}

export function block(...items: ReportItem[]): ReportBlock {
  return { question: "q", title: { de: "Die Frage?", en: "The question?" }, items };
}

export const superv = item("ordinal", {
  key: "q/superv",
  label: { de: "Supervision" },
  codes: COVERAGE,
  figures: [
    figures("all", {
      base: 20,
      unanswered: 3,
      mean: 3.75,
      of: { "1": 1, "2": 2, "3": 5, "4": 5, "5": 7, wn: 5, ka: 2 },
    }),
    figures("nord", { base: 10, mean: 4.2, of: { "3": 2, "4": 4, "5": 4 } }),
    figures("sued", { base: 10, mean: 2.1, of: { "1": 3, "2": 4, "3": 2, "4": 1 } }),
  ],
});

export const psych = item("ordinal", {
  key: "q/psych",
  label: { de: "Psychotherapie" },
  codes: COVERAGE,
  withheld: true,
  figures: [figures("all", { base: 20, mean: 1.9, of: { "1": 8, "2": 7, "3": 4, "4": 1 } })],
});

export const themes = item("multiple", {
  codes: [
    { code: "recht", label: { de: "Recht" } },
    { code: "umfeld", label: { de: "Umfeld" } },
    { code: "haft", label: { de: "Haft" } },
  ],
  figures: [
    figures("all", { base: 50, of: { recht: 20, umfeld: 31, haft: 0 } }),
    figures("nord", { base: 20, of: { recht: 5, umfeld: 10, haft: 0 } }),
    figures("sued", { base: 20, of: { recht: 15, umfeld: 11, haft: 0 } }),
  ],
});

export const posts = item("number", {
  figures: [
    figures("all", { base: 40, unanswered: 1, q1: 2.5, median: 4, q3: 6.75, mean: 5.2 }),
    figures("nord", { base: 20, q1: 2, median: 3, q3: 6 }),
    figures("sued", { base: 20, q1: 3, median: 5, q3: 7 }),
  ],
});

export const ranking = item("rank", {
  codes: [
    { code: "geld", label: { de: "Geld" } },
    { code: "zeit", label: { de: "Zeit" } },
  ],
  figures: [figures("all", { base: 30, ranks: { geld: [20, 5], zeit: [10, 15] } })],
});
