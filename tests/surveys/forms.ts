import fc from "fast-check";
import type { JsonObject } from "#surveys/json.ts";

/** A question together with answers that it must accept. */
type Asked = { element: JsonObject; answer: unknown };

const words = fc.stringMatching(/^[a-zäöü ,;"/~.-]{1,12}$/).filter((word) => word.trim() !== "");
const codes = fc.uniqueArray(fc.stringMatching(/^[a-z/~.]{1,6}$/), { minLength: 1, maxLength: 6 });
const names = fc
  .uniqueArray(fc.stringMatching(/^[a-z][a-z/~.]{0,5}$/), { minLength: 1, maxLength: 4 })
  .filter((list) => !list.some((name) => ["constructor", "prototype"].includes(name)));

const leaf: fc.Arbitrary<Asked> = fc.oneof(
  words.map((answer) => ({ element: { type: "text" }, answer })),
  words.map((answer) => ({ element: { type: "comment" }, answer })),
  fc.integer().map((answer) => ({ element: { type: "text", inputType: "number" }, answer })),
  fc.boolean().map((answer) => ({ element: { type: "boolean" }, answer })),
  fc.integer({ min: 1, max: 5 }).map((answer) => ({ element: { type: "rating" }, answer })),
  fc.integer({ min: 0, max: 100 }).map((answer) => ({ element: { type: "slider" }, answer })),
  codes.chain((choices) =>
    fc.constantFrom(...choices).map((answer) => ({ element: { type: "radiogroup", choices }, answer })),
  ),
  codes.chain((choices) =>
    fc
      .shuffledSubarray(choices, { minLength: 1 })
      .map((answer) => ({ element: { type: "checkbox", choices }, answer })),
  ),
  codes.chain((choices) =>
    fc
      .shuffledSubarray(choices, { minLength: choices.length })
      .map((answer) => ({ element: { type: "ranking", choices }, answer })),
  ),
  fc.tuple(codes, codes).chain(([rows, columns]) =>
    fc.array(fc.constantFrom(...columns), { minLength: rows.length, maxLength: rows.length }).map((picked) => ({
      element: { type: "matrix", rows, columns },
      answer: Object.fromEntries(rows.map((row, i) => [row, picked[i]])),
    })),
  ),
);

const named = (list: readonly string[], asked: readonly Asked[]) => ({
  elements: list.map((name, i) => ({ ...asked[i]!.element, name })),
  record: Object.fromEntries(list.map((name, i) => [name, asked[i]!.answer])),
});

const several = (one: fc.Arbitrary<Asked>) =>
  names.chain((list) =>
    fc.array(one, { minLength: list.length, maxLength: list.length }).map((asked) => named(list, asked)),
  );

const { question } = fc.letrec<{ question: Asked }>((tie) => ({
  question: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    several(tie("question")).map(({ elements, record }) => ({
      element: { type: "paneldynamic", templateElements: elements },
      answer: [record, record],
    })),
  ),
}));

/** Elements with a record of answers that fits them. */
export const forms = several(question);
