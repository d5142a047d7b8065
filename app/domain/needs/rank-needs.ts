import type { Text } from "#surveys/model.ts";
import { haveSameSteps } from "#surveys/steps.ts";
import type { Group, ItemFigures, ReportBlock, ReportItem } from "../figures.ts";
import type { ReleaseBlock } from "../report/blocks.ts";
import { bySize } from "../report/by-size.ts";
import { weightedDiscrepancy } from "../statistics/discrepancy.ts";

/** A mean on the steps of a scale, of so many valid answers. */
export type Mean = { mean: number; base: number };

/** So many of the valid answers. */
export type Part = { n: number; base: number };

/** What a group says of a need. */
export type NeedFigures = {
  importance: Mean;
  coverage: Mean;
  /** see `weightedDiscrepancy` */
  score: number;
  /** who says that it is important: the steps above the middle of the scale */
  important: Part;
  /** who says that little or nothing of it is covered: the steps below the middle */
  lacking: Part;
  /** who says that most or all of it is covered: the steps above the middle */
  covered: Part;
};

export type Need = {
  key: string;
  /** of the item that says how far it is covered: what a measure would change */
  coverageKey: string;
  label: Text;
  /** the ends of both scales */
  ends: { low: number; high: number };
  total: NeedFigures;
  /** in the order of the groups; null where the group may not be shown, or nobody answered */
  groups: (NeedFigures | null)[];
};

/**
 * The rows that both questions share, the most pressing first. Everything is worked out from released counts, in groups
 * from protected ones. Rows whose total may not be shown are left out, and those whose scales have not the same steps: see
 * `leftOut`.
 */
export function rankNeeds(importance: ReportBlock, coverage: ReportBlock, groups: readonly Group[]): Need[] {
  const covered = new Map(coverage.items.map((item) => [rowOf(coverage, item), item]));
  const needs = importance.items.flatMap((important): Need | [] => {
    const other = covered.get(rowOf(importance, important));
    if (!other || !haveSameSteps(important.codes, other.codes)) return [];
    const total = figuresOf(important, other, (one) => one.figures[0]);
    if (!total) return [];
    const inGroup = (group: Group) =>
      figuresOf(important, other, (one) =>
        one.withheld ? undefined : one.figures.find((f) => f.breakdown === group.breakdown && f.group === group.code),
      );
    const { key, label } = important;
    return { key, coverageKey: other.key, label, ends: endsOf(important), total, groups: groups.map(inGroup) };
  });
  return needs.sort((a, b) => bySize(a.total.score, b.total.score));
}

/** The rows that are in no ranking, by why. */
export type LeftOut = {
  /** too few answered at least one of both questions */
  withheld: Text[];
  /** both questions have not the same numbers as steps */
  unscaled: Text[];
};

/** What `rankNeeds` leaves out. Every row of coverage has one of importance: nothing else can be published. */
export function leftOut(importance: ReportBlock, coverage: ReleaseBlock): LeftOut {
  const important = new Map(importance.items.map((item) => [rowOf(importance, item), item]));
  const rows = coverage.items.map((item) => ({ item, other: important.get(rowOf(coverage, item)) }));
  const isUnscaled = ({ item, other }: (typeof rows)[number]) =>
    other !== undefined && !haveSameSteps(other.codes, item.codes);
  const isWithheld = ({ item, other }: (typeof rows)[number]) =>
    !other || !figuresOf(other, item, (one) => one.figures[0]);
  return {
    withheld: [
      ...rows.filter((row) => !isUnscaled(row) && isWithheld(row)).map(({ item }) => item.label),
      ...coverage.hidden,
    ],
    unscaled: rows.filter(isUnscaled).map(({ item }) => item.label),
  };
}

const rowOf = ({ question }: ReportBlock, { key }: ReportItem): string => key.slice(question.length);

function figuresOf(
  important: ReportItem,
  covered: ReportItem,
  pick: (item: ReportItem) => ItemFigures | undefined,
): NeedFigures | null {
  const [importance, coverage] = [meanOf(important, pick(important)), meanOf(covered, pick(covered))];
  if (!importance || !coverage) return null;
  return {
    ...{ importance, coverage },
    score: weightedDiscrepancy(importance.mean, coverage.mean),
    important: partOf(important, pick(important), (step, middle) => step > middle),
    lacking: partOf(covered, pick(covered), (step, middle) => step < middle),
    covered: partOf(covered, pick(covered), (step, middle) => step > middle),
  };
}

function meanOf(item: ReportItem, figures: ItemFigures | undefined): Mean | null {
  const steps = stepsOf(item, figures);
  const base = steps.reduce((sum, { n }) => sum + n, 0);
  return base === 0 ? null : { base, mean: steps.reduce((sum, { n, step }) => sum + n * step, 0) / base };
}

type Picks = (step: number, middle: number) => boolean;

function partOf(item: ReportItem, figures: ItemFigures | undefined, picks: Picks): Part {
  const steps = stepsOf(item, figures);
  const { low, high } = endsOf(item);
  const middle = (low + high) / 2;
  const sum = (list: readonly { n: number }[]) => list.reduce((whole, { n }) => whole + n, 0);
  return { n: sum(steps.filter(({ step }) => picks(step, middle))), base: sum(steps) };
}

function endsOf({ codes }: ReportItem): Need["ends"] {
  const all = codes.flatMap(({ missing, number }) => (missing || number === undefined ? [] : number));
  return { low: Math.min(...all), high: Math.max(...all) };
}

/** How often each step of the scale was given. */
function stepsOf({ codes }: ReportItem, figures: ItemFigures | undefined): { step: number; n: number }[] {
  const counts = new Map(figures?.counts.map(({ code, n }) => [code, n]));
  return codes.flatMap(({ code, number, missing }) =>
    missing || number === undefined ? [] : { step: number, n: counts.get(code) ?? 0 },
  );
}
