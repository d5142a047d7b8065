import { SurveyModel } from "survey-core";
import { expect, test } from "vitest";
import { createRefusals, onPersonsEdit, showValue } from "#app/components/survey/peoples-edits.ts";

function survey(definition: object) {
  const model = new SurveyModel(definition);
  const told: [string, unknown][] = [];
  onPersonsEdit(model, (path, value) => told.push([path, value]));
  return { model, told };
}
const gesture = () => new Promise((resolve) => setTimeout(resolve));

test("only what the person typed is told, not what triggers and expressions make of it", async () => {
  const { model, told } = survey({
    elements: [
      { type: "text", name: "a" },
      { type: "text", name: "triggered" },
      { type: "expression", name: "computed", expression: "{a} + 1" },
      { type: "text", name: "set", setValueExpression: "{a} * 2" },
      { type: "text", name: "reset", resetValueIf: "{a} = 7" },
    ],
    triggers: [{ type: "setvalue", expression: "{a} = 7", setToName: "triggered", setValue: "x" }],
  });
  model.setValue("reset", "old");
  await gesture();
  model.setValue("a", 7);
  expect(model.data).toEqual({ a: 7, triggered: "x", computed: 8, set: 14 });
  expect(told).toEqual([
    ["reset", "old"],
    ["a", 7],
  ]);
});

test("the computed part of a row goes along with the row", () => {
  const columns = [
    { name: "n", cellType: "text" },
    { name: "double", cellType: "text", setValueExpression: "{row.n} * 2" },
  ];
  const { model, told } = survey({ elements: [{ type: "matrixdynamic", name: "m", rowCount: 1, columns }] });
  const cell = model.getQuestionByName("m").visibleRows[0].cells[0];
  cell.value = 3;
  expect(told.at(-1)).toEqual(["m", [{ n: 3, double: 6 }]]);
});

test("a refusal stands at the question through every check of the page, until the answer is another one", () => {
  const { model } = survey({ elements: [{ type: "text", name: "inner", valueName: "a" }] });
  const refuse = createRefusals(model, (code) => `text of ${code}`);
  const question = model.getQuestionByName("inner");
  question.value = "bad";
  refuse("a", "text-too-long");
  expect(question.errors.map((error: { text: string }) => error.text)).toEqual(["text of text-too-long"]);
  expect(model.currentPage.validate(true)).toBe(false);
  question.value = "good";
  expect(question.errors).toHaveLength(0);
  expect(model.currentPage.validate(true)).toBe(true);
});

test("a settled comment is seen in the comment's field", () => {
  const { model } = survey({ elements: [{ type: "radiogroup", name: "a", choices: [1], showOtherItem: true }] });
  model.setValue("a", "other");
  showValue(model, "a-Comment", "theirs");
  expect(model.getQuestionByName("a").otherValue).toBe("theirs");
  showValue(model, "a", 1);
  expect(model.getQuestionByName("a").value).toBe(1);
});
