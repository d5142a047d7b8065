import type { Breakdown, ReportItem } from "#app/domain/figures.ts";
import { formatCount, formatList, formatNumber, formatPercent, formatQuantity, quote, textIn } from "#app/format.ts";
import type { Locale } from "#app/locales/index.ts";
import { chartTexts } from "./chart-texts.ts";
import {
  byTop,
  countOf,
  countsEntries,
  groupsOf,
  isOnlyCounted,
  meanRankOf,
  type Panel,
  type Share,
  sharesOf,
  topShare,
  totalOf,
  validCodes,
} from "./figure-model.ts";
import { choiceHeat, type HeatModel, ordinalHeat, rankHeat, topLabels } from "./heat-model.ts";
import { byRank } from "./row-model.ts";

/**
 * What the chart shows, in plain words: it stands before the chart and is its text alternative.
 * Without a breakdown it speaks of everybody, with one of the difference between the groups.
 */
export function sentenceFor(panel: Panel, breakdown: Breakdown | null, locale: Locale): string {
  const texts = chartTexts(locale);
  const item = panel.items[0];
  const total = item && totalOf(item);
  if (!item || !total || panel.items.every((one) => (totalOf(one)?.base ?? 0) === 0)) return texts.noAnswers;
  if (isOnlyCounted(panel)) return countedSentence(panel, total.base, locale);
  switch (panel.scale) {
    case "ordinal":
      if (panel.items.length > 1) {
        return breakdown
          ? cellsSentence(ordinalHeat(panel.items, breakdown, locale, panel.polarity), locale)
          : manySentence(panel.items, locale);
      }
      return breakdown ? groupsSentence(item, breakdown, locale) : ordinalSentence(item, locale);
    case "choice":
    case "multiple":
      if (breakdown) return cellsSentence(choiceHeat(item, breakdown, locale), locale);
      return choiceSentence(item, sharesOf(item, total), total.base, locale);
    case "rank":
      return breakdown ? cellsSentence(rankHeat(item, breakdown, locale), locale) : rankSentence(item, locale);
    case "number":
      if (breakdown && validCodes(item).length > 0) return cellsSentence(choiceHeat(item, breakdown, locale), locale);
      return (breakdown && mediansSentence(item, breakdown, locale)) || numberSentence(item, locale);
    case "date":
    case "text":
    case "file":
      return countedSentence(panel, total.base, locale);
  }
}

/** How many there are, and why they are not shown. */
function countedSentence({ scale, items }: Panel, n: number, locale: Locale): string {
  const texts = chartTexts(locale);
  const count = formatCount(n, locale);
  const given = items.some(countsEntries)
    ? texts.entriesGiven(n, count)
    : n === 1
      ? texts.answersGivenOne
      : texts.answersGiven(count);
  const freeText = items.some(({ quotes }) => quotes.length > 0) ? texts.freeTextQuoted : texts.freeText;
  const why = { text: freeText, file: texts.files, date: texts.dates } as Partial<Record<Panel["scale"], string>>;
  return `${given} ${why[scale] ?? texts.unlisted}`;
}

function ordinalSentence(item: ReportItem, locale: Locale): string {
  const texts = chartTexts(locale);
  const total = totalOf(item)!;
  const share = topShare(total);
  const n = texts.ofBase(formatCount(Math.round(share * total.base), locale), formatCount(total.base, locale));
  const mean = total.mean === null ? "" : texts.sentences.ordinalMean(formatNumber(total.mean, locale));
  return texts.sentences.ordinalOne(answered(item, share, locale), n) + mean;
}

/** "40 % antworten „oft“ oder „immer“", of entries in their own words. */
function answered(item: ReportItem, share: number, locale: Locale): string {
  const { answered, answeredEntries } = chartTexts(locale).sentences;
  return (countsEntries(item) ? answeredEntries : answered)(formatPercent(share, locale), topLabels(item, locale));
}

function manySentence(items: ReportItem[], locale: Locale): string {
  const rated = items
    .flatMap((item) => {
      const figures = totalOf(item);
      return figures && figures.base > 0 ? [{ item, figures, share: topShare(figures) }] : [];
    })
    .sort((a, b) => byTop(a.figures, b.figures));
  const top = rated[0]!;
  const low = rated[rated.length - 1]!;
  if (rated.length === 1) return ordinalSentence(top.item, locale);
  return chartTexts(locale).sentences.ordinalMany(
    named(textIn(top.item.label, locale), locale),
    answered(top.item, top.share, locale),
    named(textIn(low.item.label, locale), locale),
    formatPercent(low.share, locale),
  );
}

function groupsSentence(item: ReportItem, breakdown: Breakdown, locale: Locale): string {
  const { sentences } = chartTexts(locale);
  const rated = groupsOf(item, breakdown)
    .flatMap(({ group, figures }) =>
      figures && figures.base > 0
        ? [{ label: named(textIn(group.label, locale), locale), share: topShare(figures) }]
        : [],
    )
    .sort((a, b) => b.share - a.share);
  const top = rated[0];
  const low = rated[rated.length - 1];
  if (!top || !low) return ordinalSentence(item, locale);
  if (top === low) return sentences.oneGroup(top.label);
  const value = (share: number) => `${formatPercent(share, locale)} ${topLabels(item, locale)}`;
  return sentences.groupsApart(top.label, value(top.share), low.label, formatPercent(low.share, locale));
}

/** A value of a row with its column. */
type Found = { index: number; value: number; text: string };

/** The row in which two groups are furthest apart; the first column is everybody and does not count. */
function cellsSentence(heat: HeatModel, locale: Locale): string {
  const { sentences } = chartTexts(locale);
  let widest: { row: string; top: Found; low: Found } | undefined;
  for (const row of heat.rows) {
    let top: Found | undefined;
    let low: Found | undefined;
    for (const [index, cell] of row.cells.entries()) {
      if (index === 0 || cell === null || cell === "empty" || cell.few) continue;
      const value = { index, ...cell };
      if (!top || cell.value > top.value) top = value;
      if (!low || cell.value < low.value) low = value;
    }
    if (!top || !low || top.index === low.index) continue;
    if (!widest || top.value - low.value > widest.top.value - widest.low.value) widest = { row: row.label, top, low };
  }
  if (!widest) {
    const only = heat.columns.length === 2 ? heat.columns[1] : undefined;
    if (heat.columns.length > 2) return sentences.groupsAlike;
    return only ? sentences.oneGroup(named(only.label, locale)) : chartTexts(locale).noAnswers;
  }
  const name = (index: number) => named(heat.columns[index]!.label, locale);
  return sentences.cellsApart(
    named(widest.row, locale),
    name(widest.top.index),
    widest.top.text,
    name(widest.low.index),
    widest.low.text,
  );
}

function choiceSentence(item: ReportItem, shares: Share[], base: number, locale: Locale): string {
  const texts = chartTexts(locale);
  const sorted = shares.filter((share) => share.n > 0).sort((a, b) => b.n - a.n);
  const first = sorted[0];
  if (!first) return texts.noAnswers;
  if (item.scale === "multiple" && sorted.length > 1) {
    const parts = sorted.slice(0, 3).map((one) => {
      return `${named(textIn(one.code.label, locale), locale)} (${formatPercent(one.share, locale)})`;
    });
    const { multiple, multipleEntries, coded } = texts.sentences;
    const say = countsEntries(item) ? multipleEntries : item.coded ? coded : multiple;
    return say(formatList(parts, locale));
  }
  const of = countsEntries(item) ? texts.ofEntries : texts.ofBase;
  const n = of(formatCount(first.n, locale), formatCount(base, locale));
  return texts.sentences.choice(named(textIn(first.code.label, locale), locale), formatPercent(first.share, locale), n);
}

/** The row that leads the chart, and who is most often in the first place: that may be another one. */
function rankSentence(item: ReportItem, locale: Locale): string {
  const texts = chartTexts(locale);
  const total = totalOf(item)!;
  const ranked = validCodes(item)
    .map((code) => ({
      name: named(textIn(code.label, locale), locale),
      n: countOf(total, code.code),
      first: countOf(total, code.code, 1),
      mean: meanRankOf(total, code.code),
    }))
    .sort(byRank);
  const top = ranked[0];
  const winner = ranked.toSorted((a, b) => b.first - a.first)[0];
  if (!top || !winner || top.mean === null) return texts.noAnswers;
  return (
    texts.sentences.rank(
      top.name,
      formatPercent(top.n / total.base, locale),
      texts.ofBase(formatCount(top.n, locale), formatCount(total.base, locale)),
      formatNumber(top.mean, locale),
    ) + texts.sentences.rankFirst(winner.name, formatPercent(winner.first / total.base, locale))
  );
}

/** In quotation marks; a statement loses its full stop, so that the sentence around it goes on. */
export function named(text: string, locale: Locale): string {
  return quote(text.replace(/\.$/, ""), locale);
}

/** The groups with the highest and the lowest median; undefined where fewer than two have one. */
function mediansSentence(item: ReportItem, breakdown: Breakdown, locale: Locale): string | undefined {
  const texts = chartTexts(locale);
  const rated = groupsOf(item, breakdown)
    .flatMap(({ group, figures }) => {
      if (!figures || figures.median === null) return [];
      return [{ label: named(textIn(group.label, locale), locale), median: figures.median }];
    })
    .sort((a, b) => b.median - a.median);
  const top = rated[0];
  const low = rated[rated.length - 1];
  if (!top || !low || top === low) return undefined;
  const value = (median: number) => `${texts.median} ${formatQuantity(median, locale)}`;
  return texts.sentences.groupsApart(top.label, value(top.median), low.label, value(low.median));
}

function numberSentence(item: ReportItem, locale: Locale): string {
  const texts = chartTexts(locale);
  const total = totalOf(item)!;
  const { q1, median, q3, mean } = total;
  const meanPart = mean === null ? "" : texts.sentences.numberMean(formatNumber(mean, locale));
  if (q1 !== null && median !== null && q3 !== null) {
    const [low, high, middle] = [q1, q3, median].map((value) => formatQuantity(value, locale));
    return texts.sentences.number(low!, high!, middle!) + meanPart;
  }
  const first = sharesOf(item, total).sort((a, b) => b.n - a.n)[0];
  if (!first || first.n === 0) return texts.answersGiven(formatCount(total.base, locale)) + meanPart;
  const n = texts.ofBase(formatCount(first.n, locale), formatCount(total.base, locale));
  const label = named(textIn(first.code.label, locale), locale);
  return texts.sentences.histogram(label, formatPercent(first.share, locale), n) + meanPart;
}
