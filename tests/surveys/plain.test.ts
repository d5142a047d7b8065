import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CheckingPool, createCheckingPool } from "#surveys/checking-pool.ts";
import type { Definition } from "#surveys/definition.ts";
import { fromFields, toFields } from "#surveys/fields/index.ts";
import type { JsonObject } from "#surveys/json.ts";
import { plainFields } from "#surveys/plain/build.ts";
import type { PlainControl, PlainInput } from "#surveys/plain/control.ts";
import { everythingOn } from "#surveys/plain/everything.ts";
import { inputsOf, readPlain, writePlain } from "#surveys/plain/posted.ts";
import { forms } from "./forms.ts";
import { definitionOf } from "./read.ts";

/** The ids of the entries of a group, as `toFields` calls them. */
const idsIn = (fields: ReadonlyMap<string, unknown>) => (path: string) =>
  [...fields.keys()].flatMap((key) =>
    key.startsWith(`${path}/@`) ? (key.slice(path.length + 2).match(/^[^/]+$/) ?? []) : [],
  );

const controlsFor = (definition: Definition, fields: ReadonlyMap<string, unknown> = new Map()) =>
  everythingOn(definition, "page1", idsIn(fields));

/** What comes back when a form is sent as it was handed out. */
function sentBack(inputs: readonly PlainInput[], fields: ReadonlyMap<string, unknown>): Map<string, unknown> {
  const posted = new Map(inputs.flatMap((input) => writePlain(input, (path) => fields.get(path))));
  const read = inputs.flatMap((input) => readPlain(input, posted));
  return new Map(read.filter(({ value }) => value !== null).map(({ path, value }) => [path, value]));
}

const EXAMPLES: [string, JsonObject, unknown][] = [
  ["radiogroup", { choices: [1, "zwei"], showOtherItem: true }, 1],
  ["dropdown", { choices: ["a", "b"] }, "b"],
  ["boolean", {}, false],
  ["boolean", { valueTrue: "ja", valueFalse: "nein" }, "nein"],
  ["rating", { rateMax: 3 }, 2],
  ["checkbox", { choices: ["a", 2, "c/d"], showOtherItem: true }, ["a", 2, "c/d", "other"]],
  ["tagbox", { choices: ["a", "b"] }, ["b"]],
  ["ranking", { choices: ["a", "b", "c"], selectToRankEnabled: true, maxSelectedChoices: 2 }, ["c", "a"]],
  ["ranking", { choices: ["a", "b"] }, ["b", "a"]],
  ["text", {}, " mit Leerzeichen "],
  ["text", { inputType: "number" }, 2.5],
  ["text", { inputType: "date" }, "2026-11-28"],
  ["comment", {}, "zwei\nZeilen"],
  ["matrix", { rows: ["r/1", "s"], columns: [1, 2, "wn"] }, { "r/1": 2, s: "wn" }],
  [
    "matrixdropdown",
    {
      rows: ["amt"],
      columns: [
        { name: "wie", cellType: "checkbox", choices: ["mail", "tel"] },
        { name: "oft", cellType: "dropdown", choices: [1, 2] },
        { name: "wer", cellType: "text" },
      ],
    },
    { amt: { wie: ["tel"], oft: 2, wer: "Ada" } },
  ],
  ["multipletext", { items: [{ name: "plz" }, { name: "seit", inputType: "number" }] }, { plz: "01067", seit: 3 }],
  [
    "paneldynamic",
    {
      templateElements: [
        { type: "text", name: "n" },
        { type: "checkbox", name: "f", choices: ["x"] },
      ],
    },
    [{ n: "A", f: ["x"] }, { n: "B" }],
  ],
];

describe("a plain form, sent as it was handed out, says what is stored", () => {
  test.each(EXAMPLES)("%s %j", (type, more, answer) => {
    const definition = definitionOf([{ type, name: "frage", ...more }]);
    const fields = toFields(definition, { frage: answer });
    const back = sentBack(inputsOf(controlsFor(definition, fields)), fields);
    const places = [...fields].filter(([path]) => /@[^/]*$/.test(path));
    expect(fromFields(definition, new Map([...places, ...back]))).toEqual({ frage: answer });
  });

  test("of any form", () => {
    fc.assert(
      fc.property(forms, ({ elements, record }) => {
        const definition = definitionOf(elements);
        const fields = toFields(definition, record);
        const inputs = inputsOf(controlsFor(definition, fields));
        const back = sentBack(inputs, fields);
        for (const input of inputs) {
          const paths = input.control === "checkboxes" ? input.options.map(({ path }) => path) : [input.path];
          for (const path of paths) expect(back.get(path)).toEqual(fields.get(path));
        }
      }),
    );
  });
});

describe("what people type", () => {
  const read = (element: JsonObject, texts: string[]) => {
    const [input] = inputsOf(controlsFor(definitionOf([{ name: "frage", ...element }])));
    return readPlain(input as PlainInput, new Map([["frage", texts]]))[0]?.value;
  };

  test.each([
    [{ type: "text", inputType: "number" }, ["2,5"], 2.5],
    [{ type: "text", inputType: "number" }, [" 7 "], 7],
    [{ type: "text", inputType: "number" }, ["viele"], "viele"],
    [{ type: "text" }, ["  "], null],
    [{ type: "comment" }, ["a\r\nb"], "a\nb"],
    [{ type: "ranking", choices: ["a", "b", "c"] }, ["", "c", "a"], ["c", "a"]],
    [{ type: "ranking", choices: ["a", "b"] }, ["", ""], null],
    [{ type: "radiogroup", choices: [1, 2] }, ["1"], 1],
    [{ type: "radiogroup", choices: [1, 2] }, ["9"], "9"],
    [{ type: "dropdown", choices: ["a"] }, [""], null],
  ])("%j %j", (element, texts, value) => {
    expect(read(element, texts)).toEqual(value);
  });

  test("where the answer is none of the radio buttons, none is pressed", () => {
    const [input] = inputsOf(controlsFor(definitionOf([{ type: "radiogroup", name: "frage", choices: ["a"] }])));
    expect(writePlain(input as PlainInput, () => "weg")).toEqual([]);
  });
});

test("what cannot be asked without JavaScript says so, and fills nothing", () => {
  const definition = definitionOf([
    { type: "file", name: "a" },
    { type: "signaturepad", name: "b" },
    { type: "imagepicker", name: "c", choices: ["x"] },
    { type: "checkbox", name: "d", choices: ["x"], showOtherItem: true, storeOthersAsComment: false },
    { type: "matrixdynamic", name: "e", columns: [{ name: "x" }] },
    { type: "slider", name: "f" },
    { type: "personname", name: "g" },
  ]);
  const controls = controlsFor(definition);
  expect(controls.map(({ control }) => control)).toEqual(Array(7).fill("script"));
  expect(inputsOf(controls)).toEqual([]);
});

describe("what is shown now", () => {
  let pool: CheckingPool;
  // The machine may be busy; what is slow here is no fault.
  beforeAll(() => {
    pool = createCheckingPool({ timeoutMs: 60_000 });
  });
  afterAll(() => pool?.close());

  async function shownOn(name: string, page: string, answers: JsonObject, locale: "de" | "en" = "de") {
    const json = await readFile(new URL(`../../surveys/definitions/${name}/1.json`, import.meta.url), "utf8");
    const { form, problems } = await pool.form({ key: name, json }, answers, { locale, page, seed: "s" });
    expect(problems).toEqual([]);
    const { pages } = JSON.parse(json) as { pages: { elements: unknown[] }[] };
    const definition = definitionOf(pages.flatMap(({ elements }) => elements));
    const ids = idsIn(toFields(definition, answers));
    const controls = plainFields(definition.level, form?.page?.questions ?? [], "", { locale, entries: ids });
    return { form, controls };
  }
  const pathsIn = (controls: readonly PlainControl[]) => inputsOf(controls).map(({ path }) => path);

  test("conditions decide on questions and rows; random order is the same each time", { timeout: 90_000 }, async () => {
    const { controls: first } = await shownOn("bedarfe", "herausforderungen", {});
    expect(pathsIn(first)).toEqual(["hf_rang", "hf_rang-Comment"]);
    const answers = { hf_rang: ["zugang", "bedrohung_team"] };
    const { controls, form } = await shownOn("bedarfe", "herausforderungen", answers);
    expect(pathsIn(controls)).toEqual([
      ...["hf_rang", "hf_rang-Comment", "hf_trend/bedrohung_team", "hf_trend/zugang"],
      ...["hf_schutz", "hf_schutz-Comment"],
    ]);
    expect(controls[0]).toEqual({ ...first[0] });
    expect(form?.pages.map(({ answered }) => answered)).toEqual([0, 0, 0, 1, 0, 0, 0]);
    const { form: english } = await shownOn("bedarfe", "herausforderungen", answers, "en");
    expect(english?.page?.title).toBe("Challenges");
  });

  test("pages, rows with cells, choices and entries", { timeout: 90_000 }, async () => {
    const { form: closed } = await shownOn("netzwerk", "kontakte", { nw_ok: false });
    expect(closed?.page).toBeUndefined();
    expect(closed?.pages.map(({ name }) => name)).toEqual(["start"]);
    const freq = { ss_freq: { jugendhilfe: 2, polizei: 0 } };
    const { controls: details } = await shownOn("schnittstellen", "zusammenarbeit", freq);
    expect(pathsIn(details)).toEqual(["form", "guete", "verl", "vertr"].map((cell) => `ss_detail/jugendhilfe/${cell}`));
    const { controls: reasons } = await shownOn("schnittstellen", "wuensche", freq);
    expect(inputsOf(reasons)[0]).toMatchObject({
      control: "checkboxes",
      path: "ss_kein/polizei/grund",
      label: "Gründe",
    });
    const more = { ...freq, ss_top3: ["polizei"], ss_hind: [{ partner: "polizei" }, {}] };
    const { controls: entries } = await shownOn("schnittstellen", "huerden", more);
    expect(entries[1]).toMatchObject({ control: "entries", most: 3, entries: [{ label: "Bereich: Polizei" }, {}] });
    expect(pathsIn(entries).filter((path) => path.startsWith("ss_hind/@d1"))).toEqual(["ss_hind/@d1/partner"]);
    const partner = inputsOf(entries).find(({ path }) => path === "ss_hind/@d0/partner");
    expect(partner).toMatchObject({ control: "select", options: [{ value: "polizei", label: "Polizei" }] });
  });

  test("HTML is cleaned, and an answer in it stays text", { timeout: 90_000 }, async () => {
    const elements = [
      { type: "text", name: "n" },
      { type: "html", name: "h", html: "<b>{n}</b><script>alert(1)</script><p onclick='x()'>gut</p>" },
      { type: "expression", name: "e", expression: "1 + 1", title: "Summe" },
      { type: "text", name: "fest", readOnly: true, title: "Fest" },
    ];
    const json = JSON.stringify({ elements });
    const answers = { n: "<img src=x onerror=alert(1)>", fest: "so" };
    const { form } = await pool.form({ key: "html", json }, answers, { locale: "de", page: "page1", seed: "s" });
    const [, html, sum, fixed] = form?.page?.questions ?? [];
    expect(html?.html).toBe("<b>&lt;img src=x onerror=alert(1)&gt;</b><p>gut</p>");
    expect(sum?.fixed).toBe("2");
    expect(fixed?.fixed).toBe("so");
  });
});
