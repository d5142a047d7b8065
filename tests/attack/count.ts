import type { ReleaseGroup } from "#app/domain/release/breakdowns.ts";
import type { BaseCount, CodeRow, ValueRow } from "#db/queries/statistics.server.ts";
import type { Sheet } from "./network.ts";
import { QUESTIONS, type Question } from "./questions.ts";

const isMissing = (question: Question, code: string): boolean => question.missing?.code === code;

/**
 * Counts answers in memory as the production's SQL counts them (what each figure means stands there): bases and codes per
 * item and group, values of scales whose codes are numbers, and who left an item without a valid answer. `records` are
 * sums of record keys: below 2^40 each, so that sums of a few hundred are exact. `leftOut`: who does not count, by item.
 */
export function countAnswers(
  groups: readonly ReleaseGroup[],
  sheets: readonly Sheet[],
  recordOf: (id: string) => number,
  leftOut: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
) {
  const byId = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  const bases: BaseCount[] = [];
  const codes: CodeRow[] = [];
  const values: ValueRow[] = [];
  const filled = groups.map((group) => ({ ...group, members: group.ids.flatMap((id) => byId.get(id) ?? []) }));
  const recordsOf = new Map(sheets.map((sheet) => [sheet, recordOf(sheet.id)]));
  const records = (list: readonly Sheet[]) =>
    list.reduce((sum, sheet) => sum + (recordsOf.get(sheet) as number), 0).toString();
  for (const question of QUESTIONS) {
    const isGiven = ({ answers }: Sheet) => answers[question.key]?.length;
    const isValid = ({ answers }: Sheet) => answers[question.key]?.some((code) => !isMissing(question, code));
    const without = leftOut.get(question.key);
    const counting = without ? sheets.filter(({ id }) => !without.has(id)) : sheets;
    const [whoAnswered, whoCounts] = [new Set(counting.filter(isGiven)), new Set(counting.filter(isValid))];
    for (const { breakdown, group_code: group, members } of filled) {
      const place = { item: question.key, breakdown, group };
      const answered = members.filter((sheet) => whoAnswered.has(sheet));
      if (answered.length === 0) continue;
      const valid = answered.filter((sheet) => whoCounts.has(sheet));
      bases.push({
        ...place,
        answered: answered.length,
        ...compositionOf(valid),
        records: records(valid),
        answeredRecords: records(answered),
      });
      const given = new Map<string, Sheet[]>();
      for (const sheet of answered) {
        for (const code of sheet.answers[question.key] ?? []) {
          const list = given.get(code);
          if (list) list.push(sheet);
          else given.set(code, [sheet]);
        }
      }
      for (const [code, list] of given) {
        const counted = { ...place, n: list.length, records: records(list) };
        codes.push({ ...counted, code, rank: null });
        if (question.scale === "ordinal" && !isMissing(question, code))
          values.push({ ...counted, value: Number(code) });
      }
    }
  }
  const blanks = sheets.flatMap(({ id, answers }) =>
    QUESTIONS.filter((question) => !answers[question.key]?.some((code) => !isMissing(question, code))).map(
      (question) => ({ item: question.key, responseId: id }),
    ),
  );
  return { bases, codes, values, blanks };
}

function compositionOf(valid: readonly Sheet[]) {
  const organisations = new Map<string, number>();
  for (const { project } of valid)
    organisations.set(project.organisation, (organisations.get(project.organisation) ?? 0) + 1);
  const [largest = 0, second = 0] = [...organisations.values()].sort((a, b) => b - a);
  const respondents = valid.length;
  return {
    base: respondents,
    respondents,
    organisations: organisations.size,
    largest,
    second,
    largestEntries: largest,
  };
}
