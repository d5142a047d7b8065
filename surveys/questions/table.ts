import { readRows } from "../choices.ts";
import { shapesOf } from "../fields/shape.ts";
import {
  asArray,
  asNumber,
  asString,
  isEmpty,
  isForbiddenKey,
  isObject,
  type JsonObject,
  own,
  pointer,
  segment,
} from "../json.ts";
import { indexLevel } from "../levels.ts";
import type { Item } from "../model.ts";
import { besideOf, named, plainFields } from "../plain/build.ts";
import type { Records } from "../plain/control.ts";
import type { Level, Question, QuestionKind, Reader } from "../question.ts";
import { checkRecord, leafCells, recordCells, totalPath } from "../records.ts";
import { addDefaultFields } from "./defaults.ts";
import { checkEntries, entryCells } from "./entries.ts";
import { itemOf, withComment } from "./items.ts";

/** The type of a cell: the column's, else the table's, else a dropdown. */
const cellTypeOf = (column: JsonObject, table: JsonObject): string =>
  [column.cellType, table.cellType]
    .map(asString)
    .find((type) => type && type !== "default")
    ?.toLowerCase() ?? "dropdown";

/** A column as the source of a question: its choices, else those of the table. */
function columnSource(column: unknown, table: JsonObject): JsonObject {
  const source = isObject(column) ? column : { name: column };
  return asArray(source.choices).length > 0 || source.choicesByUrl ? source : { ...source, choices: table.choices };
}

/** The fields of one row: columns and what the details below the row ask. */
function rowLevel(question: Question, reader: Reader, under: string, repeated: boolean): Level {
  const { source } = question;
  const columns = asArray(source.columns).flatMap((column, i): Question[] => {
    const cellSource = columnSource(column, source);
    const at = `${question.pointer}/columns/${i}`;
    const field = reader.field(cellSource, cellTypeOf(cellSource, source), at, under, repeated);
    return field ? [field] : [];
  });
  question.totals = columns
    .filter(({ source: { totalType, totalExpression } }) => totalExpression || (totalType && totalType !== "none"))
    .map(({ name, title }) => ({ name, label: title }));
  const details = reader.elements(source.detailElements, `${question.pointer}/detailElements`, under, repeated);
  return indexLevel([...columns, ...details.questions]);
}

const totalItems = (question: Question): Item[] =>
  question.totals.map(({ name, label }) => itemOf(question, "number", { under: totalPath(name), label }));

const fieldItems = (level: Level): Item[] => level.questions.flatMap((field) => field.kind.items(field));

/** A table with fixed rows. Every cell is an item: `<question>/<row>/<column>`. */
export const table: QuestionKind = {
  types: ["matrixdropdown"],
  read: (question, reader) => {
    const defaults = isObject(question.source.defaultValue) ? question.source.defaultValue : {};
    const rows = readRows(question.source.rows);
    const asked = new Set(rows.map((row) => row.name));
    const leftOver = Object.keys(defaults).filter(
      (name) => rows.length > 0 && !asked.has(name) && !isForbiddenKey(name),
    );
    question.rows = [...rows, ...leftOver.map((name) => ({ name, label: { de: name } }))].map((row) => {
      const under = `${question.key}/${segment(row.name)}`;
      const level = asked.has(row.name) ? rowLevel(question, reader, under, question.repeated) : indexLevel([]);
      addDefaultFields(question, level, own(defaults, row.name), reader, under);
      return { ...row, level };
    });
    if (question.rows.length === 0) rowLevel(question, reader, question.key, question.repeated);
  },
  items: (question) =>
    withComment(
      question,
      question.rows
        .flatMap((row) =>
          fieldItems(row.level).map((item) => ({
            ...item,
            question: question.key,
            title: question.title,
            label: joinLabels(row.label, item.label),
          })),
        )
        .concat(totalItems(question)),
    ),
  shape: ({ rows }) => ({
    of: "record",
    parts: new Map(rows.map(({ name, level }) => [name, { of: "record", parts: shapesOf(level) }])),
  }),
  check: (question, raw, path, checking) => {
    if (!isObject(raw)) return checking.report("not-a-record", path, question);
    const rows = new Map(question.rows.map((row) => [row.name, row.level]));
    for (const name of Object.keys(raw)) {
      const at = pointer(path, name);
      const level = rows.get(name);
      const value = raw[name];
      if (!level) checking.report("unknown-row", at, question, { row: name.slice(0, 100) });
      else if (isObject(value)) {
        checkRecord(level, value, at, checking, (column, where) =>
          checking.report("unknown-column", where, question, { column: column.slice(0, 100) }),
        );
      } else if (!isEmpty(value)) checking.report("not-a-record", at, question);
    }
  },
  cells: (question, value, entry) => {
    if (!isObject(value)) return leafCells(question.key, value, entry);
    const rows = new Map(question.rows.map((row) => [row.name, row.level]));
    return Object.keys(value).flatMap((name) => {
      const key = `${question.key}/${segment(name)}`;
      const level = rows.get(name);
      const row = value[name];
      return level && isObject(row) ? recordCells(level, row, entry, key) : leafCells(key, row, entry);
    });
  },
  plain: (question, view) => {
    const records = (view.shown.rows ?? []).flatMap(({ name, label, fields }) => {
      const row = question.rows.find((one) => one.name === name);
      const path = `${view.path}/${segment(name)}`;
      return row ? [{ path, label, fields: plainFields(row.level, fields, path, view) }] : [];
    });
    const beside = besideOf(question, view);
    const all = beside ? [...records, { path: view.path, label: "", fields: beside }] : records;
    return { control: "records", ...named(view), records: all } satisfies Records;
  },
};

const joinLabels = (row: Item["label"], column: Item["label"]): Item["label"] => {
  const en =
    row.en === undefined && column.en === undefined ? undefined : `${row.en ?? row.de}: ${column.en ?? column.de}`;
  return { de: `${row.de}: ${column.de}`, ...(en === undefined ? {} : { en }) };
};

/** Rows that survey-core shows where the definition does not say how many. */
const shownRows = 2;

/** A table to which rows are added. Every column is a repeated item: `<question>/<column>`, entries are the rows. */
export const dynamicTable: QuestionKind = {
  types: ["matrixdynamic"],
  read: (question, reader) => {
    question.grouped = true;
    question.fields = rowLevel(question, reader, question.key, true);
    for (const defaults of [question.source.defaultValue, question.source.defaultRowValue]) {
      addDefaultFields(question, question.fields, defaults, reader, question.key);
    }
  },
  items: (question) =>
    withComment(
      question,
      fieldItems(question.fields)
        .map((item) => ({ ...item, question: question.key, title: question.title }))
        .concat(totalItems(question)),
    ),
  shape: ({ fields, source }) => {
    const defaults = Math.max(asNumber(source.rowCount) ?? shownRows, asNumber(source.minRowCount) ?? 0);
    return { of: "entries", parts: shapesOf(fields), defaults };
  },
  check: (question, raw, path, checking) => checkEntries(question, raw, path, checking, question.source.maxRowCount),
  cells: entryCells,
};
