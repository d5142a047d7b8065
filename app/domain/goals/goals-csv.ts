import { formatDate, textIn } from "../../format.ts";
import type { Locale, Texts } from "../../locales/index.ts";
import { BYTE_ORDER_MARK, type CsvCell, csvRecords, plainRecords, undated } from "../export/csv.ts";
import { dayOf, germanDay } from "../members/days.ts";
import type { Evidence } from "./evaluate.ts";
import { unitOf } from "./formula.ts";
import { formulaInWords } from "./in-words.ts";
import { judgeGoal, pathAt } from "./judge.ts";
import type { GoalsRead } from "./read-goals.server.ts";

/** Digits behind the point: enough to calculate with, few enough to read. */
const DIGITS = 1e6;

/**
 * Every goal with its numbers for Excel, in German as German Excel reads it: a line per goal and release, goals without a number have one without. Values
 * are numbers: shares from 0 to 1.
 */
export function writeGoals({ goals, evidence }: GoalsRead, texts: Texts, locale: Locale): string {
  const t = texts.goals;
  const heads = Object.values(t.file.heads);
  const day = (iso: string) => (locale === "de" ? germanDay(iso) : formatDate(iso, locale));
  const rows = goals
    .filter(({ ended }) => !ended)
    .flatMap((goal): CsvCell[][] => {
      const { points, verdict } = judgeGoal(goal, evidence);
      const { what, question, rows: parts, questionnaire } = formulaInWords(goal, texts, locale);
      const unit = t.file.units[unitOf(goal.formula)];
      const about = [
        t.themes[goal.theme],
        textIn(goal.title, locale),
        t.form.directions[goal.direction],
        goal.target,
        unit,
      ];
      const start = [...about, day(goal.due), t.verdicts[verdict], questionnaire];
      const formula = [what, question, parts.join("; ")].filter(Boolean).join(" – ");
      const [first] = points;
      if (!first) return [[...start, ...Array(9).fill(null), formula, null]];
      return points.map((point, place) => [
        ...[...start, undated(point.wave), day(dayOf(point.at))],
        ...[point.value, point.range?.low, point.range?.high, place > 0 ? pathAt(goal, first, point.at) : null].map(
          short,
        ),
        ...[point.n, point.base.least, point.base.most, formula],
        isFictional(evidence, point.releaseId) ? t.file.fictional : null,
      ]);
    });
  const records = locale === "de" ? csvRecords : plainRecords;
  return BYTE_ORDER_MARK + records([heads, ...rows]);
}

const short = (value: number | null | undefined) =>
  value === null || value === undefined ? null : Math.round(value * DIGITS) / DIGITS;

const isFictional = (evidence: readonly Evidence[], releaseId: string) =>
  evidence.some(({ release }) => release.releaseId === releaseId && release.fictional);
