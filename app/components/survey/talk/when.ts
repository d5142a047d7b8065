import { formatDate, formatTime } from "../../../format.ts";
import type { Locale, Texts } from "../../../locales/index.ts";

/** "heute 14:02", "gestern 9:30", "12.11.2026": as exact as it is of use. */
export function whenText(at: string | Date, locale: Locale, t: Texts["talk"]["when"], now = new Date()): string {
  const [day, time] = [formatDate(at, locale, "short"), formatTime(at, locale)];
  if (day === formatDate(now, locale, "short")) return t.today(time);
  const yesterday = new Date(now.getTime() - 86_400_000);
  return day === formatDate(yesterday, locale, "short") ? t.yesterday(time) : day;
}
