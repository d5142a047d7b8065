import type { Text } from "#surveys/model.ts";
import type { Locale } from "./locales/index.ts";

/** Numbers, shares and dates as people read them. Everything is shown in the network's time, whatever the machine's. */

const ZONE = "Europe/Berlin";
const TAGS: Record<Locale, string> = { de: "de-DE", en: "en-GB" };
const NARROW_SPACE = "\u202f";

const made = new Map<string, unknown>();

/** Intl objects are costly to build and safe to share. */
function shared<T>(key: string, build: () => T): T {
  const found = made.get(key) as T | undefined;
  if (found !== undefined) return found;
  const built = build();
  made.set(key, built);
  return built;
}

/** The text in the language of the page; German where there is no translation. */
export function textIn(text: Text, locale: Locale): string {
  return locale === "en" ? (text.en ?? text.de) : text.de;
}

/** A quantity with exactly `digits` decimals: 8.1 → "8,1" · "8.1". */
export function formatNumber(value: number, locale: Locale, digits = 1): string {
  return shared(`number ${locale} ${digits}`, () => {
    return new Intl.NumberFormat(TAGS[locale], { minimumFractionDigits: digits, maximumFractionDigits: digits });
  }).format(value);
}

/** A quantity with as few decimals as it needs, at most two: 4 → "4", 4.25 → "4,25". */
export function formatQuantity(value: number, locale: Locale): string {
  return shared(`quantity ${locale}`, () => new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits: 2 })).format(
    value,
  );
}

/** A whole number: 1642 → "1.642" · "1,642". */
export function formatCount(value: number, locale: Locale): string {
  return formatNumber(value, locale, 0);
}

/** What a quotient of counts may lack of a half that it is: 57 of 200 are 28.499999999999996 percent to a computer. */
const LACKING = 1e-9;

/** A share or a difference of shares in whole percent, halves away from 0: of 0.285 29, of −0.105 −11. */
export function wholePercent(share: number): number {
  return Math.sign(share) * Math.round(Math.abs(share) * 100 + LACKING);
}

/** A share between 0 and 1 in whole percent: 0.84 → "84 %" (narrow no-break space) · "84%". */
export function formatPercent(share: number, locale: Locale): string {
  const percent = formatCount(wholePercent(share), locale);
  return locale === "de" ? `${percent}${NARROW_SPACE}%` : `${percent}%`;
}

/** A range of shares in whole percent: 0.54, 0.703 → "54–70 %" · "54–70%". */
export function formatShares({ low, high }: { low: number; high: number }, locale: Locale): string {
  return `${formatCount(wholePercent(low), locale)}–${formatPercent(high, locale)}`;
}

/** A difference of shares in points of percent, with its sign: 0.34 → "+34", −0.1 → "−10", 0 → "0". */
export function formatPoints(difference: number, locale: Locale): string {
  const points = wholePercent(difference);
  const sign = points === 0 ? "" : points > 0 ? "+" : "−";
  return sign + formatCount(Math.abs(points), locale);
}

/**
 * A day: "12. Dezember 2026" · "12 December 2026"; with `weekday` "Samstag, 12. Dezember 2026". Weekday and day are put
 * together here, because browsers and Node disagree on the comma between them.
 */
export function formatDate(value: Date | string, locale: Locale, style: "long" | "weekday" | "short" = "long"): string {
  if (style === "weekday") {
    const weekday = shared(`weekday ${locale}`, () => {
      return new Intl.DateTimeFormat(TAGS[locale], { weekday: "long", timeZone: ZONE });
    });
    return `${weekday.format(new Date(value))}, ${formatDate(value, locale)}`;
  }
  return shared(`date ${locale} ${style}`, () => {
    const options: Intl.DateTimeFormatOptions =
      style === "short"
        ? { day: "2-digit", month: "2-digit", year: "numeric" }
        : { day: "numeric", month: "long", year: "numeric" };
    return new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone: ZONE });
  }).format(new Date(value));
}

/** A month by its number from 0, short: "Jan", "Feb", "März"; long: "Januar". */
export function formatMonth(month: number, locale: Locale, style: "short" | "long" = "short"): string {
  return shared(
    `month ${locale} ${style}`,
    () => new Intl.DateTimeFormat(TAGS[locale], { month: style, timeZone: "UTC" }),
  )
    .format(Date.UTC(2026, month, 15))
    .replace(/\.$/, "");
}

/** The time of day: "14:03". */
export function formatTime(value: Date | string, locale: Locale): string {
  return shared(`time ${locale}`, () => {
    return new Intl.DateTimeFormat(TAGS[locale], { hour: "2-digit", minute: "2-digit", timeZone: ZONE });
  }).format(new Date(value));
}

/** A moment that has passed: "12. Dezember 2026, 14:03 Uhr" · "12 December 2026, 14:03". */
export function formatMoment(value: Date | string, locale: Locale): string {
  const time = formatTime(value, locale);
  return `${formatDate(value, locale)}, ${locale === "de" ? `${time} Uhr` : time}`;
}

/** A deadline: "Samstag, 12. Dezember 2026, 18 Uhr" · "Saturday, 12 December 2026, 18:00". */
export function formatDeadline(value: Date | string, locale: Locale): string {
  const time = formatTime(value, locale);
  const hour = locale === "de" ? `${time.replace(/:00$/, "").replace(/^0(?=\d)/, "")} Uhr` : time;
  return `${formatDate(value, locale, "weekday")}, ${hour}`;
}

/** "A, B und C" · "A, B and C". */
export function formatList(parts: readonly string[], locale: Locale): string {
  return shared(`list ${locale}`, () => new Intl.ListFormat(TAGS[locale], { type: "conjunction" })).format(parts);
}

/** "A, B oder C" */
export function formatChoice(parts: readonly string[], locale: Locale): string {
  return shared(`choice ${locale}`, () => new Intl.ListFormat(TAGS[locale], { type: "disjunction" })).format(parts);
}

/** "A, B oder C" · "A, B or C". */
export function formatAlternatives(parts: readonly string[], locale: Locale): string {
  return shared(`or ${locale}`, () => new Intl.ListFormat(TAGS[locale], { type: "disjunction" })).format(parts);
}

/** In the quotation marks of the language: „so“ · “so”. */
export function quote(text: string, locale: Locale): string {
  return locale === "de" ? `„${text}“` : `“${text}”`;
}
