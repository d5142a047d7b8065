import { type Graph, isConfirmed } from "./graph.ts";

/** Shares of what is possible, 0 … 1; null where nothing is. */
export type Density = {
  /** contacts of all pairs */
  contacts: number | null;
  /** reports of all that those who answered could give */
  reports: number | null;
  /** contacts that both name, of all pairs */
  confirmed: number | null;
};

/**
 * Density of a graph, undirected and directed (Wasserman & Faust 1994, ch. 4.1.1 and 4.3.3). Who did not answer could report
 * nobody, so that their reports are not among the possible ones. `answered`: by the place of the node.
 */
export function densityOf({ size, contacts }: Graph, answered: readonly boolean[]): Density {
  const pairs = (size * (size - 1)) / 2;
  const of = (n: number, possible: number) => (possible > 0 ? n / possible : null);
  const reports = contacts.reduce((sum, { forth, back }) => sum + (forth ? 1 : 0) + (back ? 1 : 0), 0);
  return {
    contacts: of(contacts.length, pairs),
    reports: of(reports, answered.filter(Boolean).length * (size - 1)),
    confirmed: of(contacts.filter(isConfirmed).length, pairs),
  };
}

/** `confirmed` of `base` contacts are named by both sides. */
export type Reciprocity = { confirmed: number; base: number };

/**
 * Of the contacts between two that answered, how many both name: the dyad method (Hanneman & Riddle 2005, ch. 8). Who did not
 * answer could not confirm, so that contacts with them are in neither number.
 */
export function reciprocityOf({ contacts }: Graph, answered: readonly boolean[]): Reciprocity {
  const both = contacts.filter(({ a, b }) => answered[a] && answered[b]);
  return { confirmed: both.filter(isConfirmed).length, base: both.length };
}
