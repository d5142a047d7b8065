/** How many minutes of one year a project is asked for, by what is already sent and what is only planned. */
export type ProjectBurden = {
  projectId: string;
  name: string;
  organisation: string;
  /** rounds that the project was invited to; cancelled ones do not count */
  asked: number;
  /** drafts that are to open in the year and would reach the project as things stand */
  planned: number;
  /** what a round that is being set up would add */
  added: number;
};

/** Minutes a year above which a project is shown with a warning. */
export const DEFAULT_LIMIT = 120;

export const totalOf = ({ asked, planned, added }: ProjectBurden): number => asked + planned + added;

/** Projects above the limit, the most burdened first. */
export function aboveLimit(burdens: readonly ProjectBurden[], limit: number): ProjectBurden[] {
  return burdens.filter((one) => totalOf(one) > limit).sort((a, b) => totalOf(b) - totalOf(a));
}

/** So many projects between `from` and `to` minutes, both included; `to` is null above the limit. */
export type Band = { from: number; to: number | null; projects: number };

/** Projects with none, in quarters of the limit, and above it. */
export function distribute(burdens: readonly ProjectBurden[], limit: number): Band[] {
  const step = Math.ceil(limit / 4);
  const bands: Band[] = [{ from: 0, to: 0, projects: 0 }];
  for (let from = 1; from <= limit; from += step) {
    bands.push({ from, to: Math.min(limit, from + step - 1), projects: 0 });
  }
  bands.push({ from: limit + 1, to: null, projects: 0 });
  for (const one of burdens) {
    const minutes = Math.ceil(totalOf(one));
    const band = bands.find(({ to }) => to === null || minutes <= to);
    if (band) band.projects += 1;
  }
  return bands;
}

/** The middle of the projects, in whole minutes. */
export function medianOf(burdens: readonly ProjectBurden[]): number {
  const totals = burdens.map(totalOf).sort((a, b) => a - b);
  const [low = 0, high = 0] = [totals[(totals.length - 1) >> 1], totals[totals.length >> 1]];
  return Math.round((low + high) / 2);
}
