import fc from "fast-check";
import { expect, test } from "vitest";
import type { ItemFigures, ReportItem } from "#app/domain/figures.ts";
import { comparisonInWords, countedInWords, profileInWords, weakestInWords } from "#app/domain/interfaces/in-words.ts";
import { profileOf } from "#app/domain/interfaces/profile.ts";
import {
  averageOf,
  type InterfaceBlocks,
  rankInterfaces,
  type WeakInterface,
  weakestInterfaces,
} from "#app/domain/interfaces/rank-interfaces.ts";
import type { ReleaseBlock } from "#app/domain/report/blocks.ts";
import { textsOf } from "#app/locales/index.ts";
import { ASPECTS, type InterfaceQuestions } from "#surveys/interfaces.ts";

const asked: InterfaceQuestions = {
  contact: { question: "k", from: "3" },
  detail: "d",
  form: { column: "form", from: "1" },
  quality: "q",
  reliability: "r",
  trust: "t",
  practice: [],
};
const REGION = { breakdown: "region5", code: "nord", label: { de: "Nord" }, n: 9 };
const CODES = [0, 1, 2, 3, 4].map((n) => ({ code: String(n), number: n, label: { de: String(n) } }));
const MISSING = { code: "wn", label: { de: "weiß nicht" }, missing: true };

/** How often each code was given; the scale ends with 3 and 4. */
function figures(counts: Record<string, number>, group = { breakdown: "total", code: "all" }): ItemFigures {
  const empty = { respondents: null, unanswered: 0, mean: null, sd: null, q1: null, median: null, q3: null };
  const derived = { top: { codes: ["3", "4"], share: null, range: null }, net: null, meanRanks: [], ranges: [] };
  const base = CODES.reduce((sum, { code }) => sum + (counts[code] ?? 0), 0);
  const rows = [...CODES, MISSING].map(({ code }) => ({ code, rank: null, n: counts[code] ?? 0 }));
  return { ...empty, group: group.code, breakdown: group.breakdown, base, counts: rows, derived };
}

function item(key: string, question: string, list: ItemFigures[], label = key): ReportItem {
  const about = { key, question, scale: "ordinal", title: { de: question }, label: { de: label } } as const;
  const rest = { polarity: "neutral", coded: false, withheld: false } as const;
  return { ...about, ...rest, quotes: [], codes: [...CODES, MISSING], figures: list };
}

/** One field: how many of ten count for each point; those who count answer 3, the others 0. */
function blocksOf(fields: Record<string, (number | null)[]>): InterfaceBlocks {
  const ten = (n: number) => [figures({ 3: n, 0: 10 - n, wn: 4 })];
  const rows = Object.entries(fields);
  const block = (question: string, items: ReportItem[]): ReleaseBlock => ({
    ...{ question, title: { de: question }, items, hidden: [] },
  });
  const columns = ["form", "q", "r", "t"];
  return {
    asked,
    contact: block(
      "k",
      rows.map(([field, [n]]) => item(`k/${field}`, "k", ten(n ?? 0), field)),
    ),
    detail: block(
      "d",
      rows.flatMap(([field, [, ...own]]) =>
        columns.flatMap((column, i) => {
          const n = own[i];
          return n === null || n === undefined ? [] : item(`d/${field}/${column}`, "d", ten(n));
        }),
      ),
    ),
  };
}

test("counts contact and form from their code on, the others by the upper end, and never who cannot judge", () => {
  const list = [figures({ 0: 1, 1: 2, 2: 3, 3: 4, 4: 5, wn: 9 })];
  const blocks: InterfaceBlocks = {
    asked,
    contact: { question: "k", title: { de: "k" }, hidden: [], items: [item("k/a", "k", list)] },
    detail: {
      ...{ question: "d", title: { de: "d" }, hidden: [] },
      items: ["form", "q", "r", "t"].map((column) => item(`d/a/${column}`, "d", list)),
    },
  };
  const [one] = rankInterfaces(blocks);
  expect(one?.total).toEqual({
    contact: { n: 9, base: 15 },
    form: { n: 14, base: 15 },
    quality: { n: 9, base: 15 },
    reliability: { n: 9, base: 15 },
    trust: { n: 9, base: 15 },
  });
  expect(one?.strength).toBeCloseTo((4 * 9 + 14) / 75, 12);
});

test("the weakest comes first by the mean of its five shares, and who lacks one of them comes last", () => {
  const ranked = rankInterfaces(
    blocksOf({ a: [5, 5, 5, 5, 5], b: [1, 9, 2, 2, 2], c: [0, null, 0, 0, 0], d: [10, 10, 10, 10, 10] }),
  );
  expect(ranked.map(({ field }) => field)).toEqual(["b", "a", "d", "c"]);
  expect(ranked.at(-1)).toMatchObject({ strength: null, total: { form: null, quality: { n: 0, base: 10 } } });
});

test("names for each of the weakest the point that lies furthest below the mean of all fields", () => {
  const blocks = blocksOf({ a: [6, 1, 5, 5, 5], b: [6, 6, 6, 2, 6], c: [9, 9, 9, 9, 9], d: [8, 8, 8, 8, 8] });
  const ranked = rankInterfaces(blocks);
  expect(weakestInterfaces(ranked)).toMatchObject([
    { field: "a", aspect: "form", n: 1, base: 10 },
    { field: "b", aspect: "reliability", n: 2, base: 10 },
    { field: "d", n: 8, base: 10 },
  ]);
});

test("says in the words of the answers what is counted, and of whom: who has no contact is asked for nothing else", () => {
  const blocks = blocksOf({ a: [6, 1, 5, 5, 5], b: [6, 6, 6, 2, 6] });
  const [weakest] = weakestInterfaces(rankInterfaces(blocks), 1) as [WeakInterface];
  const say = (weak: Partial<WeakInterface>, respondents: "projects" | "people" = "projects", own = asked) =>
    weakestInWords({ ...weakest, ...weak }, { ...blocks, asked: own, release: { respondents } }, textsOf("de"), "de");
  const lead = "Am schwächsten ist die Zusammenarbeit mit „a“: ";
  expect(say({})).toBe(
    `${lead}nur 1 von 10 Projekten mit Kontakt arbeitet in fester Form zusammen („1“ oder verbindlicher).`,
  );
  expect(say({ n: 5 }, "people")).toBe(
    `${lead}5 von 10 Personen mit Kontakt arbeiten in fester Form zusammen („1“ oder verbindlicher).`,
  );
  expect(say({ aspect: "contact", n: 2 })).toBe(
    `${lead}nur 2 von 10 Projekten haben regelmäßig Kontakt („3“ oder öfter).`,
  );
  const later = { ...asked, contact: { question: "k", from: "4" } };
  expect(say({ aspect: "contact", n: 2 }, "projects", later)).toContain("(„4“)");
  expect(say({ aspect: "quality", n: 6 })).toBe(
    `${lead}6 von 10 Projekten mit Kontakt nennen die Zusammenarbeit „3“ oder „4“.`,
  );
  expect(countedInWords(blocks, ["b", "a"], textsOf("de"), "de").slice(0, 3)).toEqual([
    "Kontakt: Anteil mit der Antwort „3“ oder „4“.",
    "Feste Form: Anteil mit der Antwort „1“, „2“, „3“ oder „4“.",
    "Qualität: Anteil mit der Antwort „3“ oder „4“.",
  ]);
});

test("whatever was answered, the order is that of the means, shares lie between 0 and 1, and averages within the shares", () => {
  const five = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(five, { minLength: 1, maxLength: 12 }), (fields) => {
      const ranked = rankInterfaces(blocksOf(Object.fromEntries(fields.map((own, i) => [`f${i}`, own]))));
      // What differs by rounding alone stays in the order of the questionnaire.
      const strengths = ranked.map(({ strength }) => Math.round((strength ?? Number.NaN) * 1e9));
      expect(strengths).toEqual(strengths.toSorted((a, b) => a - b));
      const average = averageOf(ranked);
      for (const [i, aspect] of ASPECTS.entries()) {
        const shares = fields.map((own) => (own[i] as number) / 10);
        expect(average[aspect]).toBeCloseTo(shares.reduce((sum, one) => sum + one, 0) / shares.length, 12);
      }
      for (const { n, base } of weakestInterfaces(ranked)) expect(n / base).toBeLessThanOrEqual(1);
    }),
  );
});

test("a group that may not be shown, or in which nobody answered, says nothing", () => {
  const blocks = blocksOf({ a: [5, 5, 5, 5, 5] });
  const [contact] = blocks.contact.items;
  contact?.figures.push(figures({ 3: 3, 0: 6 }, REGION));
  blocks.detail.items[0]?.figures.push(figures({}, REGION));
  const quality = blocks.detail.items[1] as ReportItem;
  quality.figures.push(figures({ 3: 3 }, REGION));
  quality.withheld = true;
  const [one] = rankInterfaces(blocks, [REGION]);
  expect(one?.groups).toEqual([
    { contact: { n: 3, base: 9 }, form: null, quality: null, reliability: null, trust: null },
  ]);
});

test("a profile stands beside the mean of all fields and the wave before, but not where that one measured otherwise", () => {
  const now = blocksOf({ a: [5, 5, 5, 5, 5], b: [9, 1, 5, 5, 5] });
  const before = blocksOf({ a: [1, 2, 3, 4, 5] });
  const reworded = before.detail.items.find(({ key }) => key === "d/a/q") as ReportItem;
  reworded.label = { de: "anders gesagt" };
  const recoded = before.detail.items.find(({ key }) => key === "d/a/r") as ReportItem;
  recoded.codes = recoded.codes.slice(1);
  before.asked = { ...asked, form: { column: "form", from: "2" } };
  const ranked = rankInterfaces(now);
  const lines = profileOf("a", ranked, now, before);
  expect(lines.map(({ aspect, average, before: earlier, asked: how }) => [aspect, average, earlier?.n, how])).toEqual([
    ["contact", 0.7, 1, "same"],
    ["form", 0.3, undefined, "apart"],
    ["quality", 0.5, 3, "reworded"],
    ["reliability", 0.5, undefined, "apart"],
    ["trust", 0.5, 5, "same"],
  ]);
  expect(profileOf("a", ranked, now, null).every(({ before: earlier }) => earlier === null)).toBe(true);
  const compare = (earlier: InterfaceBlocks | null, hasEarlier: boolean, kind: "final" | "interim" = "final") =>
    comparisonInWords(lines, { before: earlier, hasEarlier, release: { kind } }, textsOf("de"), "de");
  expect(compare(null, false)).toBe("Diese Welle ist die erste dieses Fragebogens, die ausgewertet ist.");
  expect(compare(null, true)).toBe("Die Welle davor hat danach nicht gefragt.");
  expect(compare(null, false, "interim")).toBeUndefined();
  expect(compare(before, true)).toContain("In der früheren Welle anders formuliert: Qualität.");
  expect(compare(before, true)).toContain("deshalb nicht verglichen: feste Form und Verlässlichkeit.");
  expect(profileInWords(lines, textsOf("de"), "de")?.replaceAll(/\s/g, " ")).toBe(
    "Am weitesten unter dem Mittel aller Bereiche: Kontakt (50 % gegen 70 %). Am weitesten darüber: feste Form (50 % gegen 30 %).",
  );
});
