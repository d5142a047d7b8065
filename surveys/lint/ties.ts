import type { Definition } from "../definition.ts";
import { isTrue } from "../json.ts";
import { tiesIn } from "../ties.ts";
import { type Fault, fault } from "./fault.ts";

/** Marks of ties (`ties`) must make a whole, see `tiesIn`; without a consent to being named no tie is ever drawn. */
export function lintTies({ questions, level }: Definition): Fault[] {
  const marked = questions.filter(({ source }) => source.ties !== undefined);
  const [first] = marked;
  if (!first) return [];
  if (!tiesIn(level)) {
    return marked.map(({ pointer, alias }) => fault("error", "ties-unusable", pointer, { question: alias }));
  }
  const isAsked = questions.some(({ source }) => isTrue(source.nameConsent));
  return isAsked ? [] : [fault("warning", "ties-without-consent", first.pointer, { question: first.alias })];
}
