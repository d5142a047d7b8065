import { expect, test } from "vitest";
import { concord } from "#surveys/concordance.ts";
import { definitionOf } from "./read.ts";

const items = (elements: unknown[]) => definitionOf(elements).items;

test("says of every item what became of it", () => {
  const before = items([
    { type: "radiogroup", name: "same", title: "A", choices: [1, 2] },
    { type: "radiogroup", name: "reworded", title: "B", choices: [1, 2] },
    { type: "radiogroup", name: "relabelled", choices: [{ value: 1, text: "eins" }, 2] },
    { type: "radiogroup", name: "recoded", choices: [1, 2] },
    { type: "text", name: "rescaled" },
    { type: "text", name: "dropped" },
  ]);
  const after = items([
    { type: "radiogroup", name: "same", title: "A", choices: [1, 2] },
    { type: "text", name: "new" },
    { type: "radiogroup", name: "reworded", title: "B?", choices: [1, 2] },
    { type: "radiogroup", name: "relabelled", choices: [{ value: 1, text: "Eins" }, 2] },
    { type: "radiogroup", name: "recoded", choices: [1, 2, 3] },
    { type: "text", name: "rescaled", inputType: "number" },
  ]);
  expect(concord(before, after).map(({ key, change }) => `${key} ${change}`)).toEqual([
    "same identical",
    "new new",
    "reworded reworded",
    "relabelled reworded",
    "recoded recoded",
    "rescaled recoded",
    "dropped dropped",
  ]);
});

test("an added English text is a new wording, the same definition is identical", () => {
  const german = items([{ type: "text", name: "q", title: "A" }]);
  const both = items([{ type: "text", name: "q", title: { default: "A", en: "A" } }]);
  expect(concord(german, both)[0]!.change).toBe("reworded");
  expect(concord(both, both)[0]!.change).toBe("identical");
});
