import { expect, test } from "vitest";
import { everywhere } from "#app/locales/de/everywhere.ts";
import { filling } from "#app/locales/de/filling.ts";
import { preparing } from "#app/locales/de/preparing.ts";
import { reading } from "#app/locales/de/reading.ts";
import { WORDS_OF_ROUTES } from "#app/words-of-routes.ts";
import { readSpokenAreas } from "../../support/words.ts";

const PARTS = { everywhere, filling, preparing, reading };

test("routes bring the words that their pages can say, and no line of the list is idle", { timeout: 240_000 }, () => {
  const partOf = (area: string) => Object.entries(PARTS).find(([, areas]) => area in areas)?.[0] ?? "";
  const lacking: string[] = [];
  const idle = new Set(
    Object.entries(WORDS_OF_ROUTES).flatMap(([start, parts]) => parts.map((part) => `${start}: ${part}`)),
  );
  const spoken = readSpokenAreas();
  for (const [route, areas] of spoken) {
    const lines = Object.entries(WORDS_OF_ROUTES).filter(([start]) => route.startsWith(start));
    const brought = new Set<string>(["everywhere", ...lines.flatMap(([, parts]) => parts)]);
    for (const [area, files] of areas) {
      for (const [start] of lines) idle.delete(`${start}: ${partOf(area)}`);
      if (!brought.has(partOf(area)))
        lacking.push(`${route} lacks ${partOf(area)}: ${area}, said by ${files.join(", ")}`);
    }
  }
  expect(spoken.size).toBeGreaterThan(90);
  expect(lacking).toEqual([]);
  expect([...idle]).toEqual([]);
});
