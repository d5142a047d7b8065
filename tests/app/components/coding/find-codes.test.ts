import { expect, test } from "vitest";
import { findCodes } from "#app/components/coding/find-codes.ts";

const CODES = ["Personal", "Bezahlung", "Zeit für Übergänge", "Überlastung"].map((name, i) => {
  return { id: name, number: i + 1, name };
});
const found = (typed: string) => findCodes(CODES, typed).map(({ name }) => name);

test("a number is exactly that code, a word the names that begin with it before those that hold it", () => {
  expect(found("2")).toEqual(["Bezahlung"]);
  expect(found("12")).toEqual([]);
  expect(found("pers")).toEqual(["Personal"]);
  expect(found("über")).toEqual(["Überlastung", "Zeit für Übergänge"]);
  expect(found("UBER")).toEqual(["Überlastung", "Zeit für Übergänge"]);
  expect(found(" ")).toEqual([]);
  expect(found("-")).toEqual([]);
});
