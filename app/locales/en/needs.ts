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
    title: { projects: "What projects need most", people: "What is needed most" },
    sentence: (names: string) => `The weighted gap is largest for ${names}.`,
    chart: "All needs by importance and coverage. All values stand in the list below.",
    chartAlone:
      "All needs by importance and coverage. The most pressing are named beside it; all values are on the page “Needs”.",
    read: "At the top left is what is important and little covered. The numbers are the ranks by weighted gap. The dashed lines are the means of all needs. Circles that would hide each other stand side by side.",
    caption: "Needs by weighted gap, the largest first",
    withheld: {
      projects: (needs: string) => `Not in the list because too few projects answered: ${needs}.`,
      people: (needs: string) => `Not in the list because too few people answered: ${needs}.`,
    },
    unscaled: (needs: string) =>
      `Not in the list because importance and coverage do not have the same numbers as steps here: ${needs}.`,
    unscaledAll: "Importance and coverage do not have the same numbers as steps here. No gap follows from them.",
  },
  groups: {
    title: (breakdown: string) => `Weighted gap by ${breakdown}`,
    caption: (breakdown: string) => `Weighted gap of each need by ${breakdown}`,
    note: "The larger the number, the more pressing. The order is that of the whole list. Figures of groups are worked out from protected counts; small differences say nothing.",
    everybody: "all",
    withheld: {
      projects: "A dash means: too few projects for this breakdown.",
      people: "A dash means: too few people for this breakdown.",
    },
    ruleLink: "See the rule",
  },
  reach: {
    projects: "Reach: so many projects say that little or none of it is covered.",
    people: "Reach: so many people say that little or none of it is covered.",
  },
  method: (low: string, high: string) =>
    `Weighted gap: (importance − coverage) × importance, from the means of all valid answers (Borich 1980). Both scales go from ${low} to ${high}. Neighbours in the list may change places as soon as more answers come in.`,
};
