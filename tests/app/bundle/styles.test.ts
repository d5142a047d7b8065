import { expect, test } from "vitest";
import { dealOut, readBlocks, usedVariables } from "#app/bundle/styles.ts";

const SHEET = `.a{color:red}.a,.r-x .a{margin:0}@media (width>1px){.r{top:0}.a:not(.r){left:0}}@keyframes k{0%{top:0}}
.gone{top:0}.a:is(.b,.c){top:1px}`;

const partOf = (classes: string[]) =>
  classes.includes("gone") ? undefined : classes.some((name) => name.startsWith("r")) ? "rating" : "common";

test("rules go to the part whose classes they name, selector by selector, inside conditions, too", () => {
  const dealt = dealOut(readBlocks(SHEET), partOf);
  expect(dealt.get("rating")).toBe(".r-x .a{margin:0}@media (width>1px){.r{top:0}}");
  expect(dealt.get("common")).toBe(
    ".a{color:red}.a{margin:0}@media (width>1px){.a:not(.r){left:0}}@keyframes k{0%{top:0}}.a:is(.b,.c){top:1px}",
  );
});

test("a variable is used where another that is used needs it", () => {
  const theme = { "--a": "var(--b)", "--b": "1px", "--c": "2px" };
  expect([...usedVariables(".x{top:var(--a)}", theme)]).toEqual(["--a", "--b"]);
});

test("a sheet that ends inside a rule is no sheet", () => {
  expect(() => readBlocks(".a{color:red")).toThrow("ends inside a rule");
});
