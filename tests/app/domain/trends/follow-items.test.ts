import { expect, test } from "vitest";
import type { ReportItem } from "#app/domain/figures.ts";
import { blocksOf, type FigureRow, type ItemRow } from "#app/domain/report/blocks.ts";
import { samplingOf } from "#app/domain/report/derived.ts";
import { countTests, mostChanged, whatChanged } from "#app/domain/trends/compare-waves.ts";
import { followItems, type Line, type Wave } from "#app/domain/trends/follow-items.ts";

type Asked = Partial<Omit<ItemRow, "item">> & { counts?: Record<string, number>; respondents?: number };

const steps = (...numbers: number[]) =>
  numbers.map((n) => ({ code: String(n), number: n, label: { de: `Stufe ${n}` } }));
const choices = (...codes: string[]) => codes.map((code) => ({ code, label: { de: code } }));

/** A wave as a release would hold it: rows of items and of their totals. */
function wave(asked: Record<string, Asked>, totals: "exact" | "protected" = "exact"): Wave {
  const items = Object.entries(asked).map(([item, { counts: _, respondents: __, ...given }]): ItemRow => {
    const plain = { question: item.split("/")[0] as string, title: { de: item }, label: { de: item } };
    return {
      item,
      scale: "ordinal",
      codes: steps(1, 2, 3, 4, 5),
      withheld: [],
      polarity: "high-good",
      ...plain,
      ...given,
    };
  });
  const figures = Object.entries(asked).flatMap(
    ([item, { counts = {}, withheld, respondents = null }]): FigureRow[] => {
      if (withheld?.includes("total")) return [];
      const rows = Object.entries(counts).map(([place, n]) => {
        const [code = "", rank] = place.split("@");
        return { code, rank: rank === undefined ? null : Number(rank), n };
      });
      const base = rows.reduce((sum, { n }) => sum + n, 0);
      const mean = rows.reduce((sum, { code, n }) => sum + Number(code) * n, 0) / base;
      const none = { sd: null, q1: null, median: null, q3: null, unanswered: 0 };
      const about = { item, breakdown: "total", group_code: "all", counts: rows };
      return [{ ...none, ...about, base, respondents, mean: Number.isNaN(mean) ? null : mean }];
    },
  );
  const release = { invited: 200, submitted: 100, rule: { minimum: 6, organisations: 3, withoutTwo: null, totals } };
  const sampling = samplingOf(release);
  const hidden = items.filter(({ withheld }) => withheld.includes("total")).map(({ item }) => item);
  return {
    release: release as Wave["release"],
    ...{ sampling, hidden, blocks: blocksOf(items, figures, null, sampling) },
  };
}

const linesOf = (...waves: Wave[]): Line[] => followItems(waves).blocks.flatMap(({ lines }) => lines);
const low = { 1: 10, 2: 10, 3: 10, 4: 10, 5: 10 };
const high = { 1: 2, 2: 3, 3: 5, 4: 20, 5: 20 };

test("a line holds while scale and answers stay, is marked where the words change, and breaks where they do not", () => {
  const [line] = linesOf(
    wave({ q: { counts: low } }),
    wave({ q: { counts: low, label: { de: "anders" } } }),
    wave({ q: { counts: { 1: 30, 2: 30 }, label: { de: "anders" }, codes: steps(1, 2) } }),
    wave({ q: { counts: { 1: 10, 2: 50 }, label: { de: "anders" }, codes: steps(1, 2) } }),
  );
  expect(line?.steps).toEqual([null, "reworded", "recoded", "identical"]);
  expect(line?.points.map((point) => point?.value)).toEqual([0.4, 0.4, 0.5, 50 / 60]);
  expect(line?.differences.map((one) => one?.by ?? null)).toEqual([null, 0, null, 50 / 60 - 0.5]);
});

test("an answer that came later has no share of nought before, and what was not asked leaves a hole", () => {
  const asked = { scale: "choice", codes: choices("a", "b") } as const;
  const more = { scale: "choice", codes: choices("a", "b", "c") } as const;
  const lines = linesOf(
    wave({ q: { ...asked, counts: { a: 20, b: 30 } }, o: { counts: low } }),
    wave({ q: { ...more, counts: { a: 20, b: 20, c: 10 } } }),
    wave({ q: { ...more, counts: { a: 10, b: 20, c: 20 } }, o: { counts: low } }),
  );
  const valuesOf = (key: string) => lines.find((one) => one.key === key)?.points.map((point) => point?.value ?? null);
  expect(valuesOf("q a")).toEqual([0.4, 0.4, 0.2]);
  expect(valuesOf("q c")).toEqual([null, 0.2, 0.4]);
  expect(valuesOf("o ")).toEqual([0.4, null, 0.4]);
  expect(lines.find(({ key }) => key === "o ")?.steps).toEqual([null, null, null]);
});

test("what was asked otherwise is told across a wave that did not ask", () => {
  const [line] = linesOf(
    wave({ q: { counts: low } }),
    wave({ other: { counts: low } }),
    wave({ q: { counts: { 1: 10, 2: 50 }, codes: steps(1, 2) } }),
  );
  expect(line?.steps).toEqual([null, null, "recoded"]);
  expect(line?.differences).toEqual([null, null, null]);
});

test("what unlisted answers are called is no part of what was asked", () => {
  const asked = { scale: "choice", codes: choices("a", "b"), counts: { a: 20, b: 30 } } as const;
  const lines = linesOf(wave({ q: asked }), wave({ q: { ...asked, codes: choices("a", "b", "-unlisted") } }));
  expect(lines.map(({ key, steps: [, step] }) => [key, step])).toEqual([
    ["q a", "identical"],
    ["q b", "identical"],
  ]);
});

test("places of a ranking are followed by their mean, texts not at all, and new, gone and withheld are told apart", () => {
  const asked = { scale: "rank", codes: choices("a", "b") } as const;
  const trends = followItems([
    wave({ q: { ...asked, counts: { "a@1": 20, "a@2": 20, "b@1": 20 } }, text: { scale: "text", codes: [] }, old: {} }),
    wave({
      ...{ q: { ...asked, counts: { "a@1": 30, "a@2": 10, "b@1": 20 } }, text: { scale: "text", codes: [] } },
      ...{ fresh: { counts: low }, few: { withheld: ["total"] } },
    }),
  ]);
  const [a] = trends.blocks[0]?.lines ?? [];
  expect(a?.points.map((point) => [point?.value, point?.n])).toEqual([
    [1.5, 40],
    [1.25, 40],
  ]);
  expect(trends.blocks.map(({ question }) => question)).toEqual(["q"]);
  const keys = (items: ReportItem[]) => items.map(({ key }) => key);
  expect([keys(trends.added), keys(trends.dropped)]).toEqual([["fresh"], ["old"]]);
});

test("differences of exact totals have a word of each test; protected ones and entries have none", () => {
  const difference = (before: Wave, after: Wave) => linesOf(before, after)[0]?.differences[1];
  const [before, after] = [wave({ q: { counts: low } }), wave({ q: { counts: high } })];
  // 20 against 40 of 50: R's fisher.test gives p = 9.5e-05; wilcox.test p = 0.00018.
  expect(difference(before, after)).toMatchObject({ word: "below-1", meanWord: "below-1", meaning: "better" });
  expect(difference(before, before)).toMatchObject({ word: "unremarkable", meanWord: "unremarkable", by: 0 });
  expect(difference(before, wave({ q: { counts: high } }, "protected"))).toMatchObject({ word: null, meanWord: null });
  const entries = wave({ q: { counts: low, respondents: 30 } });
  expect(difference(entries, entries)).toMatchObject({ word: null, meanWord: null });
  const bad = { polarity: "high-bad" } as const;
  expect(difference(wave({ q: { counts: low, ...bad } }), wave({ q: { counts: high, ...bad } }))?.meaning).toBe(
    "worse",
  );
  expect(countTests(followItems([before, after]))).toBe(2);
});

test("first what is hardly chance, then the largest; of exclusive answers one, of few answers none", () => {
  const yesNo = { scale: "choice", codes: choices("ja", "nein") } as const;
  const before = wave({
    ...{ sure: { counts: low }, chance: { ...yesNo, counts: { ja: 10, nein: 12 } } },
    ...{ few: { ...yesNo, counts: { ja: 2, nein: 6 } }, same: { ...yesNo, counts: { ja: 100, nein: 100 } } },
  });
  const after = wave({
    ...{ sure: { counts: high }, chance: { ...yesNo, counts: { ja: 13, nein: 9 } } },
    ...{ few: { ...yesNo, counts: { ja: 6, nein: 2 } }, same: { ...yesNo, counts: { ja: 100, nein: 100 } } },
  });
  const { up, down } = whatChanged(followItems([before, after]));
  expect(up.map(({ line }) => line.key)).toEqual(["sure ", "chance ja"]);
  expect(down).toEqual([]);
  expect(mostChanged(linesOf(before, after), 1).up).toHaveLength(1);
});

test("what was not tested is not said to have changed, and why nothing is said is told apart", () => {
  const change = (before: Wave, after: Wave) => whatChanged(followItems([before, after]));
  const entries = (counts: Record<string, number>) => wave({ q: { counts, respondents: 6 } });
  const [before, after] = [wave({ q: { counts: low } }), wave({ q: { counts: high } })];
  expect(change(before, after).up).toHaveLength(1);
  expect(change(entries(low), entries(high))).toEqual({ up: [], down: [], quiet: "untested" });
  const strict = (counts: Record<string, number>) => wave({ q: { counts } }, "protected");
  expect(change(strict(low), strict(high))).toEqual({ up: [], down: [], quiet: "untested" });
  expect(change(before, before).quiet).toBe("unchanged");
  const few = wave({ q: { counts: { 1: 3, 5: 4 } } });
  expect(change(few, wave({ q: { counts: { 5: 7 } } }))).toEqual({ up: [], down: [], quiet: "few" });
  expect(change(before, wave({ q: { counts: { 1: 10, 2: 50 }, codes: steps(1, 2) } })).quiet).toBe("incomparable");
});

test("a place rises when it comes nearer to the first, and counts those who ranked the code", () => {
  const asked = { scale: "rank", codes: choices("a", "b", "c") } as const;
  const before = wave({ q: { ...asked, counts: { "a@1": 5, "a@2": 40, "b@1": 40, "b@2": 5, "c@3": 2 } } });
  const after = wave({ q: { ...asked, counts: { "a@1": 40, "a@2": 5, "b@1": 5, "b@2": 40, "c@1": 3 } } });
  const { up, down } = mostChanged(linesOf(before, after), 3, ["place"]);
  expect(up.map(({ line }) => line.key)).toEqual(["q a"]);
  expect(down.map(({ line }) => line.key)).toEqual(["q b"]);
});

test("beside the last change stands that of the same projects, unless the rule hides it or the line is broken", () => {
  const figureOf = (counts: Record<string, number>, group: string) => {
    const figure = wave({ q: { counts } }).blocks[0]?.items[0]?.figures[0];
    if (!figure) throw new Error("a wave has figures");
    return { ...figure, breakdown: "panel", group };
  };
  const panel = {
    breakdown: { code: "panel", label: { de: "" }, groups: [] },
    items: [{ key: "q", figures: [figureOf({ 1: 30, 4: 9, 5: 6 }, "now"), figureOf({ 1: 36, 4: 6, 5: 6 }, "before")] }],
  };
  const asked = { q: { counts: low }, hidden: { counts: low }, mean: { counts: { a: 30 }, scale: "number" as const } };
  const lines = (now: Record<string, Asked>, given: typeof panel | null) =>
    followItems([wave(asked), wave({ ...asked, ...now })], given).blocks.flatMap((block) => block.lines);
  const [shown, hidden] = lines({}, panel);
  expect(shown?.panel).toMatchObject({ before: { value: 0.25, base: 48 }, after: { value: 1 / 3, base: 45 } });
  expect(hidden?.panel).toBe("withheld");
  const [broken] = lines({ q: { counts: { 1: 30, 2: 30 }, codes: steps(1, 2) } }, panel);
  expect(broken?.panel).toBeNull();
  expect(lines({}, null).map((line) => line.panel)).toEqual([null, null]);
});
