import { describe, expect, test } from "vitest";
import { panelsOf } from "#app/components/charts/figure-model.ts";
import { sentenceFor } from "#app/components/charts/sentences.ts";
import { uncertaintyFor } from "#app/components/charts/uncertainty.ts";
import type { ReportItem } from "#app/domain/figures.ts";
import { block, COVERAGE, figures, item, posts, psych, REGION, ranking, superv, themes } from "./sample.ts";

/** How uncertain the first share of the sentence is. */
const uncertain = (...items: ReportItem[]) => uncertaintyFor(panelsOf(block(...items))[0]!, "de");

function say(items: ReportItem[], by = false, locale: "de" | "en" = "de"): string {
  return sentenceFor(panelsOf(block(...items))[0]!, by ? REGION : null, locale);
}

describe("for everybody", () => {
  test("one ordered item: the share of its upper end, with the base", () => {
    expect(say([superv])).toBe("60\u202f% antworten „überwiegend“ oder „völlig“ (12 von 20). Der Mittelwert ist 3,8.");
    expect(say([superv], false, "en")).toBe("60% answer “mostly” or “fully” (12 of 20). The mean is 3.8.");
  });

  test("a matrix: the highest and the lowest row", () => {
    expect(say([psych, superv])).toBe(
      "Am höchsten liegt „Supervision“: 60\u202f% antworten „überwiegend“ oder „völlig“. Am niedrigsten liegt „Psychotherapie“ mit 5\u202f%.",
    );
  });

  test("choices: the most frequent, and never one that nobody chose", () => {
    expect(say([themes])).toBe("Am häufigsten gewählt: „Umfeld“ (62\u202f%) und „Recht“ (40\u202f%).");
    expect(say([{ ...themes, scale: "choice" }])).toBe("Am häufigsten: „Umfeld“ mit 62\u202f% (31 von 50).");
  });

  test("numbers by their quartiles, else by the fullest band", () => {
    expect(say([posts])).toBe(
      "Die mittlere Hälfte der Antworten liegt zwischen 2,5 und 6,75; der Median ist 4. Der Mittelwert ist 5,2.",
    );
    const banded = item("number", {
      codes: [{ code: "b", label: { de: "10 bis 24" } }],
      figures: [figures("all", { base: 4, of: { b: 3, other: 1 } })],
    });
    expect(say([banded])).toBe("Am häufigsten genannt: „10 bis 24“ mit 75\u202f% (3 von 4).");
  });

  test("repeated items speak of entries", () => {
    const entries = (one: ReportItem) => {
      const all = one.figures.map((given) => ({ ...given, respondents: 9 }));
      return say([{ ...one, figures: all }]);
    };
    expect(entries({ ...themes, scale: "choice" })).toBe(
      "Am häufigsten: „Umfeld“ mit 62\u202f% (31 von 50 Einträgen).",
    );
    expect(entries(themes)).toMatch(/^In den Einträgen am häufigsten gewählt: „Umfeld“ \(62\u202f%\)/);
    expect(entries(superv)).toMatch(/^60\u202f% der Einträge lauten „überwiegend“ oder „völlig“ \(12 von 20\)\./);
  });

  test("rankings by first places and mean place", () => {
    expect(say([ranking])).toBe(
      "Vorn liegt „Geld“: von 83\u202f% genannt (25 von 30), mittlerer Rang 1,2. Am häufigsten auf Platz 1: „Geld“ (67\u202f%).",
    );
  });

  test("free text, files and dates are only counted", () => {
    const given = (scale: "text" | "file" | "date", base: number) =>
      say([item(scale, { figures: [figures("all", { base })] })]);
    expect(given("text", 42)).toBe("42 Antworten liegen vor. Freie Texte werden nicht ausgegeben.");
    expect(given("file", 1)).toBe("Eine Antwort liegt vor. Dateien werden nicht ausgegeben.");
    expect(given("date", 2)).toContain("2 Antworten");
  });

  test("nobody answered", () => {
    expect(say([item("ordinal", { codes: COVERAGE, figures: [figures("all", { base: 0 })] })])).toBe(
      "Noch keine gültigen Antworten.",
    );
    expect(say([item("rank")])).toBe("Noch keine gültigen Antworten.");
  });
});

test("what is never shown singly is only counted, also where a list was filled in for the round", () => {
  const codes = [
    { code: "keine", label: { de: "keines davon" } },
    { code: "-unlisted", label: { de: "Andere Angaben" } },
  ];
  const given = [
    figures("all", { base: 71, of: { "-unlisted": 71 } }),
    figures("nord", { base: 30, of: { "-unlisted": 30 } }),
  ];
  for (const by of [false, true]) {
    expect(say([item("multiple", { codes, figures: given })], by)).toBe(
      "71 Antworten liegen vor. Einzelne Angaben werden nicht ausgegeben.",
    );
  }
});

describe("with a breakdown", () => {
  test("groups that are alike are not called the only one", () => {
    const same = themes.figures.map((one) => ({ ...one, base: 10, counts: [{ code: "recht", rank: null, n: 5 }] }));
    expect(say([{ ...themes, figures: same }], true)).toBe("Die Gruppen unterscheiden sich nicht nennenswert.");
  });

  test("no sentence is made of a mean place that few have given", () => {
    const ranks = (nord: number, sued: number) => [
      ...ranking.figures,
      figures("nord", { base: 10, ranks: { geld: [nord], zeit: [6, 0] } }),
      figures("sued", { base: 10, ranks: { geld: [0, sued], zeit: [0, 6] } }),
    ];
    expect(say([item("rank", { ...ranking, figures: ranks(1, 1) })], true)).toContain(
      "bei „Zeit“: „Süd“ 2,0, „Nord“ 1,0",
    );
    expect(say([item("rank", { ...ranking, figures: ranks(9, 9) })], true)).toContain("bei „Geld“");
  });
  test("a number in bands: the band in which the groups are furthest apart", () => {
    const bands = [
      { code: "u5", label: { de: "unter 5" } },
      { code: "ab5", label: { de: "ab 5" } },
    ];
    const cases = item("number", {
      codes: bands,
      figures: [
        figures("all", { base: 40, q1: 2, median: 4, q3: 7, mean: 4.2, of: { u5: 24, ab5: 16 } }),
        figures("nord", { base: 21, of: { u5: 15, ab5: 6 } }),
        figures("sued", { base: 18, of: { u5: 6, ab5: 12 } }),
      ],
    });
    expect(say([cases], true)).toBe(
      "Am weitesten auseinander liegen die Gruppen bei „unter 5“: „Nord“ 71\u202f%, „Süd“ 33\u202f%.",
    );
    expect(say([cases])).toContain("der Median ist 4");
  });

  test("one ordered item: the groups at the ends", () => {
    expect(say([superv], true)).toBe(
      "Am höchsten liegt die Gruppe „Nord“ (80\u202f% „überwiegend“ oder „völlig“), am niedrigsten „Süd“ (10\u202f%).",
    );
  });

  test("a matrix: the row in which the groups are furthest apart, withheld rows left aside", () => {
    expect(say([psych, superv], true)).toBe(
      "Am weitesten auseinander liegen die Gruppen bei „Supervision“: „Nord“ 4,2, „Süd“ 2,1.",
    );
  });

  test("choices and numbers", () => {
    expect(say([themes], true)).toContain("bei „Recht“: „Süd“ 75\u202f%, „Nord“ 25\u202f%");
    expect(say([posts], true)).toBe("Am höchsten liegt die Gruppe „Süd“ (Median 5), am niedrigsten „Nord“ (Median 3).");
  });
});

describe("how uncertain the share is that a sentence names first", () => {
  test("because not everybody answered", () => {
    expect(uncertain(superv)).toBe("Unsicherheit, weil nicht alle geantwortet haben: 43–75\u202f%.");
    expect(uncertain(psych, superv)).toBe(
      "Unsicherheit, weil nicht alle geantwortet haben: bei „Supervision“ 43–75\u202f%.",
    );
    expect(uncertain(themes)).toBe("Unsicherheit, weil nicht alle geantwortet haben: bei „Umfeld“ 52–71\u202f%.");
  });

  test("is not said of medians, of entries, nor where everybody answered", () => {
    expect(uncertain(posts)).toBeUndefined();
    const entries = item("multiple", { ...themes, figures: themes.figures.map((one) => ({ ...one, respondents: 9 })) });
    expect(uncertain(entries)).toBeUndefined();
    const sure = { low: 0.6, high: 0.6 };
    const everybody = superv.figures.map((one) => {
      const top = one.derived.top && { ...one.derived.top, range: sure };
      return { ...one, derived: { ...one.derived, top } };
    });
    expect(uncertain({ ...superv, figures: everybody })).toBeUndefined();
  });
});
