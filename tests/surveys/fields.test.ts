import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkField } from "#surveys/fields/check.ts";
import { editsFor, fromFields, nameOfPath, placeOfField, toFields, wordsOfField } from "#surveys/fields/index.ts";
import type { JsonObject } from "#surveys/json.ts";
import { forms } from "./forms.ts";
import { definitionOf } from "./read.ts";

const ELEMENTS = [
  { type: "radiogroup", name: "plan", choices: ["kurz", "lang"] },
  { type: "checkbox", name: "thema", choices: ["recht", "haft", 3], showOtherItem: true },
  { type: "matrix", name: "wichtig", rows: ["a/b", "c"], columns: [1, 2, 3] },
  {
    type: "matrixdropdown",
    name: "kontakt",
    rows: ["amt"],
    columns: [
      { name: "wie", cellType: "checkbox", choices: ["mail", "tel"] },
      { name: "oft", cellType: "text" },
    ],
  },
  { type: "multipletext", name: "ort", items: [{ name: "plz" }, { name: "stadt" }] },
  {
    type: "paneldynamic",
    name: "partner",
    panelCount: 1,
    templateElements: [
      { type: "text", name: "name" },
      { type: "checkbox", name: "feld", choices: ["x", "y"] },
    ],
  },
];
const definition = definitionOf(ELEMENTS);
const ids = () => {
  let next = 0;
  return () => `n${next++}`;
};

/** The fields after these edits, as a server would keep them. */
function written(
  fields: ReadonlyMap<string, unknown>,
  edits: { path: string; value: unknown }[],
): Map<string, unknown> {
  const copy = new Map(fields);
  for (const { path, value } of edits) copy.set(path, value);
  return copy;
}

describe("taking apart", () => {
  test("rows, cells, codes and entries are fields of their own; comments and single answers one each", () => {
    const fields = toFields(definition, {
      plan: "kurz",
      thema: ["other", 3],
      "thema-Comment": "Schulden",
      wichtig: { "a/b": 2 },
      kontakt: { amt: { wie: ["tel"], oft: "nie" } },
      ort: { stadt: "Ulm" },
      partner: [{ name: "A", feld: ["y"] }, {}],
    });
    expect(Object.fromEntries(fields)).toEqual({
      plan: "kurz",
      "thema/=other": true,
      "thema/=3": 3,
      "thema-Comment": "Schulden",
      "wichtig/a~1b": 2,
      "kontakt/amt/wie/=tel": true,
      "kontakt/amt/oft": "nie",
      "ort/stadt": "Ulm",
      "partner/@d0": 0,
      "partner/@d0/name": "A",
      "partner/@d0/feld/=y": true,
      "partner/@d1": 1,
    });
  });

  test("of any form, and together again, answers are what they were; every field passes its check", () => {
    fc.assert(
      fc.property(forms, ({ elements, record }) => {
        const any = definitionOf(elements);
        const fields = toFields(any, record);
        const again = fromFields(any, fields);
        expect(fromFields(any, toFields(any, again))).toEqual(again);
        for (const name of Object.keys(record)) expect(editsFor(any, fields, name, record[name])).toEqual([]);
        for (const [path, value] of fields) {
          expect(checkField(any, path, value), path).toEqual([]);
          expect(Object.hasOwn(record, nameOfPath(path))).toBe(true);
        }
      }),
    );
  });
});

describe("edits", () => {
  test("lead from any answers to any others of the same form", () => {
    const two = forms.chain(({ elements, record }) =>
      fc.tuple(fc.constant(elements), fc.constant(record), fc.subarray(Object.keys(record))),
    );
    fc.assert(
      fc.property(two, ({ 0: elements, 1: record, 2: kept }) => {
        const any = definitionOf(elements);
        const less = Object.fromEntries(kept.map((name) => [name, record[name]])) as JsonObject;
        const fields = toFields(any, less);
        const edits = Object.keys(record).flatMap((name) => editsFor(any, fields, name, record[name], ids()));
        const grown = written(fields, edits);
        expect(fromFields(any, grown)).toEqual(fromFields(any, toFields(any, record)));
        const back = Object.keys(record).flatMap((name) => editsFor(any, grown, name, less[name], ids()));
        expect(fromFields(any, written(grown, back))).toEqual(fromFields(any, fields));
      }),
    );
  });

  test("touch only what changed", () => {
    const fields = toFields(definition, {
      thema: ["recht"],
      wichtig: { "a/b": 2, c: 1 },
      partner: [{ name: "A" }, { name: "B" }],
    });
    expect(editsFor(definition, fields, "thema", ["haft", "recht"])).toEqual([{ path: "thema/=haft", value: true }]);
    expect(editsFor(definition, fields, "wichtig", { "a/b": 3, c: 1 })).toEqual([{ path: "wichtig/a~1b", value: 3 }]);
    expect(editsFor(definition, fields, "partner", [{ name: "A" }, { name: "Bo" }])).toEqual([
      { path: "partner/@d1/name", value: "Bo" },
    ]);
    expect(editsFor(definition, fields, "plan", undefined)).toEqual([]);
  });

  test("on entries: adding, removing, moving and editing name the entry, not its number", () => {
    const before = { partner: [{ name: "A" }, { name: "B" }, { name: "C" }] };
    const fields = toFields(definition, before);
    const edit = (names: string[]) =>
      editsFor(
        definition,
        fields,
        "partner",
        names.map((name) => ({ name })),
        ids(),
      );
    expect(edit(["A", "C"])).toEqual([{ path: "partner/@d1", value: null }]);
    expect(edit(["C", "A", "B"])).toEqual([{ path: "partner/@d2", value: -1 }]);
    expect(edit(["A", "B", "C", "D"])).toEqual([
      { path: "partner/@n0", value: 3 },
      { path: "partner/@n0/name", value: "D" },
    ]);
    expect(edit(["A", "X", "B", "C"])).toEqual([
      { path: "partner/@n0", value: 0.5 },
      { path: "partner/@n0/name", value: "X" },
    ]);
    expect(edit([])).toEqual(["d0", "d1", "d2"].map((id) => ({ path: `partner/@${id}`, value: null })));
  });

  test("two who begin the entry that everybody is shown write into the same one", () => {
    const mine = editsFor(definition, new Map(), "partner", [{ name: "A" }], ids());
    const theirs = editsFor(definition, new Map(), "partner", [{ feld: ["x"] }], ids());
    const both = written(written(new Map(), mine), theirs);
    expect(fromFields(definition, both)).toEqual({ partner: [{ name: "A", feld: ["x"] }] });
  });

  test("an answer that was once kept whole is read, and comes apart with the next edit", () => {
    const whole = new Map<string, unknown>([["wichtig", { "a/b": 2, c: 1 }]]);
    expect(fromFields(definition, whole)).toEqual({ wichtig: { "a/b": 2, c: 1 } });
    const edits = editsFor(definition, whole, "wichtig", { "a/b": 3, c: 1 });
    expect(fromFields(definition, written(whole, edits))).toEqual({ wichtig: { "a/b": 3, c: 1 } });
    expect(written(whole, edits).get("wichtig")).toBeNull();
  });
});

describe("what cannot be a field", () => {
  test.each([
    ["gibtsnicht", "x", "unknown-question"],
    ["plan/teil", "x", "unknown-question"],
    ["plan/__proto__", "x", "unknown-question"],
    ["__proto__", { x: 1 }, "unknown-question"],
    ["partner/0/name", "x", "unknown-question"],
    ["partner/@a b", 1, "unknown-question"],
    ["thema/recht", true, "unknown-question"],
    ["thema/=recht/x", true, "unknown-question"],
    ["partner/@a/constructor", "x", "unknown-question"],
    ["partner/@a", "first", "not-an-entry"],
    ["thema/=recht", "ja", "not-a-choice"],
    ["thema/=schulden", true, "not-a-choice"],
    ["wichtig/a~1b", 9, "unknown-column"],
    ["wichtig/zz", 1, "unknown-row"],
    ["plan", "mittel", "not-a-choice"],
    [`plan${"x".repeat(3000)}`, "x", "unknown-question"],
  ])("%s = %j", (path, value, code) => {
    expect(checkField(definition, path, value).map((problem) => problem.code)).toContain(code);
  });

  test("a path is judged also where its value is taken back", () => {
    expect(checkField(definition, "plan/teil", null)).toHaveLength(1);
    expect(placeOfField(definition, "partner/@a/feld/=x")).toEqual({ is: "code", entries: ["partner/@a"] });
  });
});

describe("a field in words", () => {
  const words = (path: string, value: unknown) => {
    const { question, parts, value: said } = wordsOfField(speaking, path, value);
    return [question.de, ...parts.map(({ de }) => de), said?.de ?? null];
  };
  const speaking = definitionOf([
    { type: "checkbox", name: "thema", title: "Welche?", choices: [{ value: "recht", text: "Recht" }] },
    { type: "ranking", name: "rang", title: "Was zuerst?", choices: [{ value: "a", text: "Ah" }, "b"] },
    {
      type: "matrix",
      name: "wie",
      title: "Wie?",
      rows: [{ value: "r", text: "Reihe" }],
      columns: [{ value: 1, text: "gut" }],
    },
    {
      type: "matrixdropdown",
      name: "amt",
      rows: [{ value: "j", text: "Jugendamt" }],
      columns: [{ name: "oft", title: "Wie oft", choices: [{ value: 2, text: "monatlich" }] }],
    },
    {
      type: "paneldynamic",
      name: "wer",
      title: "Wer?",
      templateElements: [{ type: "text", name: "n", title: "Name" }],
    },
    { type: "comment", name: "mehr", title: "Mehr?" },
  ]);
  test.each([
    ["thema/=recht", true, ["Welche?", "Recht", "gewählt"]],
    ["thema/=recht", null, ["Welche?", "Recht", null]],
    ["thema-Comment", "Schulden", ["Welche?", "Ergänzung", "Schulden"]],
    ["rang", ["b", "a"], ["Was zuerst?", "1. b, 2. Ah"]],
    ["wie/r", 1, ["Wie?", "Reihe", "gut"]],
    ["amt/j/oft", 2, ["amt", "Jugendamt", "Wie oft", "monatlich"]],
    ["wer/@d0", 0, ["Wer?", "Eintrag", "vorhanden"]],
    ["wer/@d0/n", "Ada", ["Wer?", "Eintrag", "Name", "Ada"]],
    ["mehr", "so", ["Mehr?", "so"]],
    ["weg", { a: 1 }, ["weg", '{"a":1}']],
  ])("%s = %j", (path, value, expected) => {
    expect(words(path, value)).toEqual(expected);
  });
});
