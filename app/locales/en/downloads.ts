import type { downloads as de } from "../de/downloads.ts";

export const downloads: typeof de = {
  title: "Download",
  lead: "Every file holds the same figures as this page, with all breakdowns. None holds a single response.",
  jump: "Download",
  get: (name: string) => `Download: ${name}`,
  formats: {
    xlsx: {
      name: "Workbook for Excel",
      kind: "Excel file (.xlsx), in German",
      purpose: "To read, filter and go on calculating. One sheet per question, with an overview and the codebook.",
    },
    csv: {
      name: "Table for German Excel",
      kind: "CSV with semicolons and decimal commas (.csv), in German",
      purpose: "All figures with all labels in one table. Opens in German Excel without importing.",
    },
    analyse: {
      name: "Table for statistics programmes",
      kind: "CSV with commas and decimal points (.csv)",
      purpose: "For R, Python or SPSS. Codes instead of labels; the codebook says what they mean.",
    },
    codebuch: {
      name: "Codebook",
      kind: "CSV with commas and decimal points (.csv)",
      purpose:
        "Wording of all questions, all codes, groups and columns, the rule. Belongs to the table for statistics.",
    },
    zip: {
      name: "Everything in one archive",
      kind: "ZIP archive (.zip)",
      purpose: "To keep and to pass on: all files, the questionnaire, and facts about the release.",
    },
  },
  exactness: {
    exact: "All figures are exactly as counted.",
    protectedCounts: (multiple: string) =>
      `Within breakdowns every count is changed slightly for protection and rounded to a multiple of ${multiple}. Shares and means follow from these. Parts therefore do not always add up to the total.`,
    totalsExact: "Totals are exact.",
    totalsToo: "This holds for totals, too.",
  },
  method: {
    points: [
      "The base (n) is the valid answers to exactly this question. Those who gave no answer, “don’t know” or “refused” stand beside it and do not count.",
      "Shares are count divided by base. For questions with several answers they add up to more than 100 per cent.",
      "Means of ordered scales assume equal distances between the steps.",
      "Quartiles and medians of numbers are interpolated linearly (type 7 of Hyndman and Fan 1996).",
      "What the rule does not allow is missing: a breakdown, or a whole question.",
    ],
    version: (n: string) => `Calculated by method ${n}.`,
  },
  readme: {
    files: "Files",
    instrument: "The questions of this round with wording and codes, for programmes.",
    metadata: "Facts about the release, the rule and the groups, for programmes.",
    rule: "What is shown",
    source: "All files are written from the frozen release. None holds a single response.",
    method: "How figures are made",
    conventions: "Conventions",
    conventionPoints: [
      "All files are written in UTF-8. The table for Excel begins with a mark of it (BOM).",
      "An apostrophe before a text that begins with = + - @ keeps spreadsheets from running it as a formula. It is not part of the text.",
      "Empty cells mean: not given. The number 0 means: nobody.",
    ],
    checksum: "Checksum of the release (SHA-256)",
  },
};
