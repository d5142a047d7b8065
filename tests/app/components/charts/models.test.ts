import { describe, expect, test } from "vitest";
import { isWithheld, meanRankOf, panelsOf, topShare, validCodes } from "#app/components/charts/figure-model.ts";
import { choiceHeat, type HeatModel, ordinalHeat, rankHeat } from "#app/components/charts/heat-model.ts";
import { divergingPaint, scalePaint, stepOf } from "#app/components/charts/palette.ts";
import { barRows, boxRows, rankRows, stackRows } from "#app/components/charts/row-model.ts";
import { tableFor, tablesOnPaper } from "#app/components/charts/table-model.ts";
import { block, COVERAGE, figures, item, posts, psych, REGION, ranking, superv, themes } from "./sample.ts";

describe("panels", () => {
  test("rows of one scale stand together, other columns of the question by themselves", () => {
    const other = item("ordinal", { key: "q/other", codes: COVERAGE.slice(0, 3), figures: superv.figures });
    const panels = panelsOf(block(superv, { ...themes, key: "q/themes" }, psych, other));
    expect(panels.map((panel) => panel.items.map((one) => one.key))).toEqual([
      ["q/superv", "q/psych"],
      ["q/themes"],
      ["q/other"],
    ]);
  });

  test("a code that only occurs in the counts is shown, except on an ordered scale", () => {
    const counted = { figures: [figures("all", { base: 2, of: { other: 2 } })] };
    expect(validCodes(item("choice", counted)).map((code) => code.code)).toEqual(["other"]);
    expect(validCodes(item("ordinal", counted))).toEqual([]);
    const numbers = { figures: [figures("all", { base: 3, of: { "10": 1, "9": 2 } })] };
    expect(validCodes(item("number", numbers)).map((code) => code.code)).toEqual(["9", "10"]);
  });

  test("missing kinds are no part of a scale", () => {
    expect(validCodes(superv).map((code) => code.code)).toEqual(["1", "2", "3", "4", "5"]);
    expect(topShare(superv.figures[0]!)).toBeCloseTo(0.6);
  });

  test("an item is withheld when no group of it may be shown", () => {
    expect(isWithheld(superv, REGION)).toBe(false);
    expect(isWithheld(psych, REGION)).toBe(true);
    expect(isWithheld(item("choice", { figures: [figures("all", { base: 9 })] }), REGION)).toBe(true);
  });
});

describe("rows", () => {
  test("a matrix is sorted by its means, a breakdown keeps the order of its groups", () => {
    expect(stackRows([psych, superv], null, "de").map((row) => row.label)).toEqual(["Supervision", "Psychotherapie"]);
    expect(stackRows([superv], REGION, "de").map((row) => [row.label, row.note])).toEqual([
      ["Alle", "Ø 3,8"],
      ["Nord", "Ø 4,2"],
      ["Süd", "Ø 2,1"],
    ]);
  });

  test("the parts of a row are the whole", () => {
    for (const row of stackRows([superv, psych], null, "de")) {
      expect(row.parts.reduce((sum, part) => sum + part.share, 0)).toBeCloseTo(1);
    }
  });

  test("choices are sorted and carry share and count", () => {
    expect(barRows(themes, "de").map((row) => `${row.label} ${row.note} ${row.detail}`)).toEqual([
      "Umfeld 62\u202f% 31 von 50",
      "Recht 40\u202f% 20 von 50",
      "Haft 0\u202f% 0 von 50",
    ]);
  });

  test("boxes only where a release gives quartiles", () => {
    expect(boxRows(posts, REGION, "de").map((row) => row.median)).toEqual([4, 3, 5]);
    expect(boxRows(themes, null, "de")).toEqual([]);
  });

  test("places of a ranking", () => {
    expect(meanRankOf(ranking.figures[0]!, "zeit")).toBeCloseTo(1.6);
    expect(rankRows(ranking, "de").map((row) => row.parts.map((part) => part.n))).toEqual([
      [20, 5],
      [10, 15],
    ]);
  });
});

/** A cell that has a value. */
function shown(cell: HeatModel["rows"][number]["cells"][number] | undefined) {
  if (!cell || cell === "empty") throw new Error(`no value: ${cell}`);
  return cell;
}

const texts = (heat: HeatModel) =>
  heat.rows.map((row) => row.cells.map((cell) => (cell && cell !== "empty" ? cell.text : cell)));

describe("heat maps", () => {
  test("means where every group has one; withheld items have empty cells, withheld groups no column", () => {
    const heat = ordinalHeat([superv, psych], REGION, "de", "high-good");
    expect(heat.columns.map((column) => column.label)).toEqual(["Alle", "Nord", "Süd"]);
    expect(heat.hidden).toEqual(["Ausland"]);
    expect(heat.columns.map((column) => column.n)).toEqual(["n = 20", "n = 10", "n = 10"]);
    expect(texts(heat)).toEqual([
      ["3,8", "4,2", "2,1"],
      ["1,9", null, null],
    ]);
    expect(heat.key).toContain("von 1 bis 5");
  });

  test("shares of the upper end where a mean is missing", () => {
    const without = { ...superv, figures: superv.figures.map((one) => ({ ...one, mean: null })) };
    expect(texts(ordinalHeat([without], REGION, "de", "high-good"))).toEqual([["60\u202f%", "80\u202f%", "10\u202f%"]]);
  });

  test("strain turns the colours, not the values", () => {
    const good = ordinalHeat([superv], REGION, "de", "high-good").rows[0]?.cells[1];
    const bad = ordinalHeat([superv], REGION, "de", "high-bad").rows[0]?.cells[1];
    expect(shown(bad).value).toBe(shown(good).value);
    expect(shown(bad).step).toBe(6 - shown(good).step);
  });

  test("a scale that is neither good nor bad has one ramp, much is strong", () => {
    const heat = ordinalHeat([superv], REGION, "de", "neutral");
    expect(heat.scale).toBe("seq");
    expect(shown(heat.rows[0]?.cells[1]).step).toBeLessThan(shown(heat.rows[0]?.cells[2]).step);
  });

  test("what nobody ranked in a group is not what may not be shown", () => {
    const nord = figures("nord", { base: 10, ranks: { geld: [10] } });
    const heat = rankHeat(item("rank", { ...ranking, figures: [...ranking.figures, nord] }), REGION, "de");
    expect(heat.columns.map((column) => column.label)).toEqual(["Alle", "Nord"]);
    expect(texts(heat)).toEqual([
      ["1,2", "1,0"],
      ["1,6", "empty"],
    ]);
  });

  test("much is strong", () => {
    const cells = choiceHeat(themes, REGION, "de").rows.map((row) => shown(row.cells[2]).step);
    expect(cells).toEqual([1, 2, 5]);
  });
});

describe("palette", () => {
  test("the ends are the ends, and four answers have no middle", () => {
    expect(divergingPaint(0, 5).fill).toBe("var(--div-1)");
    expect(divergingPaint(4, 5).fill).toBe("var(--div-5)");
    expect(divergingPaint(0, 5, "high-bad").fill).toBe("var(--div-5)");
    expect([0, 1, 2, 3].map((index) => divergingPaint(index, 4).fill)).not.toContain("var(--div-3)");
    const seven = Array.from({ length: 7 }, (_, index) => divergingPaint(index, 7).fill);
    expect(new Set(seven).size).toBe(7);
    expect([stepOf(1, 1, 5), stepOf(3, 1, 5), stepOf(5, 1, 5)]).toEqual([1, 3, 5]);
  });
});

describe("polarity", () => {
  test("brown is lacking and petrol is good at whichever end, and neutral scales are neither", () => {
    const fills = (polarity: "high-good" | "high-bad" | "neutral") =>
      [0, 1, 2, 3, 4].map((index) => scalePaint(index, 5, polarity).fill.replace(/var\(--|\)/g, ""));
    expect(fills("high-good")).toEqual(["div-1", "div-2", "div-3", "div-4", "div-5"]);
    expect(fills("high-bad")).toEqual(["div-5", "div-4", "div-3", "div-2", "div-1"]);
    expect(fills("neutral")).toEqual(["seq-5", "seq-4", "seq-3", "seq-2", "seq-1"]);
  });

  test("rows that mean the opposite stand in a panel of their own", () => {
    const panels = panelsOf(block({ ...superv, polarity: "high-bad" }, psych, { ...superv, key: "q/c" }));
    expect(panels.map(({ polarity, opposed, items }) => [polarity, opposed, items.length])).toEqual([
      ["high-bad", true, 1],
      ["high-good", true, 2],
    ]);
    expect(panelsOf(block(superv, psych))[0]?.opposed).toBe(false);
  });

  test("the column that rows of a table share is the panel's name", () => {
    const row = (de: string, en: string) => ({ ...superv, key: de, label: { de, en } });
    const [panel] = panelsOf(
      block(row("Polizei: Form: fest", "Police: Form: firm"), row("Schule: Form: fest", "School: Form: firm")),
    );
    expect(panel?.column).toEqual({ de: "Form: fest", en: "Form: firm" });
    expect(panel?.items.map(({ label }) => label)).toEqual([
      { de: "Polizei", en: "Police" },
      { de: "Schule", en: "School" },
    ]);
    expect(panelsOf(block(superv, psych))[0]?.column).toBeUndefined();
  });
});

describe("table twins", () => {
  const plain = (rows: { heads: string[]; cells: string[] }[]) =>
    rows.map((row) => [...row.heads, ...row.cells].join(" | "));

  test("a matrix gives every code, missing kind and blank", () => {
    const table = tableFor(panelsOf(block(superv, psych))[0]!, null, "de");
    expect(table.heads.slice(-4)).toEqual(["gültige Antworten", "weiß nicht", "keine Angabe", "ohne Antwort"]);
    expect(plain(table.rows)[0]).toBe(
      "Supervision | 5\u202f% (1) | 10\u202f% (2) | 25\u202f% (5) | 25\u202f% (5) | 35\u202f% (7) | 60\u202f% (43–75\u202f%) | +45 | 3,8 | – | 20 | 5 | 2 | 3",
    );
    expect(tableFor(panelsOf(block(superv, psych))[0]!, REGION, "de").rows).toHaveLength(4);
  });

  test("on paper a matrix has counts and statistics apart, and nothing is lost", () => {
    const [panel] = panelsOf(block(superv, psych));
    const [counts, statistics] = tablesOnPaper(panel!, null, "de");
    const one = tableFor(panel!, null, "de");
    expect(new Set([...(counts?.heads ?? []), ...(statistics?.heads ?? [])])).toEqual(new Set(one.heads));
    expect(plain(statistics?.rows ?? [])[0]).toBe("Supervision | 60\u202f% (43–75\u202f%) | +45 | 3,8 | – | 20");
    expect(tablesOnPaper(panelsOf(block(posts))[0]!, REGION, "de")).toHaveLength(1);
  });

  test("one item has its groups across", () => {
    const table = tableFor(panelsOf(block(posts))[0]!, REGION, "de");
    expect(table.heads).toEqual(["Antwort", "Alle", "Nord", "Süd"]);
    expect(plain(table.rows)).toContain("Median | 4 | 3 | 5");
    expect(plain(table.rows)).toContain("Mittelwert | 5,2 | – | –");
  });

  test("the range of a share stands beside everybody's, never beside a group's", () => {
    const table = tableFor(panelsOf(block(themes))[0]!, REGION, "de");
    expect(table.heads).toEqual(["Antwort", "Alle", "Unsicherheit", "Nord", "Süd"]);
    expect(plain(table.rows)[1]).toBe("Umfeld | 62\u202f% (31) | 52–71\u202f% | 50\u202f% (10) | 55\u202f% (11)");
    for (const row of table.rows) expect(row.cells).toHaveLength(4);
  });

  test("a ranking has its places across", () => {
    expect(plain(tableFor(panelsOf(block(ranking))[0]!, null, "de").rows)).toEqual([
      "Geld | 67\u202f% (20) | 17\u202f% (5) | 1,2 | 25",
      "Zeit | 33\u202f% (10) | 50\u202f% (15) | 1,6 | 25",
    ]);
  });
});
