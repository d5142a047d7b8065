import type { BaseCount, CodeRow } from "#db/queries/statistics.server.ts";
import { BASE, type Place, protectedCount, RESPONDENTS, UNANSWERED } from "../disclosure/protect.ts";
import type { DisclosureRule } from "../disclosure/rule.ts";
import type { ReleasedItem } from "./figures.ts";
import { describeValues, NO_STATISTICS, type Statistics } from "./statistics.ts";

/**
 * Everything that was counted about one item in one group. `unanswered` with the sum of the record keys of these people;
 * `isPossible` and `codes`: what is not known to be 0 from an exact total, with n = 0 where nobody in the group gave it.
 */
export type GroupCount = {
  /** breakdown and group */
  place: string;
  base: Pick<BaseCount, "base" | "respondents" | "records">;
  unanswered: { n: number; records: bigint; isPossible: boolean };
  codes: readonly CodeRow[];
};

export type ProtectedFigure = Statistics & {
  base: number;
  unanswered: number;
  respondents: number | null;
  counts: { code: string; rank: number | null; n: number }[];
};

/** Items of which a valid answer is one code or lies in one band, so that the codes add up to the base. */
const isPartition = ({ scale, bands }: ReleasedItem): boolean =>
  scale === "choice" || scale === "ordinal" || bands !== undefined;

/**
 * The figure of one item in one group as a breakdown shows it: every count is protected on its own, and everything else
 * follows from the protected counts. Codes of single choices add up to the base; no code has more than the base. What
 * comes out as 0 is left out like what nobody chose.
 */
export function protectFigure(
  item: ReleasedItem,
  { place: empty, base, unanswered, codes }: GroupCount,
  isMeasured: boolean,
  rule: DisclosureRule,
  key: Uint8Array,
): ProtectedFigure {
  const zeros = rule.zeros === "noised" ? { empty } : {};
  const protect = (n: number, place: Omit<Place, "item">, records: bigint) =>
    protectedCount(n, { item: item.key, ...place, ...zeros }, records, key, rule);
  const missing = new Set(item.codes.filter((one) => one.missing).map(({ code }) => code));
  const counts = codes.map(({ code, rank, n, records }) => ({
    code,
    rank,
    n: protect(n, { code, rank }, BigInt(records)),
  }));
  const sum = counts.reduce((total, { code, n }) => total + (missing.has(code) ? 0 : n), 0);
  const ofBase = (n: number, code: string) => protect(n, { code, rank: null }, BigInt(base.records));
  const shown = isPartition(item) ? sum : ofBase(base.base, BASE);
  return {
    base: shown,
    unanswered: unanswered.isPossible ? protect(unanswered.n, { code: UNANSWERED, rank: null }, unanswered.records) : 0,
    respondents: item.repeated ? Math.min(shown, ofBase(base.respondents, RESPONDENTS)) : null,
    ...(isMeasured && item.scale === "ordinal" ? describeCodes(item, counts) : NO_STATISTICS),
    counts: capped(counts, shown, missing).filter(({ n }) => n > 0),
  };
}

/** No valid code has more than the base: of a ranked one the positions together, the first ones first. */
function capped<T extends { code: string; n: number }>(
  counts: readonly T[],
  base: number,
  missing: ReadonlySet<string>,
) {
  const used = new Map<string, number>();
  return counts.map((one) => {
    if (missing.has(one.code)) return one;
    const before = used.get(one.code) ?? 0;
    const n = Math.min(one.n, base - before);
    used.set(one.code, before + n);
    return { ...one, n };
  });
}

function describeCodes(item: ReleasedItem, counts: readonly { code: string; n: number }[]): Statistics {
  const numbers = new Map(item.codes.map(({ code, number, missing }) => [code, missing ? undefined : number]));
  return describeValues(
    counts.flatMap(({ code, n }) => {
      const value = numbers.get(code);
      return value === undefined ? [] : [{ value, n }];
    }),
  );
}
