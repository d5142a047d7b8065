import { asNumber, isObject } from "../json.ts";
import { limits } from "../limits.ts";
import type { Cell } from "../model.ts";
import type { Checking, Question } from "../question.ts";
import { checkRecord, leafCells, recordCells } from "../records.ts";

/** Checks a list of entries of a repeated group or table; `most` is the definition's own maximum. */
export function checkEntries(question: Question, raw: unknown, path: string, checking: Checking, most: unknown): void {
  if (!Array.isArray(raw)) {
    checking.report("not-a-list", path, question);
    return;
  }
  const own = asNumber(most);
  const limit = own !== undefined && own > 0 ? Math.min(own, limits.entries) : limits.entries;
  if (raw.length > limit) {
    checking.report("too-many-entries", path, question, { limit, entries: raw.length });
    return;
  }
  for (const [i, entry] of raw.entries()) {
    const at = `${path}/${i}`;
    if (!isObject(entry)) checking.report("not-an-entry", at, question);
    else {
      checkRecord(question.fields, entry, at, checking, (name, where) =>
        checking.report("unknown-column", where, question, { column: name.slice(0, 100) }),
      );
    }
  }
}

/** Cells of all entries, numbered from 1; inside another group as "<outer>.<inner>". */
export function entryCells(question: Question, value: unknown, entry: string | null): Cell[] {
  if (!Array.isArray(value)) return leafCells(question.key, value, entry);
  return value.flatMap((one, i) => {
    const number = entry === null ? String(i + 1) : `${entry}.${i + 1}`;
    return isObject(one)
      ? recordCells(question.fields, one, number, question.key)
      : leafCells(question.key, one, number);
  });
}
