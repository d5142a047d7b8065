import { type ChartTexts, charts as de } from "../../locales/de/charts.ts";
import { charts as en } from "../../locales/en/charts.ts";
import type { Locale } from "../../locales/index.ts";

const TEXTS: Record<Locale, ChartTexts> = { de, en };

/** The words of the charts alone, so that charts can be drawn without the texts of the whole application. */
export function chartTexts(locale: Locale): ChartTexts {
  return TEXTS[locale];
}
