import { numbersIn } from "./check-page.ts";
import { placeOf, type Released } from "./released.ts";

const [IMPORTANCE, COVERAGE] = ["bed_wichtig", "bed_gedeckt"];
const STEPS = [1, 2, 3, 4, 5];
const TENTHS = new Intl.NumberFormat("de-DE", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

type Counts = { counts: { code: string; n: number }[] };

/** Every number that the page of needs may show, worked out here by other words, with the words of the rows. */
export function numbersOfNeeds({ items, groups, figures }: Released, breakdown: string | undefined): Set<string> {
  const rows = items.flatMap(({ item }) =>
    item.startsWith(`${IMPORTANCE}/`) ? item.slice(IMPORTANCE.length + 1) : [],
  );
  const shown = groups.filter((row) => row.breakdown === "total" || row.breakdown === breakdown);
  const words = [...items.map(({ label }) => label), ...groups.map(({ label, breakdown_label: of }) => [label, of])];
  const numbers = rows.flatMap((row, place) => [
    String(place + 1),
    ...shown.flatMap((group) => {
      const given = [IMPORTANCE, COVERAGE].map((question) => {
        const found = figures.get(placeOf(`${question}/${row}`, group.breakdown, group.group_code)) as
          | Counts
          | undefined;
        return STEPS.map((step) => found?.counts.find(({ code }) => code === String(step))?.n ?? 0);
      }) as [number[], number[]];
      const bases = given.map((counts) => counts.reduce((all, n) => all + n, 0)) as [number, number];
      const [w, g] = given.map(
        (counts, i) => counts.reduce((all, n, step) => all + n * (step + 1), 0) / (bases[i] as number),
      ) as [number, number];
      const lacking = (given[1][0] ?? 0) + (given[1][1] ?? 0);
      // What lies just between two tenths may be rounded either way.
      const near = (one: number) => [one - 1e-9, one + 1e-9].map((at) => TENTHS.format(Math.abs(at)));
      return [...[w, g, w * w - g * w].flatMap(near), ...[...bases, lacking].map(String)];
    }),
  ]);
  return new Set([...numbers, ...numbersIn(JSON.stringify(words))]);
}
