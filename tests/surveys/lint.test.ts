import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDefinition } from "#surveys/definition.ts";
import { lintInterfaces } from "#surveys/lint/interfaces.ts";
import { nestsRepetition } from "#surveys/lint/patterns.ts";
import { canBePublished, cleanHtml, lintDefinition } from "#surveys/lint.ts";
import { definitionOf } from "./read.ts";

const faultsOf = (elements: unknown[], survey = {}) =>
  lintDefinition(definitionOf(elements, survey)).map(({ severity, code, path }) => `${severity} ${code} ${path}`);
const both = (word: string) => ({ default: word, en: word });

describe("the lint", () => {
  test("finds nothing in a complete definition with custom properties", () => {
    const elements = [
      {
        type: "radiogroup",
        name: "a",
        title: both("A"),
        score: 3,
        choices: [
          { value: 1, text: both("eins") },
          { value: "wn", text: both("weiß nicht"), missing: true },
        ],
      },
      { type: "text", name: "b", title: both("B"), visibleIf: "{a} = 1 and {A-Comment} empty", help: "x" },
    ];
    expect(faultsOf(elements, { title: both("T") })).toEqual([]);
  });

  test("says where a fault is and whether it keeps from publishing", () => {
    const twice = [
      { type: "text", name: "a", title: both("A") },
      { type: "text", name: "a", title: both("A") },
    ];
    expect(faultsOf(twice)).toEqual(["error duplicate-name /elements/1"]);
    expect(faultsOf([{ type: "yesno", name: "a", title: both("A") }])).toEqual(["warning unknown-type /elements/0"]);
    expect(
      faultsOf([
        { type: "text", name: "a", title: { default: "Aa" } },
        { type: "text", name: "b", title: both("B") },
      ]),
    ).toEqual(["warning missing-english /elements/0/title"]);
    expect(faultsOf([{ type: "text", name: "a", title: both("A"), visibleIf: "{nobody} = 1" }])).toEqual([
      "warning unknown-name /elements/0/visibleIf",
    ]);
    expect(canBePublished(lintDefinition(definitionOf(twice)))).toBe(false);
  });

  test("a file that must be uploaded would keep everybody from submitting, one that may be is left out", () => {
    const asked = (more: object) => faultsOf([{ type: "file", name: "a", title: both("A"), ...more }]);
    expect(asked({})).toEqual(["warning uploads-off /elements/0"]);
    expect(asked({ isRequired: true })).toEqual(["error uploads-off /elements/0"]);
    expect(asked({ requiredIf: "1 = 1" })).toEqual(["error uploads-off /elements/0"]);
  });

  test("takes one plain yes or no as the consent to being named", () => {
    const ask = (name: string, more: object = {}) => ({
      type: "boolean",
      name,
      title: both("A"),
      nameConsent: true,
      ...more,
    });
    const named = { privacy: "named" };
    expect(faultsOf([ask("a")], named)).toEqual([]);
    expect(faultsOf([{ type: "panel", name: "p", elements: [ask("a")] }], named)).toEqual([]);
    expect(faultsOf([ask("a"), ask("b")], named)).toEqual(["error consent-twice /elements/1"]);
    expect(faultsOf([ask("a", { type: "text" })], named)).toEqual(["error consent-unusable /elements/0"]);
    const group = { type: "paneldynamic", name: "p", title: both("P"), templateElements: [ask("a")] };
    expect(faultsOf([group], named)).toEqual(["error consent-unusable /elements/0/templateElements/0"]);
    expect(faultsOf([ask("a")], { privacy: "confidential" })).toEqual(["warning consent-without-names /elements/0"]);
  });

  test("takes two tables of the same rows as importance and coverage of needs", () => {
    const table = (name: string, rows: string[], more: object = {}) => ({
      ...{ type: "matrix", name, title: both(name), columns: [{ value: 1, text: both("eins") }] },
      rows: rows.map((value) => ({ value, text: both(value) })),
      ...more,
    });
    const importance = table("w", ["x", "y"]);
    const of = { coverageOf: "w" };
    const wrong = ["error coverage-unusable /elements/1"];
    expect(faultsOf([importance, table("g", ["y", "x"], of)])).toEqual([]);
    expect(faultsOf([importance, table("g", ["x", "z"], of)])).toEqual(wrong);
    expect(faultsOf([importance, table("g", ["x"], { coverageOf: "nichts" })])).toEqual(wrong);
    expect(faultsOf([importance, table("g", ["x"], { coverageOf: "g" })])).toEqual(wrong);
    expect(faultsOf([importance, { type: "text", name: "g", title: both("g"), ...of }])).toEqual(wrong);
    // Other steps, or words for steps: no distance between means.
    const steps = (...values: unknown[]) => ({ columns: values.map((value) => ({ value, text: both("Stufe") })) });
    const missing = {
      columns: [
        { value: 1, text: both("eins") },
        { value: "wn", text: both("?"), missing: true },
      ],
    };
    const unequal = ["error coverage-scales /elements/1"];
    expect(faultsOf([importance, table("g", ["x"], { ...of, ...missing })])).toEqual([]);
    expect(faultsOf([importance, table("g", ["x"], { ...of, ...steps(1, 2) })])).toEqual(unequal);
    expect(faultsOf([importance, table("g", ["x"], { ...of, ...steps(0) })])).toEqual(unequal);
    const words = steps("wenig", "viel");
    expect(faultsOf([table("w", ["x"], words), table("g", ["x"], { ...of, ...words })])).toEqual(unequal);
  });

  test("takes marks of ties that make a whole", () => {
    const consent = { type: "boolean", name: "ok", title: both("Ok"), nameConsent: true };
    const roster = (name: string, ties: unknown, more: object = {}) => ({
      ...{
        type: "tagbox",
        name,
        title: both(name),
        roster: true,
        choices: [{ value: "keine", text: both("Keine") }],
        ties,
      },
      ...more,
    });
    const often = (name: string, keyName: string | undefined, ties: unknown = "frequency") => ({
      ...{ type: "paneldynamic", name, title: both(name), keyName },
      templateElements: [
        { type: "dropdown", name: "wer", title: both("Wer"), choices: [{ value: "x", text: both("X") }] },
        { type: "radiogroup", name: "oft", title: both("Oft"), choices: [{ value: 1, text: both("eins") }], ties },
      ],
    });
    const about = often("d", "wer", "kind");
    const close = (choicesFromQuestion: string) => ({
      ...{ type: "checkbox", name: "e", title: both("e"), ties: "closest", choicesFromQuestion },
    });
    const named = { privacy: "named" };
    const codes = (...elements: object[]) => faultsOf(elements, named);
    expect(codes(consent, roster("a", "contact"), roster("b", "wish"), often("c", "wer"))).toEqual([]);
    expect(codes(consent, roster("a", "contact"), about, close("a"))).toEqual([]);
    expect(codes(consent, roster("a", "contact"), often("c", undefined, "kind"))).toHaveLength(2);
    expect(codes(consent, roster("a", "contact"), roster("b", "wish"), close("b"))).toHaveLength(3);
    expect(codes(consent, roster("a", "contact"), roster("b", "contact"))).toEqual([
      ...["error ties-unusable /elements/1", "error ties-unusable /elements/2"],
    ]);
    expect(codes(consent, roster("b", "wish"))).toEqual(["error ties-unusable /elements/1"]);
    expect(codes(consent, roster("a", "contact", { roster: false }))).toEqual(["error ties-unusable /elements/1"]);
    expect(codes(consent, roster("a", "kontakt"))).toEqual(["error ties-unusable /elements/1"]);
    expect(codes(consent, roster("a", "contact"), often("c", undefined))).toHaveLength(2);
    expect(codes(roster("a", "contact"))).toEqual(["warning ties-without-consent /elements/0"]);
  });

  test("takes a table of contact and one of its details as the questions of interfaces", () => {
    const file = new URL("../../surveys/definitions/schnittstellen/1.json", import.meta.url);
    const source = JSON.parse(readFileSync(file, "utf8"));
    const mark: Record<string, unknown> = source.interfaces;
    const faults = (interfaces: unknown) => {
      const { definition } = readDefinition({ ...source, interfaces });
      return definition && lintInterfaces(definition).flatMap(({ code, path }) => `${code} ${path}`);
    };
    expect(faults(mark)).toEqual([]);
    const parts = ["contact", "detail", "form", "quality", "reliability", "trust"];
    const wrong = [
      ...parts.map((part) => ({ ...mark, [part]: undefined })),
      { ...mark, contact: { question: "ss_freq", from: 9 } },
      { ...mark, form: { column: "guete", from: 0 } },
      { ...mark, trust: "nichts" },
      { ...mark, detail: "ss_kein" },
      { ...mark, wanted: "ss_top3" },
      { ...mark, hardest: "team_anzahl" },
      { ...mark, practice: ["nichts"] },
      "ss_freq",
    ];
    for (const one of wrong) expect([one, faults(one)]).toEqual([one, ["interfaces-unusable /interfaces"]]);
  });

  test("knows patterns that hang a browser from those that do not", () => {
    for (const bad of ["^(a+)+$", "(a*)*", "(a|a)*$", "([a-z]+)+@", "((x+)y?)*", "(\\d+)+", "(a{2,})+"]) {
      expect([bad, nestsRepetition(bad)]).toEqual([bad, true]);
    }
    for (const good of ["^[0-9]*$", "^(https?:\\/\\/)?[\\w.-]+$", "^(ab|cd)+$", "^\\d{5}$", "[(+*]+", "^(\\d\\d)+$"]) {
      expect([good, nestsRepetition(good)]).toEqual([good, false]);
    }
  });

  test("cleans HTML of what runs", () => {
    expect(cleanHtml('<p onclick="x()">Hallo <b>Welt</b><script>x()</script></p>')).toBe("<p>Hallo <b>Welt</b></p>");
    expect(cleanHtml('<a href="javascript:x()">a</a>')).toBe("<a>a</a>");
  });
});
