import type { Changed } from "../../domain/trends/compare-waves.ts";
import { formatCount, formatNumber, formatPercent, formatPoints, textIn, wholePercent } from "../../format.ts";
import type { Locale, Texts } from "../../locales/index.ts";
import { topLabels } from "../charts/heat-model.ts";
import { named } from "../charts/sentences.ts";

/** What a line is about, with a colon: its item and its answer. Nothing where the item is the question itself. */
function leadOf({ line: { item, code } }: Changed, locale: Locale): string {
  const labels = [item.label, ...(code ? [code.label] : [])].map((label) => textIn(label, locale));
  const told = labels.filter((label) => label !== textIn(item.title, locale));
  return told.length === 0 ? "" : `${told.map((label) => named(label, locale)).join(", ")}: `;
}

/** One change with both figures and their bases; `wave` names the earlier one. */
export function changeInWords(changed: Changed, wave: string, texts: Texts, locale: Locale): string {
  const t = texts.trends.sentence;
  const { line, difference } = changed;
  const { before, after } = difference;
  const count = (n: number) => formatCount(n, locale);
  const of = ({ n, base }: typeof after) => texts.trends.table.of(count(n ?? 0), count(base));
  const share = ({ value }: typeof after) => formatPercent(value, locale);
  const number = ({ value }: typeof after) => formatNumber(value, locale);
  const name = leadOf(changed, locale);
  switch (line.measure) {
    case "top":
      return t.top(name, share(after), topLabels(line.item, locale), of(after), wave, share(before), of(before));
    case "share":
      return t.share(name, share(after), of(after), wave, share(before), of(before));
    case "place":
      return t.place(name, number(after), count(after.n ?? 0), wave, number(before), count(before.n ?? 0));
    case "mean":
      return t.mean(name, number(after), count(after.base), wave, number(before), count(before.base));
  }
}

/** By how much, what that means where the scale says so, and whether it may be chance: "+9 Prozentpunkte · günstiger · …". */
export function weightInWords({ line, difference }: Changed, texts: Texts, locale: Locale): string {
  const { trends: t } = texts;
  const { by, word, meaning } = difference;
  const isShare = line.measure === "top" || line.measure === "share";
  return [
    ...(isShare ? [t.points(Math.abs(wholePercent(by)), formatPoints(by, locale))] : []),
    ...(meaning ? [t.meaning[meaning]] : []),
    t.test[word ?? "none"],
  ].join(" · ");
}
