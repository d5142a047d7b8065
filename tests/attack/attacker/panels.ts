import {
  EVERYBODY,
  type KnownRespondent,
  type PublishedFigure,
  type PublishedItem,
  type PublishedRelease,
} from "./published.ts";

/** The breakdown of those who answered the wave before as well: groups of two waves in one release. */
export const PANEL = "panel";

/**
 * What is published of those who answered this wave and a neighbouring one. Whoever knows who answered knows who they are, but
 * counted are for each item only those of them with a valid answer in both.
 */
export type Panel = {
  name: string;
  /** the other wave, by its place */
  other: number;
  /** positions here and there */
  members: { here: number; there: number }[];
  figures: readonly PublishedFigure[];
  /** by item that shows it: the share of all with a valid answer in the other wave, and how many had none, if that is exact */
  items: ReadonlyMap<string, { valid: number; lost: number | undefined }>;
};

type Wave = { releases: readonly PublishedRelease[]; respondents: readonly KnownRespondent[] };

/** The panels of each wave: that with the wave before, in its own release, and that with the next wave, in the release of that. */
export function panelsOf(waves: readonly Wave[]): Panel[][] {
  return waves.map((_, wave) => [
    ...panelOf(waves, wave, wave - 1, "now"),
    ...panelOf(waves, wave, wave + 1, "before"),
  ]);
}

function panelOf(waves: readonly Wave[], own: number, other: number, group: "now" | "before"): Panel[] {
  const [here, there] = [waves[own], waves[other]];
  const release = (group === "now" ? here : there)?.releases.at(-1);
  const facing = there?.releases.at(-1);
  const figures = release?.figures.filter((one) => one.breakdown === PANEL && one.group === group) ?? [];
  if (!here || !there || !facing || figures.length === 0) return [];
  const places = new Map(there.respondents.map(({ project }, position) => [project, position]));
  const members = here.respondents.flatMap(({ project }, position) => {
    const place = places.get(project);
    return place === undefined ? [] : { here: position, there: place };
  });
  const items = figures.map(({ item }) => [item, validIn(facing, item, there.respondents.length)] as const);
  return [{ name: `panel ${group}`, other, members, figures, items: new Map(items) }];
}

function validIn({ figures, items, rule }: PublishedRelease, item: string, respondents: number) {
  const total = figures.find((one) => one.item === item && one.breakdown === EVERYBODY);
  const asked = items.find((one) => one.item === item);
  const lost = (total?.unanswered ?? 0) + missingIn(asked, total);
  return { valid: Math.min(1, 1 - lost / respondents), lost: rule.totals === "exact" ? lost : undefined };
}

const missingIn = (item: PublishedItem | undefined, figure: PublishedFigure | undefined): number =>
  figure?.counts.reduce((sum, { code, n }) => {
    return sum + (item?.codes.some((one) => one.code === code && one.missing) ? n : 0);
  }, 0) ?? 0;

/** A release without its panel: what is left are groups of everybody. */
export function withoutPanel(release: PublishedRelease): PublishedRelease {
  const stays = ({ breakdown }: { breakdown: string }) => breakdown !== PANEL;
  return {
    ...release,
    groups: release.groups.filter(stays),
    figures: release.figures.filter(stays),
    items: release.items.map((item) => ({ ...item, withheld: item.withheld.filter((one) => one !== PANEL) })),
  };
}

/**
 * How well a figure fits each number of members with a value, if each of them is counted with this probability only:
 * as many steps of a binomial as there are members.
 */
export function thinned(fits: Float64Array, members: number, counted: number): Float64Array {
  const likelihood = new Float64Array(members + 1);
  const row = fits.slice(0, members + 1);
  for (let c = 0; c <= members; c += 1) {
    likelihood[c] = row[0] as number;
    for (let j = 0; j < members - c; j += 1)
      row[j] = (1 - counted) * (row[j] as number) + counted * (row[j + 1] as number);
  }
  return likelihood;
}
