import type { overview as de } from "../de/overview.ts";

export const overview: typeof de = {
  title: "Overview",
  subtitle: "What the last surveys say. Each sentence leads to its evidence.",
  evidence: "Evidence",
  empty: {
    title: "Nothing has been evaluated yet.",
    text: "As soon as the coordination has closed and evaluated a survey, what it says appears here.",
  },
  needs: {
    title: "What the projects need",
    sentence: (need: string, important: string, covered: string) =>
      `Need and supply lie furthest apart for ${need}: ${important} say it is important, ${covered} say it is covered.`,
    base: (important: string, covered: string) => `${important} valid answers on importance, ${covered} on coverage.`,
    place: {
      same: (wave: string) => `It was in first place in ${wave}, too.`,
      other: (wave: string, place: string) => `In ${wave} it was in place ${place}.`,
    },
    movement: {
      better: (wave: string) => `It is better covered than in ${wave}.`,
      worse: (wave: string) => `It is less well covered than in ${wave}.`,
      same: (wave: string) => `Coverage is about as in ${wave}: the difference may be chance.`,
    },
    caption: "The five most pressing needs by weighted gap",
    gap: "Gap",
    key: { covered: "covered", middle: "partly", lacking: "little or not covered" },
    shares: (lacking: string, covered: string) => `${lacking} not covered · ${covered} covered`,
    moved: {
      better: (wave: string) => `better covered than ${wave}`,
      worse: (wave: string) => `less well covered than ${wave}`,
      same: (wave: string) => `about as in ${wave}`,
    },
    all: "See all needs",
  },
  interfaces: {
    title: "Where cooperation falters",
    none: "No field has all its figures to show.",
    all: "See all interfaces",
  },
  changes: {
    title: "What changed most",
    none: "Since the surveys before, nothing has changed that can be compared.",
  },
  goals: { title: "Goals 2028", all: "See all goals with their path" },
  returns: {
    title: "Returns",
    line: (title: string, wave: string) => `${title} ${wave}`,
    before: (wave: string, share: string) => `${wave}: ${share}`,
    first: "First survey of this series.",
  },
  rules: {
    title: "How are these sentences made?",
    points: [
      "All figures come from released results. The last finished survey of each series counts.",
      "Needs are ordered by their weighted gap: (importance − coverage) × importance, from the means (Borich 1980).",
      "Interfaces are ordered by the mean of their five shares. The figure named is the one in which a field lies furthest below the mean of all fields.",
      "“Important” and “covered” are the steps above the middle of the scale, “little or not covered” those below.",
      "A difference between two surveys is mentioned only where chance would rarely make it as large (rank-sum test, below 5%). Otherwise it says that it may be chance.",
    ],
  },
};
