import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concord, recodings, rewordings } from "#surveys/concordance.ts";
import { readDefinition } from "#surveys/definition.ts";
import { isObject, type JsonObject } from "#surveys/json.ts";
import { withoutOutside } from "#surveys/outside.ts";
import { placeOf } from "#surveys/places.ts";
import { beyondWording } from "#surveys/wording.ts";
import { definitionOf } from "./read.ts";

const NAMES = ["ansaetze", "bedarfe", "fortbildung", "netzwerk", "netzwerkziele", "puls", "schnittstellen"];
const SOURCES = NAMES.map((name) => {
  const file = path.resolve(import.meta.dirname, "../../surveys/definitions", name, "1.json");
  return JSON.parse(readFileSync(file, "utf8")) as JsonObject;
});

type Leaf = { path: (string | number)[]; value: unknown };

function leavesOf(value: unknown, at: (string | number)[] = []): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((inner, i) => leavesOf(inner, [...at, i]));
  if (isObject(value)) return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...at, key]));
  return [{ path: at, value }];
}

/** Our questionnaires write every text in both languages, so that the languages tell words from settings. */
const isText = ({ path: at }: Leaf) => ["default", "en"].includes(String(at.at(-1)));

function changed(source: JsonObject, { path: at }: Leaf, value: unknown): JsonObject {
  const copy = structuredClone(source);
  const holder = at.slice(0, -1).reduce<unknown>((inner, key) => (inner as JsonObject)[key], copy) as JsonObject;
  holder[String(at.at(-1))] = value;
  return copy;
}

const sourceAnd = (wanted: (leaf: Leaf) => boolean) =>
  fc
    .constantFrom(...SOURCES)
    .chain((source) => fc.tuple(fc.constant(source), fc.constantFrom(...leavesOf(source).filter(wanted))));

const itemsOf = (source: JsonObject) => readDefinition(source).definition?.items ?? [];

describe("what is wording and what is more", () => {
  test("another text anywhere leaves every measure as it is", () => {
    const other = fc.string({ minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(sourceAnd(isText), other, ([source, leaf], text) => {
        const after = changed(source, leaf, text);
        expect(beyondWording(source, after)).toEqual([]);
        const changes = concord(itemsOf(source), itemsOf(after)).map(({ change }) => change);
        expect(changes.filter((change) => change !== "identical" && change !== "reworded")).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test("another value of anything else is named with its place", () => {
    // How long it takes to fill in is said to people and changes nothing else.
    const isSetting = (leaf: Leaf) => !isText(leaf) && leaf.path.at(-1) !== "duration";
    fc.assert(
      fc.property(sourceAnd(isSetting), ([source, leaf]) => {
        const differences = beyondWording(source, changed(source, leaf, `${String(leaf.value)} anders`));
        expect(differences.length).toBeGreaterThan(0);
        const place = placeOf(source, differences[0]?.path ?? "");
        if (leaf.path[0] === "pages" && leaf.path[2] === "elements") expect(place.page).toBeDefined();
      }),
      { numRuns: 150 },
    );
  });

  test("a plain choice given a text, and keys in another order, are the same questions", () => {
    const before = { elements: [{ type: "radiogroup", name: "q", choices: ["a", "b"] }] };
    const after = { elements: [{ name: "q", type: "radiogroup", choices: [{ value: "a", text: "A" }, "b"] }] };
    expect(beyondWording(before, after)).toEqual([]);
  });

  test("settings that are called like texts are settings", () => {
    expect(beyondWording({ showTitle: true }, { showTitle: false })).toEqual([
      { path: "/showTitle", property: "showTitle" },
    ]);
  });
});

test("old and new words, and what measures differently, are told one by one", () => {
  const item = (element: JsonObject) => definitionOf([{ name: "q", ...element }]).items[0]!;
  const choices = [{ value: 1, text: "eins" }, 2];
  const before = item({ type: "radiogroup", title: "A", choices });
  expect(
    rewordings(before, item({ type: "radiogroup", title: "B", choices: [{ value: 1, text: "Eins" }, 2] })),
  ).toEqual([
    { part: "title", before: { de: "A" }, after: { de: "B" } },
    { part: "code", code: "1", before: { de: "eins" }, after: { de: "Eins" } },
  ]);
  const kinds = (element: JsonObject) => recodings(before, item(element)).map(({ kind }) => kind);
  expect(kinds({ type: "radiogroup", choices: [2, 3] })).toEqual(["added", "removed"]);
  expect(kinds({ type: "radiogroup", choices: [2, ...choices.slice(0, 1)] })).toEqual(["order"]);
  expect(kinds({ type: "checkbox", choices })).toEqual(["scale"]);
});

test("a look at a questionnaire loads nothing from elsewhere and leads nowhere", () => {
  const shown = withoutOutside({
    logo: "https://elsewhere.example/logo.png",
    navigateToUrl: "https://elsewhere.example",
    cookieName: "done",
    elements: [
      {
        type: "html",
        html: 'Text <img alt="x" src="//elsewhere.example/a.png"> <a href="https://elsewhere.example">mehr</a>',
      },
      { type: "image", imageLink: "data:image/png;base64,AAAA" },
      { type: "dropdown", choicesByUrl: { url: "https://elsewhere.example/list" } },
    ],
  });
  expect(shown).toEqual({
    logo: "",
    elements: [
      { type: "html", html: 'Text <img alt="x" > <a href="https://elsewhere.example">mehr</a>' },
      { type: "image", imageLink: "data:image/png;base64,AAAA" },
      { type: "dropdown" },
    ],
  });
  for (const source of SOURCES) expect(withoutOutside(source)).toEqual(source);
});
