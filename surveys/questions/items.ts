import type { Code, Item, Scale, Text } from "../model.ts";
import type { Question } from "../question.ts";
import { commentKey } from "../records.ts";
import { text, textOf } from "../texts.ts";

type Part = { under?: string; label?: Text; codes?: Code[]; repeated?: boolean; degraded?: string };

/** An item of a question; `under` is the path below the question's own. */
export const itemOf = (question: Question, scale: Scale, part: Part = {}): Item => ({
  key: part.under === undefined ? question.key : `${question.key}/${part.under}`,
  question: question.key,
  scale,
  title: question.title,
  label: part.label ?? question.title,
  codes: part.codes ?? [],
  repeated: question.repeated || part.repeated === true,
  ...(part.degraded === undefined ? {} : { degraded: part.degraded }),
});

/** The question's items followed by the item of its comment, where it has one. */
export function withComment(question: Question, items: Item[]): Item[] {
  if (!question.commented) return items;
  const label = question.source.commentText
    ? textOf(question.source.commentText, "Kommentar")
    : text("Kommentar", "Comment");
  return [...items, { ...itemOf(question, "text", { label }), key: commentKey(question) }];
}
