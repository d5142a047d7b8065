import { codeOf, readChoices, readRows, toCode } from "../choices.ts";
import { recordOf, WHOLE } from "../fields/shape.ts";
import { isEmpty, isObject, pointer, segment } from "../json.ts";
import { indexLevel } from "../levels.ts";
import type { Cell } from "../model.ts";
import { besideOf, named, needsScript, optionOf } from "../plain/build.ts";
import type { Table } from "../plain/control.ts";
import type { Checking, Question, QuestionKind } from "../question.ts";
import { cell, leafCells } from "../records.ts";
import { checkMultiple, shapeOfPicks } from "./choice.ts";
import { itemOf, withComment } from "./items.ts";

const isMultiple = (question: Question) => question.source.cellType === "checkbox";

function checkRow(question: Question, raw: unknown, path: string, checking: Checking): void {
  if (isMultiple(question)) {
    checkMultiple(question, raw, path, checking, 0);
    return;
  }
  const code = codeOf(raw);
  if (!question.choices.some((column) => column.code === code)) checking.report("unknown-column", path, question);
}

function rowCells(question: Question, key: string, value: unknown, entry: string | null): Cell[] {
  const values = isMultiple(question) && Array.isArray(value) ? value : [value];
  return values.flatMap((one) => {
    const code = codeOf(one);
    const column = question.choices.find((choice) => choice.code === code);
    return column ? [cell(key, entry, { code, number: column.number ?? null })] : leafCells(key, one, entry);
  });
}

/** Rows of statements, each with one column of a common scale (several with `cellType: "checkbox"`). One item per row. */
export const matrix: QuestionKind = {
  types: ["matrix"],
  read: (question) => {
    question.choices = readChoices(question.source.columns);
    question.rows = readRows(question.source.rows).map((row) => ({ ...row, level: indexLevel([]) }));
  },
  items: (question) => {
    const codes = question.choices.map(toCode);
    const scale = isMultiple(question) ? "multiple" : "ordinal";
    const rows = question.rows.map(({ name, label }) =>
      itemOf(question, scale, { under: segment(name), label, codes }),
    );
    return withComment(question, rows.length > 0 ? rows : [itemOf(question, scale, { codes })]);
  },
  shape: (question) => {
    const names = question.rows.map(({ name }) => name);
    if (names.length === 0) return WHOLE;
    return recordOf(names, isMultiple(question) ? shapeOfPicks(question) : WHOLE);
  },
  check: (question, raw, path, checking) => {
    // Without rows survey-core asks for one value of the whole question.
    if (question.rows.length === 0) return checkRow(question, raw, path, checking);
    if (!isObject(raw)) return checking.report("not-a-record", path, question);
    const known = new Set(question.rows.map((row) => row.name));
    for (const name of Object.keys(raw)) {
      const at = pointer(path, name);
      if (!known.has(name)) checking.report("unknown-row", at, question, { row: name.slice(0, 100) });
      else if (!isEmpty(raw[name])) checkRow(question, raw[name], at, checking);
    }
  },
  cells: (question, value, entry) => {
    if (!isObject(value)) return rowCells(question, question.key, value, entry);
    return Object.keys(value)
      .filter((name) => !isEmpty(value[name]))
      .flatMap((name) => rowCells(question, `${question.key}/${segment(name)}`, value[name], entry));
  },
  plain: (question, view) => {
    // Without rows one value stands for the whole; with boxes a row holds a list.
    if (question.rows.length === 0 || isMultiple(question)) return needsScript(view);
    const options = question.choices.map((choice) => optionOf(choice, view.locale));
    const names = new Set(question.rows.map((row) => row.name));
    const shown = (view.shown.rows ?? []).filter((row) => names.has(row.name));
    const rows = shown.map(({ name, label }) => {
      const path = `${view.path}/${segment(name)}`;
      return { control: "radio" as const, path, label, options };
    });
    const beside = besideOf(question, view);
    return { control: "table", ...named(view), options, rows, ...(beside ? { beside } : {}) } satisfies Table;
  },
};
