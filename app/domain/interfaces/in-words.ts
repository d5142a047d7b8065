import { formatCount, formatPercent, quote, textIn } from "../../format.ts";
import type { Locale, Texts } from "../../locales/index.ts";
import type { ReleaseSummary } from "../report/read-report.server.ts";
import type { ProfileLine } from "./profile.ts";
import { shareOf, type WeakInterface } from "./rank-interfaces.ts";

type Respondents = ReleaseSummary["respondents"];

/** "nur 24 von 65 Projekten mit Kontakt haben eine feste Ansprechperson oder mehr"; "nur" where it is less than half. */
export function weakPointInWords(weak: WeakInterface, of: Respondents, texts: Texts, locale: Locale): string {
  const t = texts.interfaces;
  const { aspect, n, base } = weak;
  const part = t.part(formatCount(n, locale), formatCount(base, locale), t.unit[of]);
  return t.points[aspect](n * 2 < base ? t.only(part) : part);
}

/** The sentence above the table: the weakest field with the figure in which it lies furthest below the mean. */
export function weakestInWords(weak: WeakInterface, of: Respondents, texts: Texts, locale: Locale): string {
  return texts.interfaces.all.sentence(
    quote(textIn(weak.label, locale), locale),
    weakPointInWords(weak, of, texts, locale),
  );
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
