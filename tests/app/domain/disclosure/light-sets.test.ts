import fc from "fast-check";
import { expect, it } from "vitest";
import { ABROAD, ANYWHERE, stepsAtLeast, visitLightSets } from "#app/domain/disclosure/light-sets.ts";
import { reduceRows } from "#app/domain/disclosure/row-space.ts";

const MANY = 1_000_000;

/** A 0/1 matrix, and where each of its columns is at home. */
const searches = fc.integer({ min: 2, max: 9 }).chain((width) =>
  fc.record({
    matrix: fc.array(fc.array(fc.nat(1), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 7 }),
    homes: fc.array(fc.constantFrom(ABROAD, ANYWHERE, 0, 1, 2), { minLength: width, maxLength: width }),
    free: fc.constantFrom<(0 | 1 | 2)[]>(0, 1, 2),
    budget: fc.nat(3),
  }),
);

it("says beforehand how many steps a walk takes at least, and with one home exactly how many", () => {
  fc.assert(
    fc.property(searches, ({ matrix, homes: given, free, budget }) => {
      const space = reduceRows(
        matrix.map((row) => Uint8Array.from(row)),
        given.length,
      );
      // Where no organisation is left out, everybody is abroad.
      const homes = Int32Array.from(given, (home) => (free === 0 ? ABROAD : home));
      const steps = MANY - visitLightSets(space, { homes, free, budget }, MANY, () => false);
      const said = stepsAtLeast({ homes, free, budget }, space);
      expect(said).toBeLessThanOrEqual(steps);
      if (free === 0 || (free === 1 && !given.some((home) => home > 0))) expect(said).toBe(steps);
    }),
    { numRuns: 1000 },
  );
});
