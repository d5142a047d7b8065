import { dayAfter } from "./days.ts";

/** One value of one attribute for a span of ISO days; without an end it holds until further notice. */
export type DatedValue = { attribute: string; value: string; valid_from: string; valid_until: string | null };

/** The values that hold on a day. */
export function valuesOn(rows: readonly DatedValue[], day: string): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const row of rows) {
    if (row.valid_from > day || (row.valid_until ?? day) < day) continue;
    values[row.attribute] = [...(values[row.attribute] ?? []), row.value];
  }
  return values;
}

/**
 * The last day on which one of the attributes changed, if that stands in the way of a change from `from` on: what held
 * between that day and today is history and stays. Undefined where nothing is in the way.
 */
export function changedSince(
  rows: readonly DatedValue[],
  attributes: readonly string[],
  when: { from: string; today: string },
): string | undefined {
  if (when.from >= when.today) return undefined;
  return rows
    .filter((row) => attributes.includes(row.attribute))
    .flatMap((row) => [row.valid_from, ...(row.valid_until ? [dayAfter(row.valid_until)] : [])])
    .filter((day) => day >= when.from && day <= when.today)
    .sort()
    .at(-1);
}

/**
 * The rows after one attribute is set to `values` from a day on: what held before is closed the day before, what was
 * planned for later falls away, values that stay go on. The rows of other attributes and all of the past are as they were.
 */
export function withChange(
  rows: readonly DatedValue[],
  attribute: string,
  values: readonly string[],
  from: string,
): DatedValue[] {
  const earlier = rows.filter((row) => row.attribute === attribute && row.valid_from < from);
  const eve = earlier.length > 0 ? dayAfter(from, -1) : from;
  const kept = earlier.map((row): DatedValue => {
    const reaches = (row.valid_until ?? from) >= eve;
    if (reaches && values.includes(row.value)) return { ...row, valid_until: null };
    return (row.valid_until ?? from) >= from ? { ...row, valid_until: eve } : row;
  });
  const goingOn = new Set(kept.filter((row) => row.valid_until === null).map((row) => row.value));
  const added = [...new Set(values)]
    .filter((value) => !goingOn.has(value))
    .map((value): DatedValue => ({ attribute, value, valid_from: from, valid_until: null }));
  return [...rows.filter((row) => row.attribute !== attribute), ...kept, ...added];
}

/** What has to be deleted and inserted to come from one state to the other; rows in both are left alone. */
export function differenceOf(before: readonly DatedValue[], after: readonly DatedValue[]) {
  const key = (row: DatedValue) => JSON.stringify([row.attribute, row.value, row.valid_from, row.valid_until]);
  const [old, fresh] = [new Set(before.map(key)), new Set(after.map(key))];
  return {
    removed: before.filter((row) => !fresh.has(key(row))),
    added: after.filter((row) => !old.has(key(row))),
  };
}
