import type { needs as de } from "../de/needs.ts";

export const needs: typeof de = {
  title: "Needs",
  base: (low: string, high: string) =>
    low === high ? `Base: ${low} valid answers per row` : `Base: ${low} to ${high} valid answers per row`,
  part: (n: string, of: string) => `${n} of ${of}`,
  axes: {
    x: "Coverage in one’s own project, mean",
    y: "Importance, mean",
    xShort: "Coverage",
    yShort: "Importance",
    corners: { topLeft: "important, little covered", topRight: "important, well covered" },
  },
  heads: {
    need: "Need",
    importance: "Importance",
    coverage: "Coverage",
    score: "Weighted gap",
    lacking: "reach: little or not covered",
  },
  all: {
    title: "What projects need most",
    sentence: (names: string) => `The weighted gap is largest for ${names}.`,
    chart: "All needs by importance and coverage. All values stand in the list below.",
    read: "At the top left is what is important and little covered. The numbers are the ranks of the list. The dashed lines are the means of all needs.",
    caption: "Needs by weighted gap, the largest first",
  },
  groups: {
    title: (breakdown: string) => `Weighted gap by ${breakdown}`,
    caption: (breakdown: string) => `Weighted gap of each need by ${breakdown}`,
    note: "The larger the number, the more pressing. The order is that of the whole list. Figures of groups are worked out from protected counts; small differences say nothing.",
    everybody: "all",
    withheld: "A dash means: too few projects for this breakdown.",
    ruleLink: "See the rule",
  },
  reach: "Reach: so many projects say that little or none of it is covered.",
  method:
    "Weighted gap: (importance − coverage) × importance, from the means of all valid answers (Borich 1980). Both scales go from 1 to 5. Neighbours in the list may change places as soon as more projects answer.",
};
