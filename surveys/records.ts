import { isEmpty, isObject, type JsonObject, pointer, segment } from "./json.ts";
import { limits } from "./limits.ts";
import type { Cell } from "./model.ts";
import type { Checking, Level, Question } from "./question.ts";

/** survey-core's suffixes: the comment of a question, and the totals under a matrix. */
const commentSuffix = "-Comment";
const totalSuffix = "-total";

/** Last segment of the item that holds a question's own comment: `team_last/-comment`. */
export const commentKey = (question: Question): string => `${question.key}/-comment`;

export const cell = (item: string, entry: string | null, value: Partial<Cell>): Cell => ({
  item,
  entry,
  code: value.code ?? null,
  number: value.number ?? null,
  text: value.text ?? null,
});

/** Every leaf of an unexpected value as a text cell; `code` is its path inside the value. */
export function leafCells(item: string, value: unknown, entry: string | null, path = ""): Cell[] {
  if (isEmpty(value)) return [];
  if (typeof value !== "object" || value === null) {
    const number = typeof value === "number" ? value : null;
    return [cell(item, entry, { code: path || null, number, text: String(value) })];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    leafCells(item, inner, entry, path === "" ? segment(key) : pointer(path, key)),
  );
}

/** Reports when `raw` is no text or longer than `most` characters (0: only the general limit). */
export function checkText(question: Question, raw: unknown, most: number, path: string, checking: Checking): void {
  if (typeof raw !== "string" && typeof raw !== "number") {
    checking.report("not-text", path, question);
    return;
  }
  const limit = most > 0 ? Math.min(most, limits.answerText) : limits.answerText;
  const length = String(raw).length;
  if (length > limit) checking.report("text-too-long", path, question, { limit, length });
}

const takesComment = (question: Question) => question.commented || question.other !== "none";

/** Runs the check of one question apart, so that its problems can be dropped. */
function faults(question: Question, raw: unknown, path: string, checking: Checking): Checking["problems"] {
  const problems: Checking["problems"] = [];
  const report: Checking["report"] = (code, at, by, detail) =>
    problems.push({ code, path: at, detail: { question: by.name, ...detail } });
  question.kind.check(question, raw, path, { ...checking, problems, report });
  return problems;
}

/** The one of several questions sharing a value that accepts it; undefined where none does. */
const accepting = (same: readonly Question[], raw: unknown, checking: Checking): Question | undefined =>
  same.find((question) => faults(question, raw, "", checking).length === 0);

function checkValue(same: readonly Question[], raw: unknown, path: string, checking: Checking): void {
  const first = same[0]!;
  if (same.length > 1 && accepting(same, raw, checking)) return;
  first.kind.check(first, raw, path, checking);
}

/** Checks one record: the survey's answers, an entry of a group, a row. `owner` is named by problems about unknown keys. */
export function checkRecord(
  level: Level,
  raw: JsonObject,
  path: string,
  checking: Checking,
  unknown: (name: string, path: string) => void,
): void {
  for (const name of Object.keys(raw)) {
    const value = raw[name];
    const at = pointer(path, name);
    const same = level.byName.get(name);
    if (same) {
      if (!isEmpty(value)) checkValue(same, value, at, checking);
    } else if (!checkSuffixed(level, name, value, at, checking) && !level.computed.has(name)) {
      unknown(name, at);
    }
  }
}

/** Comments and totals; false where the name is neither. */
function checkSuffixed(level: Level, name: string, value: unknown, path: string, checking: Checking): boolean {
  if (name.endsWith(commentSuffix)) {
    const question = level.byName.get(name.slice(0, -commentSuffix.length))?.find(takesComment);
    if (!question) return false;
    if (!isEmpty(value)) checkText(question, value, question.survey.maxCommentLength, path, checking);
    return true;
  }
  if (name.endsWith(totalSuffix)) {
    const question = level.byName.get(name.slice(0, -totalSuffix.length))?.find(hasTotals);
    if (!question) return false;
    if (!isEmpty(value) && !isTotals(question, value)) checking.report("not-a-record", path, question);
    return true;
  }
  return false;
}

const hasTotals = (question: Question) => question.totals.length > 0;

const isTotals = (question: Question, value: unknown): boolean =>
  isObject(value) &&
  Object.entries(value).every(
    ([name, inner]) => typeof inner !== "object" && question.totals.some((column) => column.name === name),
  );

/** Path of a total below its question. */
export const totalPath = (column: string): string => `-total/${segment(column)}`;

function totalCells(question: Question, value: unknown, entry: string | null): Cell[] {
  if (!isObject(value)) return leafCells(question.key, value, entry);
  return Object.entries(value).flatMap(([column, total]) => {
    const item = `${question.key}/${totalPath(column)}`;
    return typeof total === "number" ? [cell(item, entry, { number: total })] : leafCells(item, total, entry);
  });
}

/** Puts the comment where it belongs: beside "other" where that was picked, else into the comment's own item. */
function placeComment(question: Question, cells: Cell[], comment: unknown, entry: string | null): void {
  if (isEmpty(comment)) return;
  const other = question.other === "none" ? undefined : cells.find((one) => one.code === "other" && one.text === null);
  if (other && typeof comment === "string") other.text = comment;
  else cells.push(...leafCells(question.commented ? commentKey(question) : question.key, comment, entry));
}

const nothing: Checking = { files: "inline", problems: [], report: () => undefined };

/** The cells of one record. Names that the level does not know become text cells under `prefix`. */
export function recordCells(level: Level, record: JsonObject, entry: string | null, prefix = ""): Cell[] {
  const cells: Cell[] = [];
  const under = (name: string) => (prefix === "" ? segment(name) : pointer(prefix, name));
  for (const name of Object.keys(record)) {
    const value = record[name];
    const same = level.byName.get(name);
    if (same) {
      const question = same.length > 1 ? (accepting(same, value, nothing) ?? same[0]!) : same[0]!;
      const own = isEmpty(value) ? [] : question.kind.cells(question, value, entry);
      placeComment(same.find(takesComment) ?? question, own, record[name + commentSuffix], entry);
      cells.push(...own);
      continue;
    }
    const summed = name.endsWith(totalSuffix) && level.byName.get(name.slice(0, -totalSuffix.length))?.find(hasTotals);
    if (summed) {
      cells.push(...totalCells(summed, value, entry));
      continue;
    }
    const base = name.endsWith(commentSuffix) ? level.byName.get(name.slice(0, -commentSuffix.length)) : undefined;
    if (!base) cells.push(...leafCells(under(name), value, entry));
    else if (record[base[0]!.name] === undefined) {
      const question = base.find(takesComment) ?? base[0]!;
      const own: Cell[] = [];
      placeComment(question, own, value, entry);
      cells.push(...own);
    }
  }
  return cells;
}
