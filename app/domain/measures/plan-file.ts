import { formatDate, textIn } from "../../format.ts";
import { type Locale, textsOf } from "../../locales/index.ts";
import { BYTE_ORDER_MARK, csvRecords, plainRecords, undated } from "../export/csv.ts";
import { germanDay } from "../members/days.ts";
import { planOf } from "./measure.ts";
import type { ListedMeasure } from "./read-measures.server.ts";

/**
 * The plan of a year for Excel in the language of the page, one row per measure: German with semicolons and days as 01.03.2027,
 * English with commas and days in letters. Texts that Excel would take for a day have an apostrophe in front. What has no
 * day yet comes last.
 */
export function planFile(measures: readonly ListedMeasure[], year: string, locale: Locale) {
  const { measures: t } = textsOf(locale);
  const { heads } = t.plan;
  const isGerman = locale === "de";
  const records = isGerman ? csvRecords : plainRecords;
  const day = (value: string | null) => (value === null ? "" : isGerman ? germanDay(value) : formatDate(value, locale));
  const { dated, undated: open } = planOf(measures, year);
  const rows = [...dated, ...open].map((one) => {
    const evidence = one.evidence.map(({ label, title, wave }) => {
      return `${textIn(label, locale)} (${textIn(title, locale)} ${wave})`;
    });
    return [
      undated(one.title),
      t.kinds[one.kind],
      t.states[one.state],
      day(one.startsOn),
      day(one.endsOn),
      ...[one.responsible, one.audience].map(undated),
      t.budgets[one.budget],
      ...[one.why, evidence.join("; "), one.result].map(undated),
    ];
  });
  const names = [
    ...[heads.title, heads.kind, heads.state, heads.begins, heads.ends, heads.responsible],
    ...[heads.audience, heads.budget, heads.why, heads.evidence, heads.result],
  ];
  return { name: `${t.plan.file}-${year}.csv`, text: BYTE_ORDER_MARK + records([names, ...rows]) };
}
