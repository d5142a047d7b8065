import type { interfaces as de } from "../de/interfaces.ts";

export const interfaces: typeof de = {
  title: "Interfaces",
  unit: { projects: "projects", people: "people" },
  withContact: (unit: string) => `${unit} with contact`,
  part: (n: string, of: string, unit: string) => `${n} of ${of} ${unit}`,
  only: (part: string) => `only ${part}`,
  ofBase: (n: string, base: string) => `${n} of ${base}`,
  aspects: {
    contact: "contact",
    form: "fixed form",
    quality: "quality",
    reliability: "reliability",
    trust: "trust",
  },
  points: {
    contact: (n: number, part: string, answers: string) =>
      `${part} ${n === 1 ? "has" : "have"} regular contact (${answers})`,
    form: (n: number, part: string, answers: string) =>
      `${part} ${n === 1 ? "cooperates" : "cooperate"} in a fixed form (${answers})`,
    quality: (n: number, part: string, answers: string) =>
      `${part} ${n === 1 ? "calls" : "call"} the cooperation ${answers}`,
    reliability: (n: number, part: string, answers: string) =>
      `${part} ${n === 1 ? "says" : "say"} that arrangements are kept (${answers})`,
    trust: (n: number, part: string, answers: string) => `${part} ${n === 1 ? "has" : "have"} trust (${answers})`,
  },
  orMore: {
    contact: (answer: string) => `${answer} or more often`,
    form: (answer: string) => `${answer} or closer`,
  },
  all: {
    title: "Where cooperation works and where it does not",
    base: (low: string, high: string) =>
      low === high ? `Base: ${low} valid answers per cell` : `Base: ${low} to ${high} valid answers per cell`,
    sentence: (field: string, point: string) => `Cooperation is weakest with ${field}: ${point}.`,
    none: "No field has figures for all five points. So there is no order.",
    caption: "Fields and five points of cooperation, the weakest field first",
    key: {
      projects:
        "Share of projects, from “fixed form” on of projects with contact, with their number below. Brown means: seldom or weak. Petrol means: often or strong.",
      people:
        "Share of people, from “fixed form” on of people with contact, with their number below. Brown means: seldom or weak. Petrol means: often or strong.",
    },
    bareKey: {
      projects:
        "Share of projects, from “fixed form” on of projects with contact. Brown means: seldom or weak. Petrol means: often or strong.",
      people:
        "Share of people, from “fixed form” on of people with contact. Brown means: seldom or weak. Petrol means: often or strong.",
    },
    corner: "Field",
    strength: "Mean",
    strengthNote: "of the five shares",
    withheld: "too few",
    note: {
      projects: "“Too few” means: too few projects to show this figure.",
      people: "“Too few” means: too few people to show this figure.",
    },
    hidden: {
      projects: (fields: string) => `Not shown because too few projects answered: ${fields}.`,
      people: (fields: string) => `Not shown because too few people answered: ${fields}.`,
    },
    ruleLink: "See the rule",
  },
  method: {
    title: "How is this worked out?",
    aspects: {
      contact: (answers: string) => `Contact: share of those who answer ${answers}.`,
      form: (answers: string) => `Fixed form: share of those who answer ${answers}.`,
      quality: (answers: string) => `Quality: share of those who answer ${answers}.`,
      reliability: (answers: string) =>
        `Reliability: share of those who answer ${answers} when asked whether arrangements are kept.`,
      trust: (answers: string) => `Trust: share of those who answer ${answers}.`,
    },
    asked:
      "Only those who had contact with a field are asked for form, quality, reliability and trust. Who cannot judge something does not count.",
    order: "The order follows the mean of the five shares, each counting the same. Fields without all five come last.",
    sentence:
      "The sentence names the weakest field and the point in which it lies furthest below the mean of all fields. “Only” stands where it is less than half.",
    chance: "Neighbours in the list may change places as soon as more answers come in.",
  },
  chooser: { field: "Field" },
  profile: {
    title: (field: string) => `In profile: ${field}`,
    against: (aspect: string, own: string, all: string) => `${aspect} (${own} against ${all})`,
    both: (below: string, above: string) =>
      `Furthest below the mean of all fields: ${below}. Furthest above it: ${above}.`,
    below: (one: string) => `Nowhere above the mean of all fields, furthest below it: ${one}.`,
    above: (one: string) => `Nowhere below the mean of all fields, furthest above it: ${one}.`,
    nothing: "There are no figures of this field that can be compared.",
    chart: (field: string) =>
      `Five points of cooperation with ${field} against the mean of all fields. All values stand in the table below.`,
    caption: (field: string) => `Cooperation with ${field} in figures`,
    aspect: "Point",
    average: "Mean of all fields",
    wave: (wave: string) => `Wave ${wave}`,
    dashed: (name: string) => `${name} (dashed)`,
    dotted: (name: string) => `${name} (dotted)`,
    first: "This wave is the first of this questionnaire that has been released.",
    notAsked: "The wave before did not ask for this.",
    changes: "Partly others answer in each wave. Small differences between waves may be chance.",
    reworded: (aspects: string) => `Worded differently in the earlier wave: ${aspects}.`,
    apart: (aspects: string) =>
      `Asked differently, not asked or not shown in the earlier wave, so not compared: ${aspects}.`,
    hardest: (_, part: string) => `Named as particularly difficult by ${part}.`,
    wanted: (n: number, part: string, more: string) => `${part} ${n === 1 ? "wishes" : "wish"} for “${more}”.`,
    dash: "–",
  },
  groups: {
    title: (field: string, breakdown: string) => `${field} by ${breakdown}`,
    caption: (field: string, breakdown: string) => `Cooperation with ${field} by ${breakdown}`,
    note: "Shares of groups are worked out from protected counts; small differences say nothing.",
    everybody: "all",
    withheld: {
      projects: "A dash means: too few projects for this breakdown.",
      people: "A dash means: too few people for this breakdown.",
    },
  },
  obstacles: {
    note: "The obstacles stand here for all fields together. The questions are about difficult fields, and about the obstacles of each. Entries are counted. Which obstacle was named for which field is shown by no release: questions are not crossed with each other.",
    ruleLink: "Why this is so",
  },
  practice: {
    title: "What works well",
    note: "Passages from answers, shortened and approved by a second person. Their order is random.",
  },
};
