import type { Level, Question } from "./question.ts";

/** A level over these questions, looked up by the name of the answer. */
export function indexLevel(questions: Question[], computed: Set<string> = new Set()): Level {
  const level: Level = { questions: [], byName: new Map(), computed };
  for (const question of questions) addToLevel(level, question);
  return level;
}

export function addToLevel(level: Level, question: Question): void {
  level.questions.push(question);
  const same = level.byName.get(question.name);
  if (same) same.push(question);
  else level.byName.set(question.name, [question]);
}

const union = (levels: Level[]): Level =>
  indexLevel(
    levels.flatMap((level) => level.questions),
    new Set(levels.flatMap((level) => [...level.computed])),
  );

/**
 * Questions that share one record-like value (by double name or by `valueName`) each write their part of it: so each of
 * them accepts the fields and rows of all. A checkbox with `valuePropertyName` writes entries of one field.
 */
export function shareValues(level: Level): void {
  for (const question of level.questions) {
    shareValues(question.fields);
    for (const row of question.rows) shareValues(row.level);
  }
  for (const same of level.byName.values()) {
    if (same.length < 2) continue;
    const grouped = same.filter((question) => question.grouped);
    const picked = same.flatMap((question) => {
      const property = question.source.valuePropertyName;
      return typeof property === "string" && grouped.length > 0 ? [{ ...question, name: property, source: {} }] : [];
    });
    if (grouped.length > 0) {
      const fields = union([...grouped.map((question) => question.fields), indexLevel(picked)]);
      for (const question of grouped) question.fields = fields;
    }
    const records = same.filter((question) => !question.grouped && question.fields.questions.length > 0);
    if (records.length > 1) {
      const fields = union(records.map((question) => question.fields));
      for (const question of records) question.fields = fields;
    }
    const tables = same.filter((question) => question.rows.length > 0);
    if (tables.length > 1) {
      const rows = new Map(tables.flatMap((question) => question.rows).map((row) => [row.name, row]));
      for (const [name, row] of rows) {
        const twins = tables.flatMap((question) => question.rows.filter((other) => other.name === name));
        if (twins.length > 1) row.level = union(twins.map((twin) => twin.level));
      }
      for (const question of tables) question.rows = [...rows.values()];
    }
  }
}
