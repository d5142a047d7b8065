import fc from "fast-check";
import { expect, test } from "vitest";
import { besideReleased, highlightsOf, type MirrorPage, sameAnswer, totalOf } from "#app/components/mirror/compare.ts";
import { glanceOf } from "#app/components/mirror/glance.ts";
import type { ItemFigures, ReportItem } from "#app/domain/figures.ts";
import type { OwnLine } from "#app/domain/mirror/own-answers.ts";

const VALID = [1, 2, 3, 4].map((n) => ({ code: String(n), number: n, label: { de: `Stufe ${n}` } }));
const UNKNOWN = { code: "wn", label: { de: "weiß nicht" }, missing: true };
const NAMES = { code: "-unlisted", label: { de: "Projekte" } };

function figures(counts: Record<string, number>, respondents: number | null = null): ItemFigures {
  const { wn: _, ...valid } = counts;
  const empty = { respondents, unanswered: 0, mean: null, sd: null, q1: null, median: null, q3: null };
  return {
    ...{ ...empty, group: "all", breakdown: "total", base: Object.values(valid).reduce((sum, n) => sum + n, 0) },
    counts: Object.entries(counts).map(([code, n]) => ({ code, rank: null, n })),
    derived: { top: null, net: null, meanRanks: [], ranges: [] },
  };
}

function item(key: string, total: ItemFigures, scale: ReportItem["scale"] = "ordinal"): ReportItem {
  return {
    ...{ key, question: "q", scale, title: { de: "q" }, label: { de: key }, codes: [...VALID, UNKNOWN, NAMES] },
    ...{ polarity: "neutral", coded: false, quotes: [], figures: [total], withheld: false },
  };
}

const line = (key: string, codes: string[], last: OwnLine["last"] = null): OwnLine => ({
  ...{ item: key, label: { de: key }, scale: "ordinal", values: [], codes, last },
});

function mirror(rows: { own: OwnLine; released: ReportItem }[]): MirrorPage[] {
  const questions = [{ asked: "q", title: { de: "q" }, lines: rows.map(({ own }) => own) }];
  const blocks = [{ question: "q", title: { de: "q" }, items: rows.map(({ released }) => released) }];
  return besideReleased([{ name: "eins", title: { de: "Eins" }, questions }], blocks, []);
}

test("those who gave the same answer add up to all, whichever answer is the own", () => {
  const counts = fc.record(Object.fromEntries(VALID.map(({ code }) => [code, fc.nat(60)])));
  fc.assert(
    fc.property(counts, (given) => {
      const released = item("a", figures(given));
      const same = VALID.map(({ code }) => sameAnswer({ line: line("a", [code]), item: released }, totalOf(released)));
      expect(same.reduce((sum, one) => sum + (one?.n ?? 0), 0)).toBe(totalOf(released)?.base);
    }),
  );
});

test("nothing is compared of several answers, of entries, of names, and where nothing was answered", () => {
  const total = figures({ 1: 5, 2: 7 });
  const compared = (own: string[], released: ReportItem) => sameAnswer({ line: line("a", own), item: released }, total);
  expect(compared(["1"], item("a", total))).toEqual({ n: 5, base: 12, isMissing: false });
  expect(compared([], item("a", total))).toBeNull();
  expect(compared(["1"], item("a", total, "multiple"))).toBeNull();
  expect(compared(["b2d3"], item("a", total))).toBeNull();
  expect(sameAnswer({ line: line("a", ["1"]), item: item("a", total) }, undefined)).toBeNull();
  expect(sameAnswer({ line: line("a", ["1"]), item: item("a", total) }, figures({ 1: 5 }, 3))).toBeNull();
  expect(sameAnswer({ line: line("a", ["wn"]), item: item("a", total) }, figures({ 1: 5, wn: 2 }))).toEqual({
    ...{ n: 2, base: 5, isMissing: true },
  });
});

test("few are a quarter at most, many half at least, and the outermost come first", () => {
  const given = { 1: 2, 2: 10, 3: 20, 4: 8 };
  const rows = ["1", "2", "3", "4", "wn"].map((code) => ({
    ...{ own: line(`r${code}`, [code]), released: item(`r${code}`, figures({ ...given, wn: 30 })) },
  }));
  const { compared, common, rare, shared } = highlightsOf(mirror(rows));
  expect([compared, common]).toEqual([4, 1]);
  expect(rare.map((one) => one.line.item)).toEqual(["r1", "r4", "r2"]);
  expect(shared.map((one) => one.line.item)).toEqual(["r3"]);
});

test("what can be compared with the wave before is counted, and what changed", () => {
  const lines = [line("a", ["1"], { values: [], isSame: true }), line("b", ["1"], { values: [], isSame: false })];
  const pages = [{ name: "eins", title: { de: "" }, questions: [{ asked: "q", title: { de: "" }, lines }] }];
  expect(glanceOf({ pages, blocks: [], hidden: [], consent: null }).changed).toEqual({ compared: 2, changed: 1 });
  expect(glanceOf({ pages: [], blocks: [], hidden: [], consent: null }).changed).toBeNull();
});

test("what stands out is named with its section, and each section says how often it answers as most do", () => {
  const page = (name: string, ...lines: OwnLine[]) => ({
    ...{ name, title: { de: name } },
    questions: [{ asked: name, title: { de: `Frage ${name}` }, lines }],
  });
  const pages = [page("eins", line("a", ["1"]), { ...line("b", ["2"]), label: null }), page("zwei", line("c", []))];
  const items = ["a", "b", "c"].map((key) => item(key, figures({ 1: 1, 2: 9 })));
  const given = { pages, blocks: [{ question: "q", title: { de: "q" }, items }], hidden: [] };
  const glance = glanceOf({ ...given, consent: null });
  expect(glance).toMatchObject({ compared: 2, common: 1 });
  const same = (n: number) => ({ n, base: 10, isMissing: false });
  expect(glance.rare).toEqual([
    { section: 0, item: "a", label: { de: "a" }, question: { de: "Frage eins" }, values: [], same: same(1) },
  ]);
  expect(glance.shared).toEqual([
    { section: 0, item: "b", label: { de: "Frage eins" }, question: null, values: [], same: same(9) },
  ]);
  expect(glance.sections).toEqual([
    { title: { de: "eins" }, compared: 2, common: 1 },
    { title: { de: "zwei" }, compared: 0, common: 0 },
  ]);
  // Whether a project may be named says nothing of its work.
  expect(glanceOf({ ...given, consent: "a" })).toMatchObject({ compared: 1, rare: [], shared: [{ item: "b" }] });
});
