import { ASPECTS, type Aspect } from "#surveys/interfaces.ts";
import { formatAlternatives, formatCount, formatList, formatPercent, quote, textIn } from "../../format.ts";
import type { Locale, Texts } from "../../locales/index.ts";
import type { ReleaseSummary } from "../report/read-report.server.ts";
import type { ProfileLine } from "./profile.ts";
import { countedCodes, type InterfaceBlocks, itemsOf, shareOf, type WeakInterface } from "./rank-interfaces.ts";

/** What a release holds of interfaces, and who answered. */
type Asked = InterfaceBlocks & { release: Pick<ReleaseSummary, "respondents"> };

/** Whether there is a wave before, and what it holds of interfaces. */
type Compared = { release: Pick<ReleaseSummary, "kind">; before: InterfaceBlocks | null; hasEarlier: boolean };

/**
 * "nur 24 von 65 Projekten mit Kontakt arbeiten in fester Form zusammen („mit fester Ansprechperson“ oder verbindlicher)";
 * "nur" where it is less than half. Who has no contact is asked for nothing else.
 */
export function weakPointInWords(weak: WeakInterface, report: Asked, texts: Texts, locale: Locale): string {
  const t = texts.interfaces;
  const { field, aspect, n, base } = weak;
  const all = t.unit[report.release.respondents];
  const part = t.part(
    formatCount(n, locale),
    formatCount(base, locale),
    aspect === "contact" ? all : t.withContact(all),
  );
  const [first, ...more] = labelsOf(report, field, aspect, locale);
  // The answers of contact and form go on in one direction: the first one says where.
  const from = aspect === "contact" || aspect === "form" ? t.orMore[aspect] : undefined;
  const answers = from && more.length > 0 ? from(first ?? "") : formatAlternatives([first ?? "", ...more], locale);
  return t.points[aspect](n, n * 2 < base ? t.only(part) : part, answers);
}

/** The sentence above the table: the weakest field with the figure in which it lies furthest below the mean. */
export function weakestInWords(weak: WeakInterface, report: Asked, texts: Texts, locale: Locale): string {
  return texts.interfaces.all.sentence(
    quote(textIn(weak.label, locale), locale),
    weakPointInWords(weak, report, texts, locale),
  );
}

/** Which answers count, aspect by aspect; nothing of an aspect that no field shows. */
export function countedInWords(
  blocks: InterfaceBlocks,
  fields: readonly string[],
  texts: Texts,
  locale: Locale,
): string[] {
  return ASPECTS.flatMap((aspect) => {
    const labels = fields.map((field) => labelsOf(blocks, field, aspect, locale)).find((found) => found.length > 0);
    return labels ? texts.interfaces.method.aspects[aspect](formatAlternatives(labels, locale)) : [];
  });
}

function labelsOf(blocks: InterfaceBlocks, field: string, aspect: Aspect, locale: Locale): string[] {
  const item = itemsOf(blocks, field)[aspect];
  return item ? countedCodes(blocks, aspect, item).map(({ label }) => quote(textIn(label, locale), locale)) : [];
}

/**
 * How far a profile can be compared with the wave before, or why there is none: it is the first one, or that one asked for
 * no interfaces. Undefined where there is nothing to say; interim releases and corrections are compared with nothing.
 */
export function comparisonInWords(
  lines: readonly ProfileLine[],
  { release, before, hasEarlier }: Compared,
  texts: Texts,
  locale: Locale,
): string | undefined {
  const { aspects, profile: t } = texts.interfaces;
  if (release.kind !== "final") return undefined;
  if (!before) return hasEarlier ? t.notAsked : t.first;
  const named = (asked: ProfileLine["asked"]) =>
    lines.filter((line) => line.asked === asked).map(({ aspect }) => aspects[aspect]);
  const [reworded, apart] = [named("reworded"), named("apart")];
  const sentences = [
    ...(lines.some((line) => line.before) ? [t.changes] : []),
    ...(reworded.length > 0 ? [t.reworded(formatList(reworded, locale))] : []),
    ...(apart.length > 0 ? [t.apart(formatList(apart, locale))] : []),
  ];
  return sentences.length > 0 ? sentences.join(" ") : undefined;
}

/** Where a field lies furthest below and above the mean of all fields; undefined where nothing can be compared. */
export function profileInWords(lines: readonly ProfileLine[], texts: Texts, locale: Locale): string | undefined {
  const t = texts.interfaces;
  const compared = lines.flatMap(({ aspect, own, average }) => {
    const share = shareOf(own);
    return share === null || average === null ? [] : { aspect, share, average, distance: share - average };
  });
  const sorted = compared.toSorted((a, b) => a.distance - b.distance);
  const say = (one: (typeof compared)[number] | undefined) =>
    one &&
    t.profile.against(t.aspects[one.aspect], formatPercent(one.share, locale), formatPercent(one.average, locale));
  const [low, high] = [sorted.find(({ distance }) => distance < 0), sorted.findLast(({ distance }) => distance > 0)];
  const [below, above] = [say(low), say(high)];
  if (below && above) return t.profile.both(below, above);
  if (below) return t.profile.below(below);
  return above ? t.profile.above(above) : undefined;
}
