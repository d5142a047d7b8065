import { shapesOf } from "../fields/shape.ts";
import { asArray, isObject } from "../json.ts";
import { indexLevel } from "../levels.ts";
import { named, plainFields } from "../plain/build.ts";
import type { Question, QuestionKind } from "../question.ts";
import { checkRecord, leafCells, recordCells } from "../records.ts";
import { withComment } from "./items.ts";

/** Several short fields under one title; each is an item, `<question>/<field>`. */
export const multipleText: QuestionKind = {
  types: ["multipletext"],
  read: (question, reader) => {
    const fields = asArray(question.source.items).flatMap((item, i): Question[] => {
      const source = isObject(item) ? item : { name: item };
      const at = `${question.pointer}/items/${i}`;
      const field = reader.field(source, "text", at, question.key, question.repeated);
      return field ? [field] : [];
    });
    question.fields = indexLevel(fields);
  },
  items: (question) => {
    const items = question.fields.questions.flatMap((field) => field.kind.items(field));
    const named = items.map((item) => ({ ...item, question: question.key, title: question.title }));
    return withComment(question, named);
  },
  shape: (question) => ({ of: "record", parts: shapesOf(question.fields) }),
  check: (question, raw, path, checking) => {
    if (!isObject(raw)) return checking.report("not-a-record", path, question);
    checkRecord(question.fields, raw, path, checking, (name, at) =>
      checking.report("unknown-field", at, question, { field: name }),
    );
  },
  cells: (question, value, entry) =>
    isObject(value) ? recordCells(question.fields, value, entry, question.key) : leafCells(question.key, value, entry),
  plain: (question, view) => {
    const fields = plainFields(question.fields, view.shown.rows?.[0]?.fields ?? [], view.path, view);
    return { control: "records", ...named(view), records: [{ path: view.path, label: "", fields }] };
  },
};
