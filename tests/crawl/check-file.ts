import type { Kind } from "../office/checks.ts";
import type { Sheet } from "../office/flat-sheet.ts";
import { numbersIn, numbersOfHead } from "./check-page.ts";
import { derivedNumbers } from "./derived.ts";
import type { Released } from "./released.ts";

const SIX = (value: number) => Math.round(value * 1e6) / 1e6;
const STATISTICS = ["mean", "sd", "q1", "median", "q3"];

/** Every number that a file of a release may hold anywhere: its figures, their shares, its facts. */
export function numbersOfFiles(released: Released): Set<string> {
  const { release, groups, items, figures } = released;
  const numbers: number[] = [0, 1, ...groups.map(({ n }) => Number(n))];
  for (const row of figures.values()) {
    const { base, unanswered, respondents, counts } = row as Record<string, number> & {
      counts: { rank: number | null; n: number }[];
    };
    numbers.push(Number(base), Number(unanswered), Number(respondents ?? 0));
    for (const { n, rank } of counts) numbers.push(n, n / Number(base), rank ?? 0);
    const item = items.find((one) => one.item === row.item);
    if (item) numbers.push(...derivedNumbers(row as never, item, released));
    for (const name of STATISTICS) numbers.push(Number(row[name] ?? 0));
  }
  for (const { codes } of items) for (const { number } of codes) numbers.push(number ?? 0);
  const { number, version, method, invited, submitted, rule } = release as unknown as Record<string, number> & {
    rule: object;
  };
  const facts = [number, version, method, invited, submitted, ...Object.values(rule ?? {})];
  for (const fact of facts) if (typeof fact === "number") numbers.push(fact);
  return new Set(numbers.map((one) => String(SIX(one))));
}

/**
 * Numbers of a file that stand nowhere in the release, and texts with digits that are none of its texts. `texts`: numbers in
 * the words of the app itself.
 */
export function checkFile(
  kind: Kind,
  sheets: readonly Sheet[],
  released: Released,
  { figures: allowed, texts }: { figures: ReadonlySet<string>; texts: ReadonlySet<string> },
): string[] {
  const words = new Set([...texts, ...numbersOfHead(released), ...[...released.texts].flatMap(numbersIn)]);
  return sheets.flatMap(({ rows }) =>
    rows.flatMap((row, line) =>
      row.flatMap(({ type, value }) => {
        if (typeof value === "number") {
          const isTold = allowed.has(String(SIX(value))) || words.has(String(value));
          return isTold ? [] : [`${kind}, line ${line + 1}: ${type} ${value}`];
        }
        const plain = value.replace(/^'/, "");
        return /\d/.test(value) &&
          !released.texts.has(plain) &&
          numbersIn(value).some((one) => !words.has(one) && !allowed.has(one))
          ? [`${kind}, line ${line + 1}: ${value}`]
          : [];
      }),
    ),
  );
}
