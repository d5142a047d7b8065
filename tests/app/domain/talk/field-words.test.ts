import { expect, test } from "vitest";
import { fieldInWords } from "#app/domain/talk/field-words.ts";
import { readDefinition } from "#surveys/definition.ts";

const { definition } = readDefinition({
  title: "Probe",
  elements: [
    {
      type: "radiogroup",
      name: "plan",
      title: "Plan",
      choices: [{ value: "k", text: { default: "kurz", en: "short" } }],
    },
    { type: "boolean", name: "ja", title: "Ja?" },
    { type: "checkbox", name: "thema", title: "Themen", choices: [{ value: "recht", text: "Recht" }] },
    {
      type: "matrix",
      name: "wichtig",
      title: "Wie wichtig?",
      columns: [{ value: 5, text: "sehr wichtig" }],
      rows: [{ value: "a/b", text: "Sicherheit" }],
    },
    {
      type: "matrixdropdown",
      name: "kontakt",
      title: "Kontakt",
      columns: [{ name: "wie_oft", title: "Wie oft", cellType: "dropdown", choices: [{ value: 1, text: "selten" }] }],
      rows: [{ value: "amt", text: "Jugendamt" }],
    },
    { type: "multipletext", name: "ort", title: "Ort", items: [{ name: "stadt", title: "Stadt" }] },
    {
      type: "paneldynamic",
      name: "partner",
      title: "Partner",
      templateElements: [{ type: "text", name: "name", title: "Name" }],
    },
    { type: "text", name: "zahl", title: "Zahl", inputType: "number" },
  ],
});

const words = (path: string, value: unknown, locale: "de" | "en" = "de") => {
  if (!definition) throw new Error("the definition cannot be read");
  const { parts, value: said, step } = fieldInWords(definition, path, value, locale);
  return [parts.join(" › "), said, step].filter(Boolean).join(" = ");
};

test.each<[string, unknown, string]>([
  ["plan", "k", "kurz"],
  ["plan", null, ""],
  ["plan", "fremd", "fremd"],
  ["plan-Comment", "weil", "Ergänzung = weil"],
  ["ja", true, "Ja"],
  ["ja", false, "Nein"],
  ["zahl", 1234.5, "1.234,5"],
  ["thema", ["recht", "neu"], "Recht, neu"],
  ["thema/=recht", true, "Recht = chosen"],
  ["thema/=recht", null, "Recht = unchosen"],
  ["wichtig/a~1b", 5, "Sicherheit = sehr wichtig"],
  ["wichtig", { "a/b": 5 }, "Sicherheit: sehr wichtig"],
  ["kontakt/amt/wie_oft", 1, "Jugendamt › Wie oft = selten"],
  ["kontakt", { amt: { wie_oft: 1 } }, "Jugendamt: Wie oft: selten"],
  ["ort/stadt", "Kiel", "Stadt = Kiel"],
  ["partner/@d0", 0, "Eintrag = placed"],
  ["partner/@d0", null, "Eintrag = removed"],
  ["partner/@d0/name", "Amt", "Eintrag › Name = Amt"],
  ["partner", [{ name: "Amt" }, { name: "Hof" }], "Name: Amt, Name: Hof"],
])("%s %j reads %s", (path, value, said) => {
  expect(words(path, value)).toBe(said);
});

test("the reader's language is used where there is one; long texts are cut", () => {
  expect(words("plan", "k", "en")).toBe("short");
  expect(words("zahl", 1.5, "en")).toBe("1.5");
  expect(words("plan-Comment", "x".repeat(5000)).length).toBeLessThan(450);
});

test.each(["", "/", "nichts/da", "wichtig/fremd", "thema/=__proto__", "partner/@", "kontakt/amt/x/y/z", "__proto__/a"])(
  "a path that leads nowhere says itself: %j",
  (path) => {
    expect(() => words(path, { a: [1, null, { b: "c" }] })).not.toThrow();
  },
);
