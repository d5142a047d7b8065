import type { releases as de } from "../de/releases.ts";

export const releases: typeof de = {
  participation: {
    projects: (n: string, of: string) => `${n} of ${of} projects`,
    people: (n: string, of: string) => `${n} of ${of} people`,
    answers: (n: string) => `${n} answers`,
  },
  list: {
    title: "Results",
    subtitle: "Summarised figures of completed surveys.",
    emptyTitle: "Nothing has been evaluated yet.",
    empty: "As soon as the coordination has closed and evaluated a survey, it appears here.",
    numbered: (n: string) => `Release ${n}`,
    madeOn: (date: string) => `of ${date}`,
    share: (participation: string, share: string) => `${participation} (${share})`,
    read: "Read the results",
  },
  report: {
    release: (n: string, date: string) => `Release ${n} of ${date}`,
    version: (n: string) => `Version ${n}`,
    closedOn: (date: string) => `closed on ${date}`,
    rule: (minimum: string, organisations: string) =>
      `Only groups of at least ${minimum} projects from at least ${organisations} organisations are shown. No organisation makes up more than half.`,
    ruleStrict: (remaining: string) => ` Without any two organisations at least ${remaining} projects remain.`,
    ruleByNumber: (minimum: string) => `Only figures with at least ${minimum} answers behind them are shown.`,
    ruleLink: "How the rule protects",
    breakdown: "Break down by",
    breakdownNone: "no breakdown",
    breakdownShow: "Show",
    breakdownNoneOffered: "Too few projects have answered for a breakdown.",
    breakdownNever: {
      people: "Answers of people who take part by link are not broken down.",
      projects: "Anonymous answers are not broken down.",
    },
    groups: (name: string) => `Groups: ${name}`,
    group: (label: string, n: string) => `${label} (${n})`,
    total: "Totals. You can break them down by one attribute.",
    contents: "Questions in these results",
    hidden: (labels: string) => `Too few valid answers to show figures: ${labels}.`,
    hiddenAll: "Too few valid answers to show figures.",
    emptyTitle: "This questionnaire has no questions that can be evaluated.",
    fictional: "Sample data: all answers are invented.",
  },
  rule: {
    title: "How the rule protects",
    subtitle: "Results show groups, never single projects.",
    what: "The rule",
    points: (minimum: string, organisations: string) => [
      `Every question’s figures rest on at least ${minimum} projects from at least ${organisations} organisations. This holds for every group.`,
      "No organisation makes up more than half of these projects.",
      "People who take part by link, and anonymous answers, belong to no organisation. Only their number counts.",
      "Only valid answers to this very question are counted.",
      "A group that is too small is merged with others: states inside their region, everything else under “Others”.",
      "If one group is too small for a question, this question has no breakdown at all. Otherwise the group could be worked out from the total.",
      "There is only one breakdown at a time. Questions are not crossed with each other.",
      "Means and quartiles of numbers start at 20 answers.",
      "Free texts are counted, but not shown.",
    ],
    strict: (minimum: string, remaining: string) =>
      `Some surveys are stricter: at least ${minimum} projects, and without any two organisations at least ${remaining} remain.`,
    example: "An example",
    exampleLead: "60 projects answer a question. It is broken down by region:",
    exampleHeads: { region: "Region", projects: "Projects", organisations: "Organisations", shown: "Shown?" },
    exampleRows: [
      { region: "West", projects: "24", organisations: "11", shown: "yes" },
      { region: "North", projects: "21", organisations: "9", shown: "yes" },
      { region: "South", projects: "11", organisations: "6", shown: "yes" },
      { region: "North-east", projects: "4", organisations: "3", shown: "no: fewer than 6 projects" },
    ],
    exampleEnd:
      "The north-east is too small. It is merged with the smallest other group: “Others (North-east and South)” with 15 projects. If only 5 of the 21 projects in the north give a valid answer to a question, this question shows the total only.",
    where: "Where the rule holds",
    whereText:
      "It holds when a release is made. After that the release is frozen. Results and downloads read these figures only and have no access to response sheets. The database makes sure of that.",
  },
};
