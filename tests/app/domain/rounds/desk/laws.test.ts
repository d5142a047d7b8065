import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addUp, daysBetween, submittedBy } from "#app/domain/rounds/desk/curve.ts";
import { countReturns, RETURN_STATES, returnsBy, stateOf } from "#app/domain/rounds/desk/returns.ts";
import { readView } from "#app/domain/rounds/desk/view.ts";

const time = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true });
const row = fc.record({
  state: fc.constantFrom(null, "draft" as const, "submitted" as const),
  declined_at: fc.option(time),
  first_opened_at: fc.option(time),
  bounced: fc.boolean(),
  attributes: fc.oneof(
    fc.constant({} as Record<string, string[]>),
    fc.constantFrom("by", "hh", "sn").map((land) => ({ land: [land] })),
  ),
});

describe("counting returns", () => {
  it("puts everybody into one state, and the groups of an attribute with one value each add up to all", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const total = countReturns(rows.map(stateOf));
        expect(RETURN_STATES.reduce((sum, state) => sum + total[state], 0)).toBe(rows.length);
        const { groups, several } = returnsBy(rows, "land");
        expect(several).toBe(false);
        for (const state of RETURN_STATES) {
          expect(groups.reduce((sum, { returns }) => sum + returns[state], 0)).toBe(total[state]);
        }
      }),
    );
  });
});

describe("the curve", () => {
  const days = fc.array(fc.record({ day: fc.integer({ min: 0, max: 80 }), n: fc.integer({ min: 1, max: 9 }) }));

  it("never falls, loses nobody, and ends with everybody", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), fc.nat(100), (counts, last, asked) => {
        const submitted = addUp(counts, last);
        expect(submitted).toHaveLength(last + 1);
        expect(submitted.every((n, index) => index === 0 || n >= (submitted[index - 1] ?? 0))).toBe(true);
        expect(submitted.at(-1)).toBe(counts.reduce((sum, { n }) => sum + n, 0));
        expect(submittedBy(submitted, asked)).toBe(submitted[Math.min(asked, last)]);
      }),
    );
  });

  it("counts days by the calendar in Berlin, whatever the hour and the clocks", () => {
    expect(daysBetween(new Date("2026-10-24T21:59:00Z"), new Date("2026-10-24T22:01:00Z"))).toBe(1);
    expect(daysBetween(new Date("2026-10-24T23:00:00Z"), new Date("2026-10-25T22:59:00Z"))).toBe(0);
    expect(daysBetween(new Date("2026-03-28T12:00:00Z"), new Date("2026-03-29T10:00:00Z"))).toBe(1);
  });
});

it("reads any address, and takes what is unknown as not given", () => {
  const view = readView(new URLSearchParams("stand=begun&land=by&sortierung=at&nach=ansatz&auswahl=alle"));
  expect(view).toEqual({ state: "begun", land: "by", sort: "at", by: "ansatz", all: true });
  const plain = { state: null, land: null, sort: "name", by: null, all: false };
  expect(readView(new URLSearchParams("stand=xx&sortierung=__proto__&auswahl=1&land="))).toEqual(plain);
});
