import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatCount,
  formatDate,
  formatDeadline,
  formatList,
  formatNumber,
  formatPercent,
  formatPoints,
  formatQuantity,
  formatTime,
  quote,
  textIn,
  wholePercent,
} from "#app/format.ts";

describe("numbers", () => {
  test("have the marks of the language", () => {
    expect(formatNumber(8.1, "de")).toBe("8,1");
    expect(formatNumber(8.1, "en")).toBe("8.1");
    expect(formatNumber(3, "de")).toBe("3,0");
    expect(formatCount(1642, "de")).toBe("1.642");
    expect(formatCount(1642, "en")).toBe("1,642");
    expect(formatQuantity(4, "de")).toBe("4");
    expect(formatQuantity(4.256, "de")).toBe("4,26");
  });

  test("a share has a narrow no-break space in German and none in English", () => {
    expect(formatPercent(0.84, "de")).toBe("84\u202f%");
    expect(formatPercent(0.84, "en")).toBe("84%");
    expect(formatPercent(0.005, "de")).toBe("1\u202f%");
    expect(formatPercent(1, "de")).toBe("100\u202f%");
    // 28.5 percent, which no number in the computer says exactly.
    expect(formatPercent(57 / 200, "en")).toBe("29%");
  });
});

/** Of a whole number of hundredths by `per`, halves up: exact, since nothing is divided that leaves a rest. */
const rounded = (hundreds: number, per: number) => Math.floor((2 * hundreds + per) / (2 * per));

test("halves of a percent go away from 0, whatever two counts they come from", () => {
  const part = fc.integer({ min: 1, max: 300 }).chain((base) => fc.tuple(fc.nat(base), fc.constant(base)));
  fc.assert(
    fc.property(part, part, ([n, base], [m, of]) => {
      expect(wholePercent(n / base)).toBe(rounded(100 * n, base));
      const difference = 100 * (n * of - m * base);
      const points = rounded(Math.abs(difference), base * of);
      expect(Math.abs(wholePercent(n / base - m / of))).toBe(points);
      expect(formatPoints(n / base - m / of, "en")).toBe(points === 0 ? "0" : `${difference > 0 ? "+" : "−"}${points}`);
    }),
    {
      numRuns: 2000,
      examples: [
        [
          [24, 64],
          [24, 75],
        ],
        [
          [45, 120],
          [60, 125],
        ],
        [
          [57, 200],
          [0, 1],
        ],
      ] as never,
    },
  );
});

describe("times are those of the network", () => {
  const deadline = "2026-12-12T17:00:00Z";

  test("winter and summer", () => {
    expect(formatTime(deadline, "de")).toBe("18:00");
    expect(formatTime("2026-07-01T12:03:00Z", "de")).toBe("14:03");
    expect(formatDate("2026-12-31T23:30:00Z", "de")).toBe("1. Januar 2027");
  });

  test("a deadline names the weekday, and the full hour without minutes", () => {
    expect(formatDeadline(deadline, "de")).toBe("Samstag, 12. Dezember 2026, 18 Uhr");
    expect(formatDeadline("2026-12-12T07:30:00Z", "de")).toBe("Samstag, 12. Dezember 2026, 8:30 Uhr");
    expect(formatDeadline("2026-12-11T23:00:00Z", "de")).toBe("Samstag, 12. Dezember 2026, 0 Uhr");
    expect(formatDeadline(deadline, "en")).toBe("Saturday, 12 December 2026, 18:00");
  });

  test("short days are fixed in width", () => {
    expect(formatDate("2026-02-03T12:00:00Z", "de", "short")).toBe("03.02.2026");
  });
});

test("lists, quotation marks and missing translations", () => {
  expect(formatList(["A", "B", "C"], "de")).toBe("A, B und C");
  expect(formatList(["A", "B", "C"], "en")).toBe("A, B and C");
  expect(quote("so", "de")).toBe("„so“");
  expect(textIn({ de: "Ja" }, "en")).toBe("Ja");
  expect(textIn({ de: "Ja", en: "Yes" }, "en")).toBe("Yes");
});
