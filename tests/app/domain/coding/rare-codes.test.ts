import fc from "fast-check";
import { expect, it } from "vitest";
import { type GivenCode, mergeRareCodes } from "#app/domain/coding/rare-codes.ts";
import { compositionOf, ruleFor, satisfies } from "#app/domain/disclosure/rule.ts";

/** Forty respondents of eight organisations. */
const IDS = Array.from({ length: 40 }, (_, i) => `r${i}`);
const ORGANISATIONS = new Map(IDS.map((id, i) => [id, `o${i % 8}`]));
const STANDARD = ruleFor({ strict: false });

const code = (name: string, from: number, to: number): GivenCode => ({ code: name, respondents: IDS.slice(from, to) });
const isSound = (ids: readonly string[], rule = STANDARD) =>
  satisfies(rule, compositionOf([...new Set(ids)].map((id) => ORGANISATIONS.get(id) as string)));

it("keeps sound codes in their order and counts the rare ones together", () => {
  const codes = [code("a", 0, 20), code("b", 20, 23), code("c", 23, 27), code("nobody", 0, 0), code("d", 5, 15)];
  expect(mergeRareCodes(codes, ORGANISATIONS, STANDARD)).toEqual({ kept: ["a", "d"], merged: ["b", "c"] });
});

it("lets the smallest sound code join rare ones that fail together, and shows nothing where nothing is sound", () => {
  const codes = [code("large", 0, 20), code("small", 20, 28), code("rare", 30, 31)];
  expect(mergeRareCodes(codes, ORGANISATIONS, STANDARD)).toEqual({ kept: ["large"], merged: ["small", "rare"] });
  expect(mergeRareCodes([code("rare", 0, 4)], ORGANISATIONS, STANDARD)).toBeUndefined();
  expect(mergeRareCodes([], ORGANISATIONS, STANDARD)).toBeUndefined();
});

it("names and merges only what satisfies rule 2, and loses nobody's text", () => {
  const given = fc.array(fc.subarray(IDS), { maxLength: 12 });
  fc.assert(
    fc.property(given, fc.boolean(), (lists, strict) => {
      const rule = ruleFor({ strict });
      const codes = lists.map((respondents, i): GivenCode => ({ code: `c${i}`, respondents }));
      const result = mergeRareCodes(codes, ORGANISATIONS, rule);
      if (!result) return;
      const of = (name: string) => codes.find((one) => one.code === name)?.respondents ?? [];
      for (const name of result.kept) expect(isSound(of(name), rule)).toBe(true);
      if (result.merged.length > 0) expect(isSound(result.merged.flatMap(of), rule)).toBe(true);
      const shown = [...result.kept, ...result.merged].sort();
      expect(shown).toEqual(
        codes
          .filter((one) => one.respondents.length > 0)
          .map((one) => one.code)
          .sort(),
      );
    }),
  );
});
