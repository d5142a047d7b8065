import { asString, isTrue } from "./json.ts";
import type { Code } from "./model.ts";
import type { Level, Question } from "./question.ts";

/** A question in a repeated group with one entry per project: its item, the one that names the project, and the codes. */
type AskedOfEach = { item: string; partner: string; codes: Code[] };

/** What a definition asks about ties between projects: keys of items, and what the answers mean. */
export type AskedTies = {
  /** names the projects with which there is contact */
  contact: string;
  /** how often there is contact */
  frequency: AskedOfEach | null;
  /** what the contact is about: any number of codes */
  kind: AskedOfEach | null;
  /** names those of the contacts with which work is closest */
  closest: string | null;
  /** names the projects with which more work together is wished for: only ever counted */
  wish: string | null;
};

/** What the property `ties` of a question may say. */
const TIE_PARTS = ["contact", "frequency", "kind", "closest", "wish"] as const;

type Marked = { question: Question; around: Question | undefined };

/**
 * The ties that a definition asks for; undefined where it asks for none, or where a mark cannot be used: `contact` and `wish`
 * stand at a question of the whole survey that names projects of the roster, `closest` at one that offers what was chosen as
 * `contact`, `frequency` and `kind` at a choice in a repeated group whose `keyName` is the field that names the project. Each
 * once.
 */
export function tiesIn(level: Level): AskedTies | undefined {
  const all = level.questions.flatMap((question): Marked[] => [
    { question, around: undefined },
    ...question.fields.questions.map((field) => ({ question: field, around: question })),
  ]);
  const marked = all.filter(({ question }) => question.source.ties !== undefined);
  const parts = TIE_PARTS.map((part) => marked.filter((one) => one.question.source.ties === part));
  if (parts.some(({ length }) => length > 1)) return undefined;
  const [contact, frequency, kind, closest, wish] = parts.map(([one]) => one);
  if (!contact || !isRoster(contact) || (wish && !isRoster(wish))) return undefined;
  if (closest && (closest.around || closest.question.source.choicesFromQuestion !== contact.question.name))
    return undefined;
  const [often, about] = [askedOfEach(frequency), askedOfEach(kind)];
  if ((frequency && !often) || (kind && !about)) return undefined;
  return {
    ...{ contact: contact.question.key, frequency: often, kind: about },
    ...{ closest: closest?.question.key ?? null, wish: wish?.question.key ?? null },
  };
}

const isRoster = ({ question, around }: Marked) => !around && isTrue(question.source.roster);

function askedOfEach(marked: Marked | undefined): AskedOfEach | null {
  if (!marked) return null;
  const { question, around: group } = marked;
  const key = group && asString(group.source.keyName);
  const partner = group?.fields.questions.find(({ name }) => name === key);
  const [item] = question.kind.items(question);
  if (group?.type !== "paneldynamic" || !partner || partner === question || !item || item.codes.length === 0)
    return null;
  return { item: item.key, partner: partner.key, codes: item.codes };
}
