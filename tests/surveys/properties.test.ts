import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkAnswers, checkValues } from "#surveys/answers.ts";
import { cellsOf } from "#surveys/cells.ts";
import { readDefinition } from "#surveys/definition.ts";
import type { JsonObject } from "#surveys/json.ts";
import { forms } from "./forms.ts";
import { missingLeaves } from "./leaf-cells.ts";
import { definitionOf } from "./read.ts";

describe("any definition with any answers that fit", () => {
  test("is accepted, and its cells hold every leaf under a known item", () => {
    fc.assert(
      fc.property(forms, ({ elements, record }) => {
        const definition = definitionOf(elements);
        expect(checkValues(definition, record)).toEqual([]);
        const cells = cellsOf(definition, record);
        expect(missingLeaves(record, cells)).toEqual([]);
        const keys = new Map(definition.items.map((item) => [item.key, item]));
        for (const cell of cells) {
          expect(keys.has(cell.item)).toBe(true);
          expect(cell.entry !== null).toBe(keys.get(cell.item)!.repeated);
          expect([cell.code, cell.number, cell.text].some((value) => value !== null)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("is accepted by survey-core too, which changes nothing", () => {
    fc.assert(
      fc.property(forms, ({ elements, record }) => {
        const checked = checkAnswers(definitionOf(elements), record, { complete: true });
        expect(checked).toEqual({ answers: record, problems: [], invisible: [], unasked: [] });
      }),
      { numRuns: 25 },
    );
  });
});

describe("any JSON at all", () => {
  const json = fc.jsonValue({ maxDepth: 5 });

  test("as a definition is read or refused, never thrown at", () => {
    const elements = fc.array(
      fc.record(
        {
          type: fc.constantFrom("text", "matrix", "checkbox", "paneldynamic", "matrixdropdown", "x"),
          name: json,
          choices: json,
          rows: json,
          columns: json,
          templateElements: json,
        },
        { requiredKeys: ["type"] },
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          json,
          elements.map((list) => ({ elements: list })),
        ),
        (source) => {
          const { definition, problems } = readDefinition(source);
          expect(definition === undefined).toBe(problems.length > 0);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("as answers is checked and turned into cells that hold every leaf", () => {
    const { elements } = {
      elements: [
        { type: "text", name: "a" },
        { type: "checkbox", name: "b", choices: [1, 2], showOtherItem: true },
        { type: "matrix", name: "c", rows: [1], columns: [1] },
        { type: "paneldynamic", name: "d", templateElements: [{ type: "ranking", name: "e", choices: [1] }] },
        { type: "matrixdropdown", name: "f", rows: ["r"], columns: ["c"] },
        { type: "slider", name: "g", sliderType: "range" },
        { type: "file", name: "h" },
      ],
    };
    const definition = definitionOf(elements);
    const answers = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "f", "g", "h", "b-Comment", "z"), json, {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(answers, (raw) => {
        expect(Array.isArray(checkValues(definition, raw))).toBe(true);
        expect(missingLeaves(raw, cellsOf(definition, raw as JsonObject))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
