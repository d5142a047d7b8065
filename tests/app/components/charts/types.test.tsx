import type { ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { ElementFactory, MatrixDropdownColumn } from "survey-core";
import { describe, expect, test } from "vitest";
import { ChartFor } from "#app/components/charts/chart-for.tsx";
import { FigureBlock } from "#app/components/charts/figure-block.tsx";
import { panelsOf } from "#app/components/charts/figure-model.ts";
import { ruleFor } from "#app/domain/disclosure/rule.ts";
import { formBreakdowns } from "#app/domain/release/breakdowns.ts";
import { freeze } from "#app/domain/release/figures.ts";
import { blocksOf } from "#app/domain/report/blocks.ts";
import { samplingOf } from "#app/domain/report/derived.ts";
import { cellsOf } from "#surveys/cells.ts";
import type { Definition } from "#surveys/definition.ts";
import type { JsonObject } from "#surveys/json.ts";
import type { Scale } from "#surveys/model.ts";
import { releaseHints } from "#surveys/release-hints.ts";
import { definitionOf } from "../../../surveys/read.ts";
import { type Example, examples } from "../../../surveys/types.ts";
import { countCells } from "./count-cells.ts";

/** Enough for exact quartiles; everybody gives the same answer, so that every count can be foretold. */
const RESPONDENTS = 24;

const CHART: Record<Scale, string | undefined> = {
  ordinal: "Ordinal",
  choice: "Choice",
  multiple: "Choice",
  rank: "Rank",
  number: "Quantity",
  date: undefined,
  text: undefined,
  file: undefined,
};

/** From a definition and everybody's answers to the blocks of the report. */
function blocksFor(definition: Definition, answers: JsonObject) {
  const respondents = Array.from({ length: RESPONDENTS }, (_, i) => ({
    id: `r${i}`,
    organisation: `o${i}`,
    values: {},
  }));
  const hints = releaseHints(definition);
  const items = definition.items.map((item) => ({ ...item, polarity: hints.polarityOf(item) }));
  const counted = countCells(
    items,
    respondents.map(() => cellsOf(definition, answers)),
  );
  const rule = ruleFor({ strict: false });
  const unlisted = { code: "-unlisted", label: { de: "Andere Angaben" } };
  const secret = { key: new Uint8Array(32), respondents };
  const frozen = freeze(items, formBreakdowns(respondents, [], rule), counted, rule, unlisted, secret);
  return blocksOf(frozen.items, frozen.figures, null, samplingOf({ invited: null, submitted: 1, rule }));
}

/** What the example's cells say: `key[entry]=code|number|text`, counted for each item that may be shown. */
function foretold(example: Example, definition: Definition): { base: number; counts: number[] }[] {
  return definition.items.flatMap((item) => {
    const missing = new Set(item.codes.filter((code) => code.missing).map(({ code }) => code));
    const own = example.cells
      .map((cell) => /^(.*?)(?:\[(.*?)\])?=(.*?)\|/.exec(cell) ?? [])
      .filter(([, key, , code]) => key === item.key && !missing.has(code ?? ""));
    if (own.length === 0) return [];
    const coded = ["choice", "multiple", "ordinal", "rank"].includes(item.scale) ? own.map(([, , , code]) => code) : [];
    const counts = [...Map.groupBy(coded, (code) => code).values()].map((same) => same.length * RESPONDENTS);
    return [{ base: new Set(own.map(([, , entry]) => entry)).size * RESPONDENTS, counts }];
  });
}

const sorted = (numbers: number[]) => numbers.sort((a, b) => a - b);

/** The counts that stand in brackets beside the shares of the tables, without the noughts. */
const countsIn = (html: string) =>
  sorted([...html.matchAll(/<td[^>]*>[^<]*\((\d+)\)<\/td>/g)].map((found) => Number(found[1])).filter((n) => n > 0));

const shown = examples.filter((example) => example.items.length > 0);
const definitionFor = (example: Example) => definitionOf([{ type: example.type, name: "q", ...example.element }]);

describe("from definition to cells to chart", () => {
  test.each(shown.map((example, i) => [`${example.type} ${i + 1}`, example] as const))("%s", (_name, example) => {
    const definition = definitionFor(example);
    const blocks = blocksFor(definition, { q: example.answer, ...example.also });
    const expected = foretold(example, definition);
    const panels = blocks.flatMap(panelsOf);
    expect(panels.length).toBeGreaterThan(0);
    for (const panel of panels) {
      const chart = ChartFor({ panel, title: "q", breakdown: null, locale: "de" }) as ReactElement | null;
      expect((chart?.type as { name: string } | undefined)?.name, panel.key).toBe(CHART[panel.scale]);
    }
    for (const locale of ["de", "en"] as const) {
      const html = blocks
        .map((block) => renderToString(<FigureBlock block={block} breakdown={null} locale={locale} />))
        .join("")
        .replaceAll("<!-- -->", "");
      expect(html.match(/<h3/g)?.length).toBeGreaterThanOrEqual(blocks.length);
      expect(html.match(/<caption/g)).toHaveLength(panels.length);
      const bases = [...html.matchAll(/class="figure__base">\D*(\d+)/g)].map((found) => Number(found[1]));
      expect(sorted(bases)).toEqual(sorted(panels.map((panel) => panel.items[0]?.figures[0]?.base ?? 0)));
      expect(sorted(blocks.flatMap((block) => block.items.map((item) => item.figures[0]?.base ?? 0)))).toEqual(
        sorted(expected.map(({ base }) => base)),
      );
      expect(countsIn(html)).toEqual(sorted(expected.flatMap(({ counts }) => counts)));
      const names = [...html.matchAll(/aria-label="([^"]+)"/g)].map((found) => found[1]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test("what only shows something has no figure", () => {
    for (const example of examples.filter((one) => one.items.length === 0)) {
      expect(blocksFor(definitionFor(example), {})).toEqual([]);
    }
  });

  test("every type that survey-core can create is drawn, and every type of a cell", () => {
    const creatable = ElementFactory.Instance.getAllTypes().filter((type) => !["flowpanel", "page"].includes(type));
    const known = new Set(examples.map((example) => example.type));
    expect([...creatable, "imagemap", "buttongroup"].filter((type) => !known.has(type))).toEqual([]);
    const table = examples.find((example) => example.type === "matrixdropdown");
    const keys = table?.items.map((item) => /^q\/r\/(\w+):/.exec(item)?.[1]);
    const cellTypes = MatrixDropdownColumn.getColumnTypes().filter((type) => type !== "default");
    expect(cellTypes.length).toBeGreaterThan(5);
    expect(cellTypes.filter((type) => !keys?.includes(type))).toEqual([]);
  });
});
