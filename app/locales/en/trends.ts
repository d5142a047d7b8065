import type { trends as de } from "../de/trends.ts";

export const trends: typeof de = {
  title: "Trends",
  contents: "Questions with a trend",
  most: {
    title: (wave: string) => `What changed most since ${wave}`,
    up: "Risen",
    down: "Fallen",
    none: "Nothing",
    chanceOnly: "No change is larger than chance may explain.",
    quiet: {
      unchanged: "No share has changed since the wave before.",
      untested:
        "These figures are not tested: they are changed for protection, or count entries. So nobody can say whether anything has changed.",
      few: "In one of the two waves there were too few answers to compare shares.",
      incomparable: "No share can be compared between these waves.",
    },
    rule: (least: string) =>
      `Compared are shares, in percentage points: of scales their upper end, else every answer. Both waves had at least ${least} valid answers, and the difference is tested. First comes what is hardly chance, then the rest, each with the largest change first.`,
  },
  points: (n: number, points: string) => (n === 1 ? `${points} percentage point` : `${points} percentage points`),
  meaning: { better: "better", worse: "worse" },
  test: {
    "below-1": "hardly chance (p\u00a0<\u00a00.01)",
    "below-5": "probably no chance (p\u00a0<\u00a00.05)",
    unremarkable: "unremarkable: may be chance",
    none: "not tested",
  },
  words: { "below-1": "< 0.01", "below-5": "< 0.05", unremarkable: "unremarkable", none: "–" },
  sentence: {
    top: (name: string, share: string, labels: string, of: string, wave: string, before: string, ofBefore: string) =>
      `${name}${share} answer ${labels} (${of}). In the wave ${wave} it was ${before} (${ofBefore}).`,
    share: (name: string, share: string, of: string, wave: string, before: string, ofBefore: string) =>
      `${name}${share} (${of}). In the wave ${wave} it was ${before} (${ofBefore}).`,
    place: (name: string, place: string, n: string, wave: string, before: string, nBefore: string) =>
      `${name}mean rank ${place} (${n} mentions). In the wave ${wave} it was ${before} (${nBefore} mentions).`,
    mean: (name: string, mean: string, base: string, wave: string, before: string, baseBefore: string) =>
      `${name}${mean} on average (${base} valid answers). In the wave ${wave} it was ${before} (${baseBefore}).`,
    risen: "Rose most:",
    fallen: "Fell most:",
    rose: "Risen:",
    fell: "Fallen:",
    quiet: {
      unchanged: "Nothing worth mentioning has changed here since the wave before.",
      untested: "These figures are not tested. So nobody can say whether anything has changed.",
      few: "In one of the two waves there were too few answers to compare.",
      incomparable: "The wave before cannot be compared here.",
    },
  },
  waves: {
    title: "Waves compared",
    caption: "The waves of this trend, the oldest first",
    heads: { wave: "Wave", closed: "closed on", part: "answered", version: "Version" },
    note: "In each wave those who answered are counted. They are not always the same projects.",
  },
  panel: {
    said: (n: string, before: string, after: string) =>
      `Among the about ${n} projects that answered both times: about ${before} before, about ${after} now.`,
    head: "only who answered both times",
    cell: (before: string, after: string, n: string) => `about ${before} before, about ${after} now (n about ${n})`,
    withheldCell: "too few",
    withheld: "Too few projects to show only those that answered both times.",
    withheldSome: "For some there are too few projects to show only those that answered both times.",
    some: (n: string, before: string, now: string) =>
      `About ${n} projects answered in both waves, ${before} and ${now}. Where the rule allows it, their figures stand beside, rounded for protection.`,
    none: "There are no figures here of only those projects that answered in both waves: the difference would lead to too few projects, or the release is older.",
    rule: "See the rule",
  },
  base: (low: string, high: string) =>
    low === high ? `Base: ${low} valid answers per wave` : `Base: ${low} to ${high} valid answers per wave`,
  baseEntries: (low: string, high: string) =>
    low === high ? `Base: ${low} valid entries per wave` : `Base: ${low} to ${high} valid entries per wave`,
  measures: {
    top: (labels: string) => `Share ${labels}`,
    share: "Share",
    place: "mean rank",
    mean: "mean",
  },
  axis: {
    between: (low: string, high: string) => `Height of the lines: from ${low} to ${high}.`,
    place: "Height of the lines: rank 1 is at the top. Risen means nearer to it.",
  },
  key: {
    range: "Upright stroke: uncertainty, because not everybody answered.",
    reworded: "Diamond: worded otherwise since this wave, but comparable.",
    recoded: "Double stroke: asked otherwise since this wave. Before and after cannot be compared.",
    panel: "Dashed, with squares: only projects that answered in the last two waves, rounded.",
    gap: "No line: not asked in between, or too few answers.",
  },
  chart: (title: string) => `Trend: ${title} (all figures stand in the table below as well)`,
  table: {
    toggle: "As a table",
    caption: (title: string) => `Trend of: ${title}`,
    item: "Item",
    answer: "Answer",
    measure: "Figure",
    change: (wave: string) => `since ${wave}`,
    test: "Test (p)",
    of: (n: string, base: string) => `${n} of ${base}`,
    mentions: (n: string) => `${n} mentions`,
    answers: (n: string) => `n = ${n}`,
    recoded: "asked otherwise",
  },
  changes: {
    reworded: (n: string) => (n === "1" ? "1 item is worded otherwise" : `${n} items are worded otherwise`),
    rewordedIn: (wave: string) => `since ${wave}:`,
    recoded: (item: string, wave: string) => `${item} is asked otherwise since ${wave}. The line is broken there.`,
    title: (wave: string) => `What is new and what is gone since ${wave}`,
    added: (labels: string) => `Newly asked: ${labels}.`,
    dropped: (labels: string) => `No longer asked: ${labels}.`,
  },
  method: {
    title: "How waves are compared",
    points: [
      "Each wave shows its frozen release. Totals are compared.",
      "An item can be compared if its scale and answers stayed the same. Where only the wording changed there is a diamond, and both wordings can be read.",
      "The test says how often so large a difference would come about if nothing had changed: less than once in 100 cases (< 0.01), less than five times (< 0.05), or more often (unremarkable). For shares it is Fisher’s exact test, for means and ranks the rank-sum test over all steps.",
      "Both tests assume two independent samples. In fact many projects answer in both waves, and mostly alike. So the test is cautious: it calls too few differences remarkable rather than too many.",
      "A difference may also come from other projects having answered. Unremarkable does not mean that nothing has changed.",
      "Beside them, where the rule allows it, stand the projects that gave valid answers in both of the last two waves: the same projects, both times. Their figures are rounded for protection and not tested. They are shown only if the projects that joined and those that left each satisfy the rule as well.",
      "Figures that are rounded for protection, and figures of entries, are not tested.",
    ],
    many: (tested: string, expected: string) =>
      `Here there are ${tested} comparisons. Even if nothing had changed anywhere, on average up to ${expected} of them would be below 0.05.`,
  },
};
