import type { ExportFormat } from "#app/domain/export/format.ts";
import {
  type ExportFigure,
  type ExportGroup,
  type ExportItem,
  entriesOf,
  type ReleaseContents,
} from "#app/domain/export/release-contents.ts";
import type { Locale } from "#app/locales/index.ts";
import type { Code } from "#surveys/model.ts";

/** A release as its rows stand in the database, with one item of every kind and texts that want to be something else. */

const release: ReleaseContents["release"] = {
  release_id: "6f6d2a5c-52cc-4b0c-9a43-1c8c5c2f5d11",
  round_id: "0b0e7e0a-3a67-4c7c-9d3f-5f2a6f1c2d3e",
  number: 2,
  kind: "correction",
  corrects: "2f5b1c0e-8d1e-4a53-9c65-0f7b6a1d2e3c",
  reason: "Sechs Projekte ließen ihren Bogen löschen.",
  made_at: new Date("2026-10-02T09:30:14Z"),
  made_by: "9d2f0f57-2c0e-4a52-9f1e-30d5f31d7a10",
  method: 2,
  rule: {
    minimum: 6,
    organisations: 3,
    largestShare: 0.5,
    withoutTwo: null,
    exactFrom: 20,
    multiple: 3,
    totals: "exact",
  },
  questionnaire: "probe",
  version: 3,
  version_checksum: "b".repeat(64),
  title: { de: "Größte Bedarfe", en: "Greatest needs" },
  wave: "2026",
  privacy: "confidential",
  closed_at: new Date("2026-09-30T16:00:00Z"),
  invited: 60,
  submitted: 54,
  fictional: true,
  respondents: "projects",
  checksum: "a".repeat(64),
  key_id: "5b8e4c58-4f0e-4f5c-8d0c-1a9a2f6f8f10",
};

const group = (breakdown: string, code: string, label: string, n: number): ExportGroup => ({
  breakdown,
  group_code: code,
  breakdown_label: breakdown === "total" ? { de: "Gesamt", en: "Total" } : { de: "Region", en: "Region" },
  label: { de: label },
  n,
});

const GROUPS = [
  group("total", "all", "Alle", 54),
  group("region5", "nord", "=Nord", 30),
  group("region5", "-rest", "Übrige 🏔", 24),
];

const SCALE: Code[] = [
  { code: "1", number: 1, label: { de: "gar nicht", en: "not at all" } },
  { code: "-2", number: -2, label: { de: "-2" } },
  { code: "wn", label: { de: "weiß nicht; „nie“, sagt man\nhier", en: "don't know" }, missing: true },
];

const CHOICES: Code[] = [
  { code: "@a", label: { de: '+49 30 "Amt"' } },
  { code: "b", label: { de: "=1+1" } },
];

const item = (key: string, scale: ExportItem["scale"], more: Partial<ExportItem> = {}): ExportItem => {
  const title = { de: `Frage ${key}`, en: `Question ${key}` };
  return {
    item: key,
    position: 0,
    question: key,
    scale,
    title,
    label: title,
    codes: [],
    withheld: [],
    polarity: "neutral",
    ...more,
  };
};

const LONG = "Wie wichtig ist [Ihnen]: das/jenes * \\ ja? Und warum wohl eigentlich 😀";
const ITEMS: ExportItem[] = [
  item("bed/a", "ordinal", {
    question: "bed",
    title: { de: LONG },
    label: { de: "Zugang" },
    codes: SCALE,
    polarity: "high-good",
  }),
  item("bed/b", "ordinal", {
    question: "bed",
    title: { de: LONG },
    label: { de: "_x0041_ Austausch" },
    codes: SCALE,
    polarity: "high-bad",
  }),
  item("bed2", "multiple", { title: { de: `${LONG}!` }, label: { de: `${LONG}!` }, codes: CHOICES }),
  item("rang", "rank", { codes: CHOICES }),
  item("faelle", "number"),
  item("ort/note", "ordinal", { codes: SCALE.slice(0, 2) }),
  item("selten", "choice", { codes: CHOICES, withheld: ["total", "region5"] }),
  item("offen", "text"),
].map((one, position) => ({ ...one, position }));

type Given = Partial<Omit<ExportFigure, "item" | "breakdown" | "group_code">>;

const figure = (key: string, [breakdown, code]: [string, string], given: Given): ExportFigure => ({
  item: key,
  breakdown,
  group_code: code,
  base: 0,
  unanswered: 0,
  respondents: null,
  mean: null,
  sd: null,
  q1: null,
  median: null,
  q3: null,
  counts: [],
  ...given,
});

const ALL: [string, string] = ["total", "all"];
const NORD: [string, string] = ["region5", "nord"];
const REST: [string, string] = ["region5", "-rest"];
const of = (counts: Record<string, number>) => Object.entries(counts).map(([code, n]) => ({ code, rank: null, n }));

const FIGURES: ExportFigure[] = [
  figure("bed/a", ALL, {
    base: 49,
    unanswered: 2,
    mean: -0.7142857142857143,
    sd: 1.5,
    median: -2,
    q1: -2,
    q3: 1,
    counts: of({ "1": 21, "-2": 28, wn: 3 }),
  }),
  figure("bed/a", NORD, {
    base: 27,
    unanswered: 3,
    mean: -0.6666666666666666,
    sd: 1.5,
    median: -2,
    q1: -2,
    q3: 1,
    counts: of({ "1": 12, "-2": 15 }),
  }),
  figure("bed/a", REST, {
    base: 24,
    mean: -0.875,
    sd: 1.5,
    median: -2,
    q1: -2,
    q3: 1,
    counts: of({ "1": 9, "-2": 15 }),
  }),
  figure("bed/b", ALL, { base: 54, mean: 1, sd: 0, median: 1, q1: 1, q3: 1, counts: of({ "1": 54 }) }),
  figure("bed2", ALL, { base: 50, unanswered: 4, counts: of({ "@a": 20, b: 41, "-unlisted": 7 }) }),
  figure("rang", ALL, {
    base: 30,
    unanswered: 24,
    counts: [
      { code: "@a", rank: 1, n: 20 },
      { code: "@a", rank: 2, n: 5 },
      { code: "b", rank: 1, n: 10 },
    ],
  }),
  figure("faelle", ALL, { base: 40, unanswered: 14, mean: 12.5, sd: 4.25, q1: 7, median: 11.5, q3: 18.25 }),
  figure("ort/note", ALL, {
    base: 33,
    unanswered: 30,
    respondents: 24,
    mean: -0.5,
    sd: 1.4,
    median: 1,
    q1: -2,
    q3: 1,
    counts: of({ "1": 16, "-2": 17 }),
  }),
  figure("offen", ALL, { base: 11, unanswered: 43 }),
];

export const SAMPLE: ReleaseContents = {
  release,
  groups: GROUPS,
  items: ITEMS,
  quotes: [
    { item: "offen", text: "=mehr Zeit" },
    { item: "offen", text: "Weniger Anträge, mehr Ruhe 🏔" },
  ],
  walk: async function* () {
    yield* entriesOf(ITEMS, GROUPS, FIGURES);
  },
};

/** Every count of the release, as "item breakdown group kind code rank" → n. */
export const EXPECTED: ReadonlyMap<string, number> = new Map(
  FIGURES.flatMap((one) => {
    const item = ITEMS.find(({ item }) => item === one.item);
    const missing = new Set(item?.codes.filter((code) => code.missing).map(({ code }) => code));
    const at = (...rest: (string | number)[]) => [one.item, one.breakdown, one.group_code, ...rest].join(" ");
    const counted = one.counts.map(({ code, rank, n }): [string, number] => [
      at(missing.has(code) ? "missing" : "valid", code, rank ?? ""),
      n,
    ]);
    return [...counted, [at("base"), one.base], [at("unanswered"), one.unanswered]];
  }),
);

/** The whole file that a format makes of the sample, or of other contents. */
export async function compose(
  { compose: write }: ExportFormat,
  contents: ReleaseContents = SAMPLE,
  locale: Locale = "de",
): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of write(contents, locale)) pieces.push(Buffer.from(piece));
  return new Uint8Array(Buffer.concat(pieces));
}

export const textOf = (bytes: Uint8Array): string =>
  new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
