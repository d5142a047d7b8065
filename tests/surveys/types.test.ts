import { ElementFactory, Serializer } from "survey-core";
import { describe, expect, test } from "vitest";
import { kindOf } from "#surveys/questions/index.ts";
import { check, definitionOf, shortCells } from "./read.ts";
import { examples } from "./types.ts";

/** Classes that others derive from, and hosts of custom components. */
const abstract = new Set(["matrixdropdownbase", "textbase", "nonvalue", "custom", "composite"]);

describe("from definition to cells", () => {
  test.each(examples.map((example, i) => [`${example.type} ${i + 1}`, example] as const))("%s", (_name, example) => {
    const element = { type: example.type, name: "q", ...example.element };
    const definition = definitionOf([element]);
    const items = definition.items.map(({ key, scale, repeated }) => `${key}:${scale}${repeated ? "*" : ""}`);
    expect(items).toEqual(example.items);
    const answers = example.answer === undefined ? {} : { q: example.answer, ...example.also };
    expect(check([element], answers, { complete: true, files: "inline" }).problems).toEqual([]);
    expect(shortCells([element], answers)).toEqual(example.cells);
  });

  test("every type that survey-core can create has an example", () => {
    const creatable = ElementFactory.Instance.getAllTypes().filter((type) => !["flowpanel", "page"].includes(type));
    const shown = new Set(examples.map((example) => example.type));
    expect([...creatable, "imagemap", "buttongroup"].filter((type) => !shown.has(type))).toEqual([]);
    const served = Serializer.getChildrenClasses("question", true).map(({ name }) => name);
    expect(served.filter((type) => !abstract.has(type) && kindOf(type).types.length === 0)).toEqual([]);
  });

  test("an unknown type is kept as text and says so", () => {
    expect(definitionOf([{ type: "personname", name: "q" }]).items[0]!.degraded).toBe("personname");
  });
});

describe("shapes", () => {
  const choices = ["a", "b"];

  test("other with a comment, other as the value, comments of their own", () => {
    const beside = [{ type: "radiogroup", name: "q", choices, showOtherItem: true }];
    expect(shortCells(beside, { q: "other", "q-Comment": "drittes" })).toEqual(["q=other||drittes"]);
    const value = [{ type: "checkbox", name: "q", choices, hasOther: true, storeOthersAsComment: false }];
    expect(check(value, { q: ["a", "drittes"] }).problems).toEqual([]);
    expect(shortCells(value, { q: ["a", "drittes"] })).toEqual(["q=a||", "q=other||drittes"]);
    const survey = { storeOthersAsComment: false };
    expect(shortCells(beside, { q: "drittes" }, survey)).toEqual(["q=other||drittes"]);
    const comment = [{ type: "rating", name: "q", hasComment: true }];
    expect(shortCells(comment, { q: 3, "q-Comment": "weil" })).toEqual(["q=3|3|", "q/-comment=||weil"]);
    expect(shortCells(comment, { "q-Comment": "weil" })).toEqual(["q/-comment=||weil"]);
  });

  test("choice comments change the shape, the old shape stays valid", () => {
    const elements = [{ type: "checkbox", name: "q", choices: [{ value: "a", showCommentArea: true }, "b"] }];
    const commented = { q: [{ value: "a", comment: "weil" }, { value: "b" }] };
    expect(check(elements, commented, { complete: true }).problems).toEqual([]);
    expect(shortCells(elements, commented)).toEqual(["q=a||weil", "q=b||"]);
    expect(check(elements, { q: ["a"] }, { complete: true }).problems).toEqual([]);
    const single = [{ type: "radiogroup", name: "q", choices: [{ value: "a", showCommentArea: true }, "b"] }];
    expect(shortCells(single, { q: { value: "a", comment: "weil" } })).toEqual(["q=a||weil"]);
  });

  test("none, refused and don't know are missing values, as are wn, nz and ka", () => {
    const element = { type: "radiogroup", name: "q", choices: [1, 2, "wn", "nz", "ka", { value: 9, missing: true }] };
    const special = { showNoneItem: true, showRefuseItem: true, showDontKnowItem: true };
    const item = definitionOf([{ ...element, ...special }]).items[0]!;
    expect(item.codes.filter((code) => code.missing).map(({ code }) => code)).toEqual([
      "wn",
      "nz",
      "ka",
      "9",
      "none",
      "refused",
      "dontknow",
    ]);
    expect(item.scale).toBe("ordinal");
    expect(item.codes.slice(0, 2).map(({ number }) => number)).toEqual([1, 2]);
  });

  test("two questions of one name share one item; valueName shares on purpose", () => {
    const elements = [
      { type: "radiogroup", name: "q", choices: ["a"] },
      { type: "radiogroup", name: "q", choices: ["b"] },
      { type: "text", name: "x", valueName: "q" },
    ];
    const { items } = definitionOf(elements);
    expect(items).toHaveLength(1);
    expect(items[0]!.codes.map(({ code }) => code)).toEqual(["a", "b"]);
    for (const value of ["a", "b", "frei"]) expect(check(elements, { q: value }).problems).toEqual([]);
  });

  test("a matrix and a group that share rows each accept the other's fields", () => {
    const elements = [
      { type: "matrixdynamic", name: "m", valueName: "rows", columns: [{ name: "name", cellType: "text" }] },
      { type: "paneldynamic", name: "p", valueName: "rows", templateElements: [{ type: "comment", name: "why" }] },
    ];
    expect(check(elements, { rows: [{ name: "A", why: "B" }] }).problems).toEqual([]);
    expect(shortCells(elements, { rows: [{ name: "A", why: "B" }] })).toEqual(["rows/name[1]=||A", "rows/why[1]=||B"]);
  });

  test("carried choices keep the texts of their source", () => {
    const elements = [
      { type: "checkbox", name: "from", choices: [{ value: "a", text: "Aaa" }, "b"], showNoneItem: true },
      { type: "ranking", name: "to", choicesFromQuestion: "from", choicesFromQuestionMode: "selected" },
    ];
    const item = definitionOf(elements).items[1]!;
    expect(item.codes.map(({ code, label }) => [code, label.de])).toEqual([
      ["a", "Aaa"],
      ["b", "b"],
    ]);
    expect(check(elements, { from: ["a"], to: ["a"] }, { complete: true }).problems).toEqual([]);
  });

  test("questions inside choices, panels and old pages are flat, names with dots stay whole", () => {
    const { definition } = ((json: unknown) => ({ definition: definitionOf([json]) }))({
      type: "checkbox",
      name: "a.b",
      choices: [{ value: 1, elements: [{ type: "text", name: "in" }] }],
    });
    expect(definition.items.map(({ key }) => key)).toEqual(["a.b", "in"]);
    const old = definitionOf([], { pages: [{ questions: [{ type: "text", name: "v1" }] }] });
    expect(old.items.map(({ key }) => key)).toEqual(["v1"]);
  });
});
