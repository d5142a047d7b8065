/** A project on the map. */
export type NetworkNode = { id: string; name: string; answered: boolean; attributes: Readonly<Record<string, string>> };

/** One project says that it was in contact with another. */
export type Tie = { from: string; to: string };

/** What it says of the contact. */
export type TieReport = Tie & {
  /** a code, where it was asked and said */
  frequency: string | null;
  /** codes of what it is about; none where nobody was asked */
  kinds: readonly string[];
  /** both name each other among those with whom they work most closely; null where nobody was asked */
  closest: boolean | null;
};

/** A contact: that one of two says so, or both. `a` < `b` are places among the nodes, `forth` is what `a` says. */
export type Contact<Said extends Tie = TieReport> = { a: number; b: number; forth: Said | null; back: Said | null };

/** Contacts among nodes by their places; contact is the union of what both say. */
export type Graph<Said extends Tie = TieReport> = {
  size: number;
  contacts: Contact<Said>[];
  neighbours: number[][];
};

/** The graph of the reports between these nodes; reports about others, about oneself, or said twice are left out. */
export function graphOf<Said extends Tie>(ids: readonly string[], reports: readonly Said[]): Graph<Said> {
  const places = new Map(ids.map((id, place) => [id, place]));
  const contacts = new Map<number, Contact<Said>>();
  for (const report of reports) {
    const [from, to] = [places.get(report.from), places.get(report.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const [a, b] = from < to ? [from, to] : [to, from];
    const key = a * ids.length + b;
    const contact = contacts.get(key) ?? { a, b, forth: null, back: null };
    if (from === a) contact.forth ??= report;
    else contact.back ??= report;
    contacts.set(key, contact);
  }
  const neighbours = ids.map((): number[] => []);
  for (const { a, b } of contacts.values()) {
    neighbours[a]?.push(b);
    neighbours[b]?.push(a);
  }
  for (const list of neighbours) list.sort((a, b) => a - b);
  const ordered = [...contacts.values()].sort((x, y) => x.a - y.a || x.b - y.b);
  return { size: ids.length, contacts: ordered, neighbours };
}

export const isConfirmed = ({ forth, back }: Contact): boolean => forth !== null && back !== null;

/** How many name a node, how many it names, how many of its contacts both name, and with how many it is in contact. */
export type Degrees = { named: number; names: number; confirmed: number; contacts: number };

/** By the place of the node. */
export function degreesOf({ size, contacts }: Graph): Degrees[] {
  const degrees = Array.from({ length: size }, () => ({ named: 0, names: 0, confirmed: 0, contacts: 0 }));
  for (const contact of contacts) {
    const sides = [
      { at: contact.a, says: contact.forth, said: contact.back },
      { at: contact.b, says: contact.back, said: contact.forth },
    ];
    for (const { at, says, said } of sides) {
      const one = degrees[at];
      if (!one) continue;
      one.contacts += 1;
      if (says) one.names += 1;
      if (said) one.named += 1;
      if (says && said) one.confirmed += 1;
    }
  }
  return degrees;
}

/** The parts of a graph that hang together, the largest first, each as rising places; an isolated node is a part of one. */
export function componentsOf({ size, neighbours }: Graph): number[][] {
  const seen = new Array<boolean>(size).fill(false);
  const parts: number[][] = [];
  for (let start = 0; start < size; start++) {
    if (seen[start]) continue;
    const part = [start];
    seen[start] = true;
    for (const at of part) {
      for (const next of neighbours[at] ?? []) {
        if (!seen[next]) part.push(next);
        seen[next] = true;
      }
    }
    parts.push(part.sort((a, b) => a - b));
  }
  return parts.sort((a, b) => b.length - a.length);
}
