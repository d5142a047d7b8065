import { SurveyModel } from "survey-core";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "#surveys/json.ts";
import { acceptedByValidate } from "./facts.ts";
import { check, codesOf } from "./read.ts";

type Refusal = { element: JsonObject; wrong: unknown; right: unknown; code: string; previous?: unknown };

const matrix = { type: "matrix", rows: ["r1", "r2"], columns: ["c1", "c2"] };
const table = { type: "matrixdropdown", rows: ["r1"], columns: [{ name: "c1", choices: ["a"] }] };
const choices = ["a", "b", "c"];

const refusals: Record<(typeof acceptedByValidate)[number], Refusal[]> = {
  "choices that are not in the list": [
    { element: { type: "radiogroup", choices }, wrong: "z", right: "a", code: "not-a-choice" },
    { element: { type: "dropdown", choices }, wrong: { a: 1 }, right: "b", code: "not-a-choice" },
    { element: { type: "buttongroup", choices }, wrong: ["a"], right: "b", code: "not-a-choice" },
    { element: { type: "imagepicker", choices }, wrong: "z", right: "b", code: "not-a-choice" },
    { element: { type: "checkbox", choices }, wrong: ["a", "z"], right: ["a"], code: "not-a-choice" },
    { element: { type: "tagbox", choices }, wrong: ["__proto__"], right: ["a"], code: "not-a-choice" },
    { element: { type: "ranking", choices }, wrong: ["a", "b", "z"], right: ["c", "a", "b"], code: "not-a-choice" },
    { element: { type: "imagemap", areas: [{ value: "v" }] }, wrong: ["w"], right: ["v"], code: "not-a-choice" },
    { element: { type: "radiogroup", choices }, wrong: "other", right: "a", code: "not-a-choice" },
  ],
  "an object in a text field": [
    { element: { type: "text" }, wrong: { a: 1 }, right: "x", code: "not-text" },
    { element: { type: "comment" }, wrong: ["x"], right: "x", code: "not-text" },
    {
      element: { type: "multipletext", items: [{ name: "i" }] },
      wrong: { i: { a: 1 } },
      right: { i: "x" },
      code: "not-text",
    },
  ],
  '"abc" in a number field': [
    { element: { type: "text", inputType: "number" }, wrong: "abc", right: 3, code: "not-a-number" },
    { element: { type: "slider" }, wrong: "abc", right: 3, code: "not-a-number" },
    { element: { type: "text", inputType: "date" }, wrong: "2026-02-30", right: "2026-02-28", code: "not-a-date" },
  ],
  '"3,5" in a number field': [
    { element: { type: "text", inputType: "number" }, wrong: "3,5", right: 3.5, code: "not-a-number" },
  ],
  "77 of 5 in a rating": [
    { element: { type: "rating" }, wrong: 77, right: 5, code: "not-in-scale" },
    { element: { type: "rating", rateValues: ["a"] }, wrong: 1, right: "a", code: "not-in-scale" },
    { element: { type: "slider", max: 5 }, wrong: 77, right: 5, code: "out-of-range" },
  ],
  '"maybe" in a boolean': [
    { element: { type: "boolean" }, wrong: "maybe", right: false, code: "not-a-boolean" },
    {
      element: { type: "boolean", valueTrue: "ja", valueFalse: "nein" },
      wrong: true,
      right: "ja",
      code: "not-a-boolean",
    },
  ],
  "text over maxLength": [
    { element: { type: "text", maxLength: 3 }, wrong: "abcd", right: "abc", code: "text-too-long" },
    { element: { type: "comment", maxLength: 3 }, wrong: "abcd", right: "abc", code: "text-too-long" },
  ],
  "too many picks": [
    {
      element: { type: "checkbox", choices, maxSelectedChoices: 1 },
      wrong: ["a", "b"],
      right: ["a"],
      code: "too-many-picks",
    },
    {
      element: { type: "ranking", choices, selectToRankEnabled: true, maxSelectedChoices: 1 },
      wrong: ["a", "b"],
      right: ["a"],
      code: "too-many-picks",
    },
    {
      element: { type: "imagemap", areas: choices.map((value) => ({ value })), maxSelectedAreas: 1 },
      wrong: ["a", "b"],
      right: ["a"],
      code: "too-many-picks",
    },
  ],
  "duplicate picks": [
    { element: { type: "checkbox", choices }, wrong: ["a", "a"], right: ["a"], code: "duplicate-pick" },
    { element: { type: "ranking", choices }, wrong: ["a", "a", "b"], right: ["a", "b", "c"], code: "duplicate-pick" },
    {
      element: { ...matrix, cellType: "checkbox" },
      wrong: { r1: ["c1", "c1"] },
      right: { r1: ["c1"] },
      code: "duplicate-pick",
    },
  ],
  '"none" plus another choice': [
    {
      element: { type: "checkbox", choices, showNoneItem: true },
      wrong: ["none", "a"],
      right: ["none"],
      code: "exclusive-pick",
    },
    {
      element: { type: "checkbox", choices, hasNone: true },
      wrong: ["a", "none"],
      right: ["a"],
      code: "exclusive-pick",
    },
    {
      element: { type: "tagbox", choices: ["a", { value: "x", isExclusive: true }] },
      wrong: ["a", "x"],
      right: ["x"],
      code: "exclusive-pick",
    },
    {
      element: { type: "checkbox", choices, showRefuseItem: true, showDontKnowItem: true },
      wrong: ["refused", "dontknow"],
      right: ["refused"],
      code: "exclusive-pick",
    },
  ],
  "unknown matrix rows": [
    { element: matrix, wrong: { r3: "c1" }, right: { r1: "c1" }, code: "unknown-row" },
    { element: table, wrong: { r3: { c1: "a" } }, right: { r1: { c1: "a" } }, code: "unknown-row" },
    { element: matrix, wrong: { constructor: "c1" }, right: { r2: "c1" }, code: "forbidden-key" },
  ],
  "unknown matrix columns": [
    { element: matrix, wrong: { r1: "c3" }, right: { r1: "c1" }, code: "unknown-column" },
    { element: table, wrong: { r1: { c3: "a" } }, right: { r1: { c1: "a" } }, code: "unknown-column" },
    {
      element: { type: "matrixdynamic", columns: ["c"], choices },
      wrong: [{ d: "a" }],
      right: [{ c: "a" }],
      code: "unknown-column",
    },
    {
      element: { type: "paneldynamic", templateElements: [{ type: "text", name: "c" }] },
      wrong: [{ d: "a" }],
      right: [{ c: "a" }],
      code: "unknown-column",
    },
  ],
  "changed read-only values": [
    {
      element: { type: "text", readOnly: true },
      wrong: "new",
      right: "old",
      previous: "old",
      code: "read-only-changed",
    },
    {
      element: { type: "radiogroup", choices, readOnly: true, defaultValue: "a" },
      wrong: "b",
      right: "a",
      code: "read-only-changed",
    },
  ],
  "any file": [
    {
      element: { type: "file" },
      wrong: [{ name: "a", type: "text/html", content: "data:text/html;base64,PGI+" }],
      right: undefined,
      code: "files-off",
    },
    { element: { type: "file" }, wrong: "x", right: undefined, code: "files-off" },
    {
      element: { type: "signaturepad" },
      wrong: "javascript:alert(1)",
      right: "data:image/png;base64,iVBORw0KGgo=",
      code: "unsafe-file",
    },
    { element: { type: "signaturepad" }, wrong: "data:text/html;base64,PGI+", right: undefined, code: "unsafe-file" },
  ],
};

describe("wrong values that validate() accepts", () => {
  for (const line of acceptedByValidate) {
    test(`refuses ${line}`, () => {
      const lines = refusals[line];
      expect(lines.length).toBeGreaterThan(0);
      for (const { element, wrong, right, code, previous } of lines) {
        const elements = [{ name: "q", ...element }];
        const before = previous === undefined ? undefined : { q: previous };
        const refused = check(elements, { q: wrong }, { complete: true, previous: before });
        expect(codesOf(refused.problems)).toContain(code);
        expect(refused.problems[0]!.path).toMatch(/^\/q/);
        expect(refused.answers).toEqual({});
        if (right === undefined) continue;
        expect(check(elements, { q: right }, { complete: true, previous: before }).problems).toEqual([]);
      }
    });
  }

  test("every line has a test that refuses it", () => {
    expect(acceptedByValidate.filter((line) => !refusals[line]?.length)).toEqual([]);
    expect(Object.keys(refusals)).toHaveLength(acceptedByValidate.length);
  });

  test("survey-core alone still accepts such values", () => {
    const survey = new SurveyModel({ elements: [{ type: "radiogroup", name: "q", choices }] });
    survey.data = { q: "z" };
    expect(survey.validate(false)).toBe(true);
  });
});
