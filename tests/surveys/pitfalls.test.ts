import { describe, expect, test } from "vitest";
import { checkAnswers } from "#surveys/answers.ts";
import { cellsOf } from "#surveys/cells.ts";
import { readDefinition } from "#surveys/definition.ts";
import { lintDefinition } from "#surveys/lint.ts";
import { serverJson } from "#surveys/survey-json.ts";
import { pitfalls } from "./facts.ts";
import { check, codesOf, definitionOf } from "./read.ts";

const complete = { complete: true };
const required = { type: "text", name: "q", isRequired: true };

const proofs: Record<(typeof pitfalls)[number], () => void> = {
  "ranking rewrites bad input into a full list": () => {
    const ranking = [{ type: "ranking", name: "q", choices: ["a", "b", "c"] }];
    for (const wrong of ["a", ["a"], ["a", "b"], { 0: "a" }, ["a", "b", "c", "d"]]) {
      expect(check(ranking, { q: wrong }, complete).problems).not.toEqual([]);
    }
  },
  "clearIncorrectValues throws on paneldynamic: [null, x] and on a string as a matrixdropdown row": () => {
    const panel = [{ type: "paneldynamic", name: "q", templateElements: [{ type: "text", name: "x" }] }];
    expect(codesOf(check(panel, { q: [null, "x"] }, complete).problems)).toEqual(["not-an-entry", "not-an-entry"]);
    const table = [{ type: "matrixdropdown", name: "q", rows: ["r"], columns: ["c"] }];
    expect(codesOf(check(table, { q: { r: "x" } }, complete).problems)).toEqual(["not-a-record"]);
  },
  "tryComplete on page 1 completed although page 2 had an empty required field": () => {
    const pages = [{ elements: [{ type: "text", name: "a" }] }, { elements: [required] }];
    const { definition } = readDefinition({ pages });
    expect(checkAnswers(definition!, { a: "x" }, complete).problems).toMatchObject([{ code: "required", path: "/q" }]);
  },
  "expressions are recomputed: store the recomputed value": () => {
    const elements = [
      { type: "text", name: "a", inputType: "number" },
      { type: "expression", name: "sum", expression: "{a} + 1" },
    ];
    const checked = check(elements, { a: 2, sum: 99 }, complete);
    expect(checked.answers).toEqual({ a: 2, sum: 3 });
  },
  "display mode, read-only questions and the start page are not validated": () => {
    for (const survey of [
      { mode: "display" },
      { readOnly: true },
      { firstPageIsStarted: true },
      { firstPageIsStartPage: true },
    ]) {
      const source = { ...survey, pages: [{ elements: [required] }, { elements: [{ type: "text", name: "a" }] }] };
      const { definition } = readDefinition(source);
      expect(codesOf(checkAnswers(definition!, { a: "x" }, complete).problems)).toEqual(["required"]);
    }
  },
  "an unregistered custom function makes a condition false": () => {
    const definition = definitionOf([{ ...required, visibleIf: "nobodyKnows({a}) = 1" }]);
    expect(lintDefinition(definition)).toContainEqual(
      expect.objectContaining({ severity: "error", code: "unknown-function", path: "/elements/0/visibleIf" }),
    );
  },
  "choicesByUrl makes Node call the URL": () => {
    const element = { type: "dropdown", name: "q", choicesByUrl: { url: "http://169.254.169.254/" } };
    const definition = definitionOf([element]);
    expect(JSON.stringify(serverJson(definition.source))).not.toContain("169.254");
    expect(codesOf(lintDefinition(definition))).toContain("choices-by-url");
  },
  "author regexes run as they are": () => {
    const element = { ...required, validators: [{ type: "regex", regex: "^(a+)+$", text: "Nur a" }] };
    const started = performance.now();
    const { problems } = check([element], { q: `${"a".repeat(40)}b` }, complete);
    expect(performance.now() - started).toBeLessThan(1_500);
    expect(problems).toMatchObject([{ code: "invalid", detail: { message: "Nur a" } }]);
    expect(check([element], { q: "aaa" }, complete).problems).toEqual([]);
    expect(codesOf(lintDefinition(definitionOf([element])))).toContain("dangerous-pattern");
  },
  "mergeData and applyTheme have polluted prototypes": () => {
    const raw: unknown = JSON.parse('{"q":{"__proto__":{"polluted":1}}}');
    expect(codesOf(check([required], raw, complete).problems)).toContain("forbidden-key");
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  },
  "a complete trigger ended the survey early": () => {
    const pages = [{ elements: [{ type: "boolean", name: "ok" }] }, { elements: [required] }];
    const { definition } = readDefinition({ pages, triggers: [{ type: "complete", expression: "{ok} = false" }] });
    expect(checkAnswers(definition!, { ok: false }, complete).problems).toEqual([]);
    expect(codesOf(checkAnswers(definition!, { ok: true }, complete).problems)).toEqual(["required"]);
  },
  "the respondent deleted the default rows of a matrixdynamic": () => {
    const columns = [{ name: "c", cellType: "text", isRequired: true }];
    const element = { type: "matrixdynamic", name: "q", rowCount: 3, columns };
    expect(check([element], { q: [{ c: "x" }] }, complete).problems).toEqual([]);
    expect(codesOf(check([{ ...element, minRowCount: 2 }], { q: [{ c: "x" }] }, complete).problems)).toContain(
      "required",
    );
    expect(check([element], { q: [{ c: "x" }, {}] }, complete).problems).toMatchObject([{ path: "/q/1/c" }]);
  },
  "questions that hide themselves": () => {
    const element = { ...required, visibleIf: "{q} empty" };
    expect(check([element], {}, complete).problems).toEqual([]);
  },
  "questions shown by visible triggers are dropped": () => {
    const source = {
      elements: [
        { type: "text", name: "a" },
        { ...required, visible: false },
      ],
      triggers: [{ type: "visible", operator: "equal", value: "x", name: "a", questions: ["q"] }],
    };
    const { definition } = readDefinition(source);
    expect(checkAnswers(definition!, { a: "x", q: "kept" }, complete)).toMatchObject({
      problems: [],
      invisible: [],
      unasked: [],
      answers: { q: "kept" },
    });
    expect(codesOf(checkAnswers(definition!, { a: "x" }, complete).problems)).toEqual(["required"]);
    expect(checkAnswers(definition!, { a: "y", q: "kept" }, complete)).toMatchObject({
      problems: [],
      invisible: ["/q"],
    });
  },
  "chains of hidden questions are dropped": () => {
    const elements = [
      { type: "text", name: "a" },
      { type: "text", name: "b", visibleIf: "{a} = 1" },
      { type: "text", name: "c", visibleIf: "{b} = 1" },
    ];
    const checked = check(elements, { a: "0", b: "1", c: "kept" }, complete);
    expect(checked.answers).toEqual({ a: "0", b: "1", c: "kept" });
    expect(checked.invisible).toEqual(["/b"]);
    expect(cellsOf(definitionOf(elements), checked.answers, checked.invisible).map(({ item }) => item)).toEqual([
      "a",
      "c",
    ]);
  },
  "choices filtered by a custom property are dropped": () => {
    const choices = [
      { value: "a", region: "nord" },
      { value: "b", visibleIf: "{never} = 1" },
    ];
    const checked = check([{ type: "checkbox", name: "q", choices }], { q: ["a", "b"] }, complete);
    expect(checked).toMatchObject({ problems: [], answers: { q: ["a", "b"] }, invisible: ["/q/1"] });
  },
  "matrix columns without cellType are dropped": () => {
    const element = { type: "matrixdynamic", name: "q", columns: [{ name: "c" }], choices: [1, 2] };
    expect(check([element], { q: [{ c: 2 }] }, complete)).toMatchObject({ problems: [], answers: { q: [{ c: 2 }] } });
  },
  "questionsOnPageMode inputPerPage weakens the check": () => {
    const { definition } = readDefinition({
      questionsOnPageMode: "inputPerPage",
      elements: [{ type: "text", name: "a" }, required],
    });
    expect(codesOf(checkAnswers(definition!, { a: "x" }, complete).problems)).toEqual(["required"]);
  },
  "checkErrorsMode weakens the check": () => {
    const { definition } = readDefinition({
      checkErrorsMode: "onValueChanged",
      validationEnabled: false,
      elements: [required],
    });
    expect(codesOf(checkAnswers(definition!, {}, complete).problems)).toEqual(["required"]);
  },
  "20,000 rows posted to a matrixdynamic limited to 3": () => {
    const element = { type: "matrixdynamic", name: "q", maxRowCount: 3, columns: [{ name: "c", cellType: "text" }] };
    const rows = Array.from({ length: 20_000 }, () => ({ c: "x" }));
    expect(codesOf(check([element], { q: rows }, complete).problems)).toEqual(["too-many-entries"]);
  },
  "names inside panels and matrices are not globally unique: items need paths": () => {
    const templateElements = [{ type: "text", name: "x" }];
    const definition = definitionOf([
      { type: "paneldynamic", name: "p", templateElements },
      { type: "paneldynamic", name: "r", templateElements },
      { type: "text", name: "x" },
    ]);
    expect(definition.items.map(({ key }) => key)).toEqual(["p/x", "r/x", "x"]);
  },
  "U+0000 cannot be stored: reject it": () => {
    expect(codesOf(check([required], { q: "a\u0000b" }).problems)).toEqual(["nul-character"]);
    expect(codesOf(check([required], { q: "a\ud800b" }).problems)).toEqual(["broken-unicode"]);
  },
  "expressions compare without case": () => {
    const elements = [
      { type: "text", name: "a" },
      { ...required, visibleIf: "{a} = 'JA'" },
    ];
    expect(codesOf(check(elements, { a: "ja" }, complete).problems)).toEqual(["required"]);
  },
};

describe("what survey-core does wrong", () => {
  for (const line of pitfalls) test(line, proofs[line]);
});

describe("complete answers", () => {
  test("messages are German first, English on demand, and name the question", () => {
    const german = check([required], {}, complete).problems[0]!;
    expect(german).toEqual({
      code: "required",
      path: "/q",
      detail: { question: "q", message: "Bitte beantworten Sie diese Frage." },
    });
    const english = check([required], {}, { ...complete, locale: "en" }).problems[0]!;
    expect(english.detail!.message).toBe("Response required.");
  });

  test("a re-used model judges every answer as a fresh one", () => {
    const elements = [
      { type: "matrixdynamic", name: "m", rowCount: 0, columns: [{ name: "c", cellType: "text", isRequired: true }] },
      { type: "paneldynamic", name: "p", templateElements: [{ type: "text", name: "x", isRequired: true }] },
      { ...required, visibleIf: "{m.length} > 0" },
    ];
    const answers = [{ m: [{}] }, {}, { p: [{}, { x: "1" }] }, { m: [{ c: "1" }], q: "x" }, {}, { q: "hidden" }];
    const reused = definitionOf(elements);
    for (const raw of answers) {
      expect(checkAnswers(reused, raw, complete)).toEqual(checkAnswers(definitionOf(elements), raw, complete));
    }
  });

  test("a draft is checked for what is there only", () => {
    expect(check([required], {}).problems).toEqual([]);
    expect(check([required], { q: "" }).problems).toEqual([]);
    expect(codesOf(check([required], { z: 1 }).problems)).toEqual(["unknown-question"]);
    expect(codesOf(check([required], []).problems)).toEqual(["not-an-object"]);
  });
});
