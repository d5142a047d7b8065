import { expect, test } from "vitest";
import { ruleFor } from "#app/domain/disclosure/rule.ts";
import { formBreakdowns } from "#app/domain/release/breakdowns.ts";
import { freeze, type ReleasedItem } from "#app/domain/release/figures.ts";

const item: ReleasedItem = {
  key: "kontakt/dauer",
  question: "kontakt",
  scale: "choice",
  title: { de: "Kontakte" },
  label: { de: "Dauer" },
  codes: [{ code: "kurz", label: { de: "kurz" } }],
  repeated: true,
  polarity: "neutral",
};
const rule = ruleFor({ strict: false });
const respondents = Array.from({ length: 6 }, (_, i) => ({ id: `r${i}`, organisation: `o${i}`, values: {} }));

/** Six projects of six organisations; the busiest one has `largestEntries` of `base` entries. */
function shown(base: number, largestEntries: number): boolean {
  const total = { item: item.key, breakdown: "total", group: "all" };
  const spread = { answered: 6, respondents: 6, organisations: 6, largest: 1, second: 1 };
  const bases = [{ ...total, ...spread, base, largestEntries, records: "1", answeredRecords: "1" }];
  const unlisted = { code: "-unlisted", label: { de: "Andere" } };
  const counted = { bases, codes: [], values: [], blanks: [] };
  const secret = { key: new Uint8Array(32), respondents };
  return freeze([item], formBreakdowns(respondents, [], rule), counted, rule, unlisted, secret).figures.length > 0;
}

test("entries are shown while no organisation gave more than half of them", () => {
  expect(shown(12, 6)).toBe(true);
  expect(shown(15, 10)).toBe(false);
});
