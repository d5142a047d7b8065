import type { Breakdown, ItemFigures, ReportBlock, ReportItem } from "#app/domain/figures.ts";
import type { Code, Scale } from "#surveys/model.ts";

/** What charts, sentences and tables share: pure readings of the frozen figures. */

/** Items that are drawn together: the rows of a matrix that share one ordered scale, else a single item. */
export type Panel = { key: string; scale: Scale; items: ReportItem[] };

/** A code with its count and its share of the base (0–1). */
export type Share = { code: Code; n: number; share: number };

/** Ordinal rows with the same codes become one panel; every other item stands alone. */
export function panelsOf(block: ReportBlock): Panel[] {
  const panels: Panel[] = [];
  const byScale = new Map<string, Panel>();
  for (const item of block.items) {
    const together = item.scale === "ordinal" ? codeSignature(item) : undefined;
    const known = together === undefined ? undefined : byScale.get(together);
    if (known) {
      known.items.push(item);
      continue;
    }
    const panel: Panel = { key: item.key, scale: item.scale, items: [item] };
    panels.push(panel);
    if (together !== undefined) byScale.set(together, panel);
  }
  return panels;
}

function codeSignature(item: ReportItem): string {
  return JSON.stringify(validCodes(item).map((code) => [code.code, code.label.de]));
}

/** The codes that count, in their order; codes that only occur in the counts come last under their own name. */
export function validCodes(item: ReportItem): Code[] {
  const valid = item.codes.filter((code) => !code.missing);
  const known = new Set(item.codes.map((code) => code.code));
  const unnamed = new Set<string>();
  for (const figures of item.figures) {
    for (const count of figures.counts) if (!known.has(count.code)) unnamed.add(count.code);
  }
  const numeric = [...unnamed].every((code) => code.trim() !== "" && Number.isFinite(Number(code)));
  // An ordered scale has its order from its codes: a stray word has no place in it.
  if (item.scale === "ordinal" && !numeric) return valid;
  const rest = numeric ? [...unnamed].sort((a, b) => Number(a) - Number(b)) : [...unnamed];
  return [...valid, ...rest.map((code) => ({ code, label: { de: code } }))];
}

/** The figures of everybody. */
export function totalOf(item: ReportItem): ItemFigures | undefined {
  return item.figures.find((figures) => figures.breakdown === "total") ?? item.figures[0];
}

/** One entry per group of the breakdown, in its order; without figures where the group may not be shown. */
export function groupsOf(
  item: ReportItem,
  breakdown: Breakdown,
): { group: Breakdown["groups"][number]; figures?: ItemFigures }[] {
  return breakdown.groups.map((group) => ({
    group,
    figures: item.figures.find((figures) => figures.breakdown === breakdown.code && figures.group === group.code),
  }));
}

/** True when nothing of the breakdown may be shown for this item. */
export function isWithheld(item: ReportItem, breakdown: Breakdown): boolean {
  return item.withheld || groupsOf(item, breakdown).every((entry) => !entry.figures);
}

/** How often a code was given, whatever its position. */
export function countOf(figures: ItemFigures, code: string, rank?: number): number {
  let n = 0;
  for (const count of figures.counts) {
    if (count.code === code && (rank === undefined || count.rank === rank)) n += count.n;
  }
  return n;
}

/** Counts and shares of the valid codes, in the order of the scale. */
export function sharesOf(item: ReportItem, figures: ItemFigures): Share[] {
  return validCodes(item).map((code) => {
    const n = countOf(figures, code.code);
    return { code, n, share: figures.base > 0 ? n / figures.base : 0 };
  });
}

/** The upper end of an ordered scale: two codes of four or more, else one. */
export function topCodes(item: ReportItem): Code[] {
  const codes = validCodes(item);
  return codes.slice(codes.length >= 4 ? -2 : -1);
}

/** Share (0–1) of the answers at the upper end. */
export function topShare(item: ReportItem, figures: ItemFigures): number {
  const n = topCodes(item).reduce((sum, code) => sum + countOf(figures, code.code), 0);
  return figures.base > 0 ? n / figures.base : 0;
}

/** The missing kinds that occurred, with their counts. */
export function missingOf(item: ReportItem, figures: ItemFigures): { code: Code; n: number }[] {
  return item.codes
    .filter((code) => code.missing)
    .map((code) => ({ code, n: countOf(figures, code.code) }))
    .filter((entry) => entry.n > 0);
}

/** The number of places given in a ranking. */
export function placesOf(item: ReportItem): number {
  return Math.max(1, ...item.figures.flatMap((figures) => figures.counts.map((count) => count.rank ?? 1)));
}

/** Mean place of a code among those who ranked it; null when nobody did. */
export function meanRankOf(figures: ItemFigures, code: string): number | null {
  let sum = 0;
  let n = 0;
  for (const count of figures.counts) {
    if (count.code !== code || count.rank === null) continue;
    sum += count.rank * count.n;
    n += count.n;
  }
  return n > 0 ? sum / n : null;
}
