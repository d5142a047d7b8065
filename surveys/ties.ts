import { asString, isTrue } from "./json.ts";
import type { Code } from "./model.ts";
import type { Level, Question } from "./question.ts";

/** What a definition asks about ties between projects: keys of items, and what the answers mean. */
export type AskedTies = {
  /** names the projects with which there is contact */
  contact: string;
  /** in a repeated group, one entry per project: the item that names it, and how often there is contact */
  frequency: { item: string; partner: string; codes: Code[] } | null;
  /** names the projects with which more work together is wished for: only ever counted */
  wish: string | null;
};

/** What the property `ties` of a question may say. */
const TIE_PARTS = ["contact", "frequency", "wish"] as const;

/**
 * The ties that a definition asks for; undefined where it asks for none, or where a mark cannot be used: `contact` and `wish`
 * stand at a question of the whole survey that names projects of the roster, `frequency` at a choice in a repeated group
 * whose `keyName` is the field that names the project. Each once.
 */
export function tiesIn(level: Level): AskedTies | undefined {
  const all = level.questions.flatMap((question) => [
    { question, around: undefined as Question | undefined },
    ...question.fields.questions.map((field) => ({ question: field, around: question })),
  ]);
  const marked = all.filter(({ question }) => question.source.ties !== undefined);
  const [contact, frequency, wish] = TIE_PARTS.map((part) => marked.filter((one) => one.question.source.ties === part));
  if (contact?.length !== 1 || (frequency?.length ?? 0) > 1 || (wish?.length ?? 0) > 1) return undefined;
  const named = [...contact, ...(wish ?? [])];
  if (!named.every(({ question, around }) => !around && isTrue(question.source.roster))) return undefined;
  const often = frequency?.[0] && frequencyOf(frequency[0].question, frequency[0].around);
  if (frequency?.[0] && !often) return undefined;
  return {
    contact: contact[0]?.question.key ?? "",
    frequency: often ?? null,
    wish: wish?.[0]?.question.key ?? null,
  };
}

function frequencyOf(question: Question, group: Question | undefined): AskedTies["frequency"] | undefined {
  const key = group && asString(group.source.keyName);
  const partner = group?.fields.questions.find(({ name }) => name === key);
  const [item] = question.kind.items(question);
  if (group?.type !== "paneldynamic" || !partner || partner === question || !item || item.codes.length === 0)
    return undefined;
  return { item: item.key, partner: partner.key, codes: item.codes };
}
