import type { CodeCount } from "#db/tables/figures.ts";
import type { Code, Scale, Text } from "#surveys/model.ts";
import type { Polarity } from "#surveys/release-hints.ts";
import type { Derived } from "./report/derived.ts";

/** Figures as they are frozen in a release and read by dashboards and exports. Counts, never answers. */

/** A group of respondents within a breakdown; the total is the breakdown `total` with the single group `all`. */
export type Group = { breakdown: string; code: string; label: Text /** respondents in the group */; n: number };

/** A breakdown offered by the release: one attribute, its groups in order. */
export type Breakdown = { code: string; label: Text; groups: Group[] };

export type { CodeCount };

/** The figures of one item in one group. `base` counts valid answers; missing codes are counted beside it in `counts`. */
export type ItemFigures = {
  group: string;
  breakdown: string;
  /** valid answers: respondents with at least one non-missing value; of repeated items: entries with one */
  base: number;
  /** respondents behind the entries of a repeated item; null where the base counts respondents itself */
  respondents: number | null;
  /** respondents who saw the item but left it blank, or did not see it */
  unanswered: number;
  /** in the unit of the base */
  counts: CodeCount[];
  mean: number | null;
  sd: number | null;
  q1: number | null;
  median: number | null;
  q3: number | null;
  /** what follows from all this */
  derived: Derived;
};

/** An item of the release with the figures of every group for which it may be shown. */
export type ReportItem = {
  key: string;
  question: string;
  scale: Scale;
  title: Text;
  label: Text;
  codes: Code[];
  /** what the upper end of an ordered scale means */
  polarity: Polarity;
  /** the codes of a free text, given by two people */
  coded: boolean;
  /** passages of the answers that may be shown, in random order */
  quotes: string[];
  /** figures[0] is the total; the chosen breakdown's groups follow */
  figures: ItemFigures[];
  /** why a breakdown is missing for this item */
  withheld: boolean;
};

/** Items of one question, shown together: a matrix becomes one chart. */
export type ReportBlock = { question: string; title: Text; items: ReportItem[] };
