import type { Interval } from "#app/domain/statistics/interval.ts";
import { formatShares, textIn } from "#app/format.ts";
import type { Locale } from "#app/locales/index.ts";
import { chartTexts } from "./chart-texts.ts";
import { byTop, isOpen, type Panel, rangeOf, sharesOf, totalOf } from "./figure-model.ts";
import { named } from "./sentences.ts";

/**
 * How uncertain the share is that the sentence for everybody names first, because not everybody answered. Undefined where
 * it names none, and where nothing is uncertain.
 */
export function uncertaintyFor({ scale, items }: Panel, locale: Locale): string | undefined {
  const texts = chartTexts(locale);
  const rated = items.flatMap((item) => {
    const figures = totalOf(item);
    return figures && figures.base > 0 ? [{ item, figures }] : [];
  });
  const [first] = rated.toSorted((a, b) => byTop(a.figures, b.figures));
  if (!first) return undefined;
  if (scale === "ordinal") {
    const label = rated.length > 1 ? textIn(first.item.label, locale) : undefined;
    return said(first.figures.derived.top?.range ?? null, label);
  }
  if (scale !== "choice" && scale !== "multiple" && (scale !== "number" || first.figures.median !== null))
    return undefined;
  const given = sharesOf(first.item, first.figures).toSorted((a, b) => b.n - a.n);
  const most = given[0]?.code;
  const isList = scale === "multiple" && given.filter(({ n }) => n > 0).length > 1;
  return most && said(rangeOf(first.figures, most.code), isList ? textIn(most.label, locale) : undefined);

  function said(range: Interval | null, label: string | undefined): string | undefined {
    if (!range || !isOpen(range)) return undefined;
    const shares = formatShares(range, locale);
    return label === undefined ? texts.uncertainty(shares) : texts.uncertaintyOf(named(label, locale), shares);
  }
}
