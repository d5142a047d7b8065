import { parseAst } from "vite";
import { expect, test } from "vitest";
import { COMMON, placeStatements } from "#app/bundle/place-statements.ts";
import { type Library, type Node, readLibrary } from "#app/bundle/statements.ts";
import { writeParts } from "#app/bundle/write-parts.ts";

const LIBRARY = `
import { useState as state } from "react";
const registry = {};
function drawStars(count) { return "*".repeat(count); }
function shared() { return state(); }
class Question { title = shared(); }
class Rating extends Question { draw() { return drawStars(shared()); } }
Rating.most = 5;
registry.rating = () => new Rating();
class Slider extends Question { most = 10; }
registry.slider = () => new Slider();
export { Question, Rating, Slider as Range, shared };
`;

const read = (code: string): Library => readLibrary(code, parseAst(code) as unknown as Node);
const kept = { keep: ["Question"], taken: new Set<string>() };
const seeds = new Map([
  ["rating", ["Rating"]],
  ["slider", ["Slider"]],
]);

function place(code = LIBRARY, parts: ReadonlyMap<string, readonly string[]> = seeds): Record<string, string[]> {
  const placed: Record<string, string[]> = {};
  for (const [{ text }, part] of placeStatements(read(code), parts, kept)) {
    placed[part] = [...(placed[part] ?? []), text.slice(0, 20).trim()];
  }
  return placed;
}

test("what needs a part goes with it, and so does what nobody else needs", () => {
  expect(place()).toEqual({
    [COMMON]: ["const registry = {};", "function shared() {", "class Question { tit"],
    rating: ["function drawStars(c", "class Rating extends", "Rating.most = 5;", "registry.rating = ()"],
    slider: ["class Slider extends", "registry.slider = ()"],
  });
});

test("each part takes its names from where they are, and hands its own on", () => {
  const library = read(LIBRARY);
  const written = writeParts(library, placeStatements(library, seeds, kept), {
    idOf: (part) => `./${part}.js`,
    sourceOf: (source) => source,
  });
  const rating = written.get("rating") ?? "";
  expect(rating).toContain('import { $$Question as Question } from "./common.js";');
  expect(rating).toContain("Rating as Rating");
  expect(written.get(COMMON)).toContain('import { useState as state } from "react";');
  expect(written.get("slider")).toContain("Slider as Range");
});

test("the build stops where the library is no longer what the list of parts expects", () => {
  expect(() => place(LIBRARY, new Map([["gone", ["Gone"]]]))).toThrow('part "gone": there is no Gone any more');
  const grown = LIBRARY.replace("title = shared()", "title = new Slider()");
  expect(() => place(grown)).toThrow("Question now needs");
  const tied = `${LIBRARY}\nregistry.both = [Rating, Slider];`;
  expect(() => place(tied)).toThrow("needs the parts rating and slider");
  expect(() => read("export default 1;")).toThrow("unknown form");
});
