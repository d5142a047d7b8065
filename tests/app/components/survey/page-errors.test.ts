import { type PageModel, SurveyModel } from "survey-core";
import { expect, test } from "vitest";
import { countFaulty } from "#app/components/survey/page-errors.ts";

const required = { isRequired: true };

test("an error inside an entry, a table or a field of several counts like one of a plain question", () => {
  const model = new SurveyModel({
    elements: [
      { type: "text", name: "plain", ...required },
      {
        type: "paneldynamic",
        name: "entries",
        panelCount: 1,
        templateElements: [{ type: "text", name: "a", ...required }],
      },
      { type: "matrixdynamic", name: "table", rowCount: 1, columns: [{ name: "a", cellType: "text", ...required }] },
      {
        type: "multipletext",
        name: "several",
        items: [
          { name: "a", ...required },
          { name: "b", ...required },
        ],
      },
      { type: "text", name: "fine" },
    ],
  });
  const page = model.currentPage as PageModel;
  expect(countFaulty(page)).toBe(0);
  expect(page.validate(true)).toBe(false);
  expect(countFaulty(page)).toBe(4);
  model.setValue("entries", [{ a: "x" }]);
  page.validate(true);
  expect(countFaulty(page)).toBe(3);
});
