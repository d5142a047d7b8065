import type { Code, Text } from "#surveys/model.ts";
import { graphOf, type TieReport } from "./graph.ts";

/** Chosen instead of what contacts are about: those that both count among their closest. */
export const CLOSEST = "engste";

/** A kind of contact that can be looked at by itself; `label` is null for the closest ones. */
export type ContactKind = { code: string; label: Text | null; contacts: number };

/**
 * The kinds that a release tells of, in the order of the question, the closest contacts last. Of how many contacts each is:
 * as with contacts themselves, it counts that one side says so.
 */
export function kindsOf(
  asked: readonly Code[],
  nodes: readonly { id: string }[],
  ties: readonly TieReport[],
): ContactKind[] {
  const ids = nodes.map(({ id }) => id);
  const count = (kind: string) => graphOf(ids, tiesOfKind(ties, kind)).contacts.length;
  const kinds = asked.map(({ code, label }): ContactKind => ({ code, label, contacts: count(code) }));
  const knowsClosest = ties.some(({ closest }) => closest !== null);
  return knowsClosest ? [...kinds, { code: CLOSEST, label: null, contacts: count(CLOSEST) }] : kinds;
}

/** The reports that a project gives of contacts of one kind; all without one. */
export function tiesOfKind(ties: readonly TieReport[], kind: string | null): readonly TieReport[] {
  if (kind === null) return ties;
  if (kind === CLOSEST) return ties.filter(({ closest }) => closest === true);
  return ties.filter(({ kinds }) => kinds.includes(kind));
}
