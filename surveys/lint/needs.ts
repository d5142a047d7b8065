import type { Definition } from "../definition.ts";
import { asString } from "../json.ts";
import { type Fault, fault } from "./fault.ts";

/** A question may ask how far needs are covered (`coverageOf`) if another asks of the same rows how important they are. */
export function lintNeeds({ questions, level }: Definition): Fault[] {
  return questions.flatMap((question) => {
    if (question.source.coverageOf === undefined) return [];
    const other = level.questions.find(({ name }) => name === asString(question.source.coverageOf));
    const isMatrix = question.type === "matrix" && other?.type === "matrix" && other !== question;
    const rows = new Set(other?.rows.map(({ name }) => name));
    if (isMatrix && level.questions.includes(question) && question.rows.every(({ name }) => rows.has(name))) return [];
    return [fault("error", "coverage-unusable", question.pointer, { question: question.alias })];
  });
}
