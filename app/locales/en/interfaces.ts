import type { interfaces as de } from "../de/interfaces.ts";

export const interfaces: typeof de = {
  title: "Interfaces",
  unit: { projects: "projects", people: "people" },
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
    contact: (part: string) => `${part} have contact at least once a month`,
    form: (part: string) => `${part} have a fixed contact person or more`,
    quality: (part: string) => `${part} call the cooperation good or very good`,
    reliability: (part: string) => `${part} say that arrangements are kept`,
    trust: (part: string) => `${part} have quite a lot or a great deal of trust`,
  },
  all: {
    title: "Where cooperation works and where it does not",
    base: (low: string, high: string) =>
      low === high ? `Base: ${low} valid answers per cell` : `Base: ${low} to ${high} valid answers per cell`,
    sentence: (field: string, point: string) => `Cooperation is weakest with ${field}: ${point}.`,
    none: "No field has figures for all five points. So there is no order.",
    caption: "Fields and five points of cooperation, the weakest field first",
    key: "Share of projects, with their number below. Brown means: seldom or weak. Petrol means: often or strong.",
    corner: "Field",
    strength: "Mean",
    strengthNote: "of the five shares",
    withheld: "too few",
    note: "“Too few” means: too few projects to show this figure.",
    hidden: (fields: string) => `Not shown because too few projects answered: ${fields}.`,
    ruleLink: "See the rule",
  },
  method: {
    title: "How is this worked out?",
    aspects: [
      "Contact: share of projects with contact at least once a month.",
      "Fixed form: share with a fixed contact person, a regular meeting or a written agreement.",
      "Quality: share of “good” or “very good”.",
      "Reliability: share for whom “arrangements are kept” applies quite well or completely.",
      "Trust: share with quite a lot or a great deal of trust.",
    ],
    asked:
      "Only projects that had contact with a field are asked for form, quality, reliability and trust. “I cannot judge this” does not count.",
    order: "The order follows the mean of the five shares, each counting the same. Fields without all five come last.",
    sentence:
      "The sentence names the weakest field and the point in which it lies furthest below the mean of all fields. “Only” stands where it is less than half.",
    chance: "Neighbours in the list may change places as soon as more projects answer.",
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
    noBefore: "No earlier wave of this questionnaire has been released yet.",
    changes: "Partly other projects answer in each wave. Small differences between waves may be chance.",
    reworded: (aspects: string) => `Worded differently in the earlier wave: ${aspects}.`,
    apart: (aspects: string) => `Asked differently or not at all in the earlier wave, so not compared: ${aspects}.`,
    hardest: (part: string) => `Named as particularly difficult by ${part}.`,
    wanted: (part: string, more: string) => `${part} wish for “${more}”.`,
    dash: "–",
  },
  groups: {
    title: (field: string, breakdown: string) => `${field} by ${breakdown}`,
    caption: (field: string, breakdown: string) => `Cooperation with ${field} by ${breakdown}`,
    note: "Shares of groups are worked out from protected counts; small differences say nothing.",
    everybody: "all",
    withheld: "A dash means: too few projects for this breakdown.",
  },
  obstacles: {
    note: "Each project could enter up to three difficult fields and name the obstacles for each. Entries are counted. Which obstacle was named for which field is shown by no release: questions are not crossed with each other.",
    ruleLink: "Why this is so",
  },
  practice: {
    title: "What works well",
    note: "Passages from answers, shortened and approved by a second person. Their order is random.",
  },
};
