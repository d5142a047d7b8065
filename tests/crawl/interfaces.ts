import { numbersIn, numbersOfHead, numbersOfQuestion } from "./check-page.ts";
import { placeOf, type Released } from "./released.ts";

type Counts = { counts: { code: string; n: number }[] };
type Pair = [n: number, base: number];

const COLUMNS = ["form", "guete", "verl", "vertr"];
/** Codes that count, as the questionnaire lists them. */
const COUNTED: Record<string, string[]> = {
  ss_freq: ["3", "4"],
  form: ["1", "2", "3"],
  guete: ["4", "5"],
  verl: ["4", "5"],
  vertr: ["4", "5"],
};

/** Every number that the page of interfaces may show, worked out here by other words, with the words of the rows. */
export function numbersOfInterfaces(
  released: Released,
  breakdown: string | undefined,
  all: Iterable<Released>,
): Set<string> {
  const before = earlierOf(released, all);
  const shown = released.groups.filter((row) => row.breakdown === "total" || row.breakdown === breakdown);
  const own = shown.map((group) => pairsOf(released, String(group.breakdown), String(group.group_code)));
  const then = before ? pairsOf(before, "total", "all") : [];
  const [total = []] = own;
  const means = ["ss_freq", ...COLUMNS].map((_, place) =>
    meanOf(total.flatMap((pairs) => (pairs[place] ? [pairs[place]] : []))),
  );
  const strengths = total.flatMap((pairs) => (pairs.every((pair) => pair) ? meanOf(pairs as Pair[]) : []));
  const pairs = [...own, then].flat(2).flatMap((pair) => (pair ? [pair] : []));
  const questions = ["ss_hind/hind", "ss_top3", "ss_wunsch"].flatMap((question) => [
    ...numbersOfQuestion(released, question, breakdown),
  ]);
  const words = [released.items.map(({ label }) => label), shown.map(({ label, breakdown_label: of }) => [label, of])];
  return new Set([
    ...pairs.flat().map(String),
    ...[...means, ...strengths, ...pairs.map(([n, base]) => n / base)].flatMap(percents),
    ...questions,
    ...(before ? numbersOfHead(before) : []),
    ...numbersIn(JSON.stringify(words)),
  ]);
}

/** The release of the round that ended last before this one's. */
function earlierOf({ release }: Released, all: Iterable<Released>): Released | undefined {
  const end = (one: Released) => Number(one.release.closed_at);
  return [...all]
    .filter(
      (one) =>
        one.release.kind === "final" &&
        one.release.questionnaire === release.questionnaire &&
        end(one) < Number(release.closed_at),
    )
    .sort((a, b) => end(b) - end(a))[0];
}

/** Row by row what is counted of how many, for contact and each column. */
function pairsOf({ items, figures }: Released, breakdown: string, group: string): (Pair | undefined)[][] {
  const rows = items.flatMap(({ item }) => (item.startsWith("ss_freq/") ? item.slice("ss_freq/".length) : []));
  return rows.map((row) =>
    ["ss_freq", ...COLUMNS].map((of): Pair | undefined => {
      const key = of === "ss_freq" ? `ss_freq/${row}` : `ss_detail/${row}/${of}`;
      const found = figures.get(placeOf(key, breakdown, group)) as Counts | undefined;
      const codes = items.find(({ item }) => item === key)?.codes.filter((one) => !("missing" in one)) ?? [];
      const sum = (list: readonly string[]) =>
        (found?.counts ?? []).reduce((whole, { code, n }) => whole + (list.includes(code) ? n : 0), 0);
      const base = sum(codes.map(({ code }) => code));
      return base > 0 ? [sum(COUNTED[of] ?? []), base] : undefined;
    }),
  );
}

const meanOf = (pairs: readonly Pair[]) => pairs.reduce((sum, [n, base]) => sum + n / base, 0) / pairs.length;
/** What lies just between two whole per cents may be rounded either way. */
const percents = (share: number) => [share - 1e-9, share + 1e-9].map((near) => String(Math.round(near * 100)));
