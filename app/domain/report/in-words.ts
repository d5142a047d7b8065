import { formatCount, formatDate } from "../../format.ts";
import type { Locale, Texts } from "../../locales/index.ts";
import { samplingOf } from "./derived.ts";
import type { ReleaseSummary } from "./read-report.server.ts";

/** Which release this is, and of when; of an interim one and of a correction that it holds totals only. */
export function standInWords(
  { kind, number, madeAt }: Pick<ReleaseSummary, "kind" | "number" | "madeAt">,
  texts: Texts,
  locale: Locale,
): string {
  const t = texts.releases.report;
  return t.stand[kind](formatCount(number, locale), formatDate(madeAt, locale));
}

/** When the round was closed, or that it was still open. */
export function closingInWords(
  { kind, closedAt }: Pick<ReleaseSummary, "kind" | "closedAt">,
  texts: Texts,
  locale: Locale,
): string {
  const t = texts.releases.report;
  return kind === "interim" ? t.stillOpen : t.closedOn(formatDate(closedAt, locale));
}

type Ruled = Pick<ReleaseSummary, "rule" | "hasOrganisations">;

/** What the release's own rule asks of a group before it is shown, in one or two sentences. */
export function ruleInWords({ rule, hasOrganisations }: Ruled, texts: Texts, locale: Locale): string {
  const t = texts.releases.report;
  const { minimum, organisations, withoutTwo } = rule;
  const fewest = formatCount(minimum, locale);
  if (!hasOrganisations) return t.ruleByNumber(fewest);
  const strict = withoutTwo === null ? "" : t.ruleStrict(formatCount(withoutTwo, locale));
  return t.rule(fewest, formatCount(organisations, locale)) + strict;
}

/** How far the release's counts are protected, and so how exact they are. Older releases show what was counted. */
export function exactnessInWords({ rule }: Ruled, texts: Texts, locale: Locale): string {
  const t = texts.downloads.exactness;
  const { multiple = 1, totals = "exact" } = rule;
  if (multiple <= 1) return t.exact;
  return `${t.protectedCounts(formatCount(multiple, locale))} ${totals === "protected" ? t.totalsToo : t.totalsExact}`;
}

/** Why totals have ranges, or why there are none; `hasGroups` where the release has breakdowns. */
export function uncertaintyInWords(
  release: Pick<ReleaseSummary, "invited" | "submitted" | "rule">,
  hasGroups: boolean,
  texts: Texts,
): string {
  const t = texts.downloads.uncertainty;
  const { kind } = samplingOf(release);
  if (kind === "protected") return t.protectedTotals;
  if (kind === "census") return t.census;
  return hasGroups ? `${t[kind]} ${t.groups}` : t[kind];
}

/** How the figures are made, one sentence each; the last one names the version of the method. */
export function methodInWords(method: number, texts: Texts, locale: Locale): string[] {
  const t = texts.downloads.method;
  return [...t.points, t.version(formatCount(method, locale))];
}
