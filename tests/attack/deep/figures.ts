/** Figures as a format says them, by "item breakdown group": base, blanks, and codes above 0. */
export type Figures = Map<string, { base: number; unanswered: number; counts: Record<string, number> }>;

export const placeOf = (item: string, breakdown: string, group: string) => `${item} ${breakdown} ${group}`;

type Sent = {
  release?: { releaseId?: string };
  key?: string;
  figures?: {
    breakdown: string;
    group: string;
    base: number;
    unanswered: number;
    counts: { code: string; n: number }[];
  }[];
};

/** Every figure in what was sent, wherever it stands, by the release that is named around it. */
export function figuresIn(sent: unknown): Map<string, Figures> {
  const found = new Map<string, Figures>();
  const visit = (value: unknown, around: string) => {
    if (typeof value !== "object" || value === null) return;
    const { release, key, figures } = value as Sent;
    const here = release?.releaseId ?? around;
    const own = found.get(here) ?? (new Map() as Figures);
    for (const { breakdown, group, base, unanswered, counts } of key && Array.isArray(figures) ? figures : []) {
      const above = counts.filter(({ n }) => n > 0).map(({ code, n }) => [code, n]);
      own.set(placeOf(key ?? "", breakdown, group), { base, unanswered, counts: Object.fromEntries(above) });
      found.set(here, own);
    }
    for (const part of Object.values(value)) visit(part, here);
  };
  visit(sent, "");
  return found;
}

export function inWords(figure: ReturnType<Figures["get"]>): string {
  if (!figure) return "nothing";
  const counts = Object.entries(figure.counts).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([figure.base, figure.unanswered, counts]);
}

/** Figures of a page that its releases do not say, or say otherwise. */
export function compareSent(sent: ReadonlyMap<string, Figures>, known: ReadonlyMap<string, Figures>): string[] {
  return [...sent].flatMap(([release, figures]) =>
    [...figures].flatMap(([place, figure]) => {
      const [here, there] = [inWords(figure), inWords(known.get(release)?.get(place))];
      return here === there ? [] : [`${place} is ${here} and in its release ${there}`];
    }),
  );
}
