import type { Code, Text } from "#surveys/model.ts";
import { type Sampling, shareRange } from "../report/derived.ts";
import type { Interval } from "../statistics/interval.ts";
import type { ExportFigure, ExportItem } from "./release-contents.ts";

/** `all`: the valid answers of an item without codes. */
type LineKind = "valid" | "missing" | "unanswered" | "all";

/**
 * One count of a figure. `share` is n ÷ base from 0 to 1, of valid answers only; null where the base is nought. `range` is
 * where it may lie, of totals only.
 */
export type FigureLine = {
  kind: LineKind;
  code: string;
  label: Text | null;
  rank: number | null;
  n: number;
  share: number | null;
  range: Interval | null;
};

/**
 * Every count of a figure, in the order of the codes: codes that nobody chose count 0; rankings have a line per position.
 * Missing codes and blanks stand beside the base. Codes that only the counts know come last under their own name.
 */
export function linesOf(item: ExportItem, figure: ExportFigure, sampling: Sampling): FigureLine[] {
  const shareOf = (n: number) => ({
    share: figure.base > 0 ? n / figure.base : null,
    range: shareRange(n, figure, sampling),
  });
  const apart = { share: null, range: null };
  const codes = codesOf(item, figure);
  const lines = codes.flatMap((code) =>
    countsOf(item, code, figure).map(({ rank, n }): FigureLine => {
      const { code: name, label, missing } = code;
      return missing
        ? { kind: "missing", code: name, label, rank: null, n, ...apart }
        : { kind: "valid", code: name, label, rank, n, ...shareOf(n) };
    }),
  );
  const { base, unanswered } = figure;
  const blank = { code: "", label: null, rank: null };
  // All of them are all of them, whoever did not answer.
  const all: FigureLine[] =
    codes.length > 0 ? [] : [{ ...blank, kind: "all", n: base, share: shareOf(base).share, range: null }];
  return [...all, ...lines, { ...blank, kind: "unanswered", n: unanswered, ...apart }];
}

function codesOf({ codes }: ExportItem, { counts }: ExportFigure): Code[] {
  const known = new Set(codes.map(({ code }) => code));
  const unnamed = new Set(counts.map(({ code }) => code).filter((code) => !known.has(code)));
  return [...codes, ...[...unnamed].map((code) => ({ code, label: { de: code } }))];
}

/** The counts of one code: one per position for rankings, else one; nought where nobody chose it. */
function countsOf(
  item: ExportItem,
  { code, missing }: Code,
  figure: ExportFigure,
): { rank: number | null; n: number }[] {
  const found = figure.counts.filter((count) => count.code === code);
  if (found.length > 0) return found;
  return [{ rank: item.scale === "rank" && !missing ? 1 : null, n: 0 }];
}

/** Six decimals: enough for every figure, and the same digits in every format. */
export const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** The same of what may not be there. */
export const decimals = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : rounded(value);

/** What `n` and the base count, and the responses behind the base. Blanks are always responses. */
export function unitOf(figure: ExportFigure, line: FigureLine): { entries: boolean; responses: number } {
  return {
    entries: figure.respondents !== null && line.kind !== "unanswered",
    responses: figure.respondents ?? figure.base,
  };
}
