import type { mirror as de } from "../de/mirror.ts";

export const mirror: typeof de = {
  list: {
    title: "Your mirror",
    subtitle: "Your own answers beside the figures of the network.",
    released: "Evaluated surveys",
    waiting: "Not evaluated yet",
    read: "Look into the mirror",
    stand: (stand: string, participation: string) => `${stand} · ${participation}`,
    states: {
      silent: "Your project submitted nothing. Without answers of your own there is no mirror.",
      anonymous: "This survey was anonymous. Nobody knows which answers are yours.",
    },
    open: (date: string) => `You have submitted. The survey runs until ${date}; it is evaluated afterwards.`,
    closed: (date: string) => `The survey ended on ${date}. The mirror follows with the results.`,
    emptyTitle: "There is nothing to see yet.",
    empty:
      "Once your project has submitted a questionnaire and the survey is evaluated, your answers stand here beside the figures of the network.",
    toInvitations: "To your surveys",
  },
  link: "Compare with the network",
  title: "Your mirror",
  trail: "Mirror",
  whoSees:
    "Only your project team sees this page. The figures of the network are the same that the steering group reads. Your project is counted in them.",
  newer: "You submitted again after these results were made.",
  newerText: "Your new answers stand beside the figures. What was counted are the earlier ones.",
  contents: "Sections of this questionnaire",
  sections: {
    none: "No counted answer.",
    all: "All sections",
    whole: "Everything on one page, to print",
    steps: "Other sections",
    at: (place: number, of: number) => `Section ${place} of ${of}`,
    previous: (title: string) => `Previous: ${title}`,
    next: (title: string) => `Next: ${title}`,
  },
  print: "Print",
  submitted: "Your answers as a whole",
  glance: {
    title: "At a glance",
    common: (common: string, n: number, compared: string) =>
      `In ${common} of ${compared} ${n === 1 ? "question" : "questions"} you give the most frequent answer of the network.`,
    none: "There is no question in which your answer can be compared with the network.",
    changed: (changed: string, compared: string, wave: string) =>
      `Since ${wave} you have changed ${changed} of ${compared} comparable answers.`,
    rare: "Where few answer like you",
    rareNone: "Nowhere: each of your answers is given by at least a quarter of the projects.",
    shared: "Where many answer like you",
    sharedNone: "Nowhere do half of the projects give your answer.",
    you: (answer: string) => `You: ${answer}.`,
    rule: "Questions with one answer per project are counted. “Few” means: a quarter of the valid answers at most. “Many” means: half of them at least.",
    ruleNamed: "The question whether your project may be named is not counted.",
  },
  noOutcomes: "The steering group has not decided anything on this survey yet.",
  allOutcomes: "All that was decided",
  compare: {
    label: "Also show: your group by",
    none: "all projects only",
    show: "Show",
    group: (group: string, breakdown: string) =>
      `Your group: ${group} (${breakdown}). Figures of groups are protected; small differences say nothing.`,
    total: "All projects are shown. You can add a group to which your project belongs.",
    never: "These results have no groups to which your project belongs.",
  },
  you: "You",
  yours: "Your answer",
  everybody: "All",
  answer: "Answer",
  unanswered: "no answer",
  same: (n: number, count: string, of: string) =>
    n === 1 ? `1 of ${of} projects answers so.` : `${count} of ${of} projects answer so.`,
  sameNobody: (of: string) => `By the protected figures none of ${of} projects answers so.`,
  sameMissing: (n: number, count: string) =>
    n === 1
      ? "1 project answers so. This is not among the valid answers."
      : `${count} projects answer so. This is not among the valid answers.`,
  about: (figure: string) => `about ${figure}`,
  sameAbout: (count: string, of: string) => `About ${count} of ${of} projects answer so.`,
  sameMissingAbout: (count: string) => `About ${count} projects answer so. This is not among the valid answers.`,
  sameInGroup: (n: number, count: string, of: string) =>
    n === 0
      ? `In your group so few that the protected figure is 0 (of ${of}).`
      : `In your group about ${count} of ${of}.`,
  networkUnanswered: (of: string) => `There are ${of} valid answers in the network.`,
  last: {
    same: (wave: string) => `${wave} the same`,
    other: (wave: string, answer: string) => `${wave}: ${answer}`,
  },
  network: (sentence: string) => `Network: ${sentence}`,
  entries: "Entries are counted, not projects.",
  ownOnly: "Nobody but your team sees free texts beside your name. Only your own stands here.",
  namesOnly: "Names are not compared. Only those that you gave stand here.",
  hidden: "Too few valid answers to show figures.",
  withheld: "Too few projects in your group for this breakdown.",
  withheldSome: "In some rows there are too few projects in your group for this breakdown.",
  rule: "See the rule",
  unreleased: "This question is not evaluated.",
  share: (n: string, of: string, share: string) => `${n} of ${of} (${share})`,
  place: {
    own: "Your place",
    mean: "Mean place",
    ranked: "Named by",
    notRanked: "–",
  },
  tableOf: (title: string) => `All figures on: ${title}`,
  barsOf: (title: string) => `Your answer and the network: ${title}`,
};
