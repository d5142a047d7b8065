/** The rule as every release prints it: public, like everything here but the key of the noise. */
export type PublicRule = {
  minimum: number;
  organisations: number;
  largestShare: number;
  withoutTwo: number | null;
  /** protected counts are multiples of it */
  multiple: number;
  /** α of the noise */
  noise: number;
  /** 0 is shown as 0, or has noise like every count */
  zeros: "kept" | "noised";
  totals: "exact" | "protected";
};

export type PublishedGroup = { breakdown: string; code: string };
export type PublishedItem = {
  item: string;
  scale: "choice" | "ordinal" | "multiple";
  codes: { code: string; missing: boolean }[];
  withheld: string[];
};
export type PublishedFigure = {
  item: string;
  breakdown: string;
  group: string;
  base: number;
  unanswered: number;
  /** codes without a row are 0 */
  counts: { code: string; n: number }[];
};

/** One release as it is read: nothing else of what the house knows comes to the attacker. */
export type PublishedRelease = {
  /** number of the release in its wave, from 1; the last is the final one */
  number: number;
  kind: "interim" | "final";
  rule: PublicRule;
  groups: PublishedGroup[];
  items: PublishedItem[];
  figures: PublishedFigure[];
};

/** What the attacker knows of a respondent without any release: who it is, and when it answered. */
export type KnownRespondent = {
  id: string;
  project: string;
  organisation: string;
  values: Readonly<Record<string, string | undefined>>;
  /** number of the wave's releases that were made before this answer came */
  after: number;
};

/** What the attacker knows of a wave; `own` are the answers of its own organisation, by respondent and item. */
export type KnownWave = {
  respondents: KnownRespondent[];
  own: ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>;
};

/** The group that holds everybody. */
export const EVERYBODY = "total";
const REST = "uebrige";

/**
 * Who stands in each group: those with its code, or one of its codes joined by "+"; of a remainder, everybody whom no other
 * group of the breakdown holds (in a remainder of a region: of that region). Positions in the list of respondents.
 */
export function membersOf(release: PublishedRelease, respondents: readonly KnownRespondent[]): Map<string, number[]> {
  const here = respondents.flatMap((one, position) => (one.after < release.number ? [position] : []));
  const members = new Map<string, number[]>();
  for (const [breakdown, groups] of Map.groupBy(release.groups, (group) => group.breakdown)) {
    const named = new Map(groups.flatMap(({ code }) => code.split("+").map((part) => [part, code])));
    for (const position of here) {
      const key = keyOf(breakdown, groupOf(respondents[position]?.values ?? {}, breakdown, named));
      const list = members.get(key);
      if (list) list.push(position);
      else members.set(key, [position]);
    }
  }
  return members;
}

function groupOf(values: KnownRespondent["values"], breakdown: string, named: ReadonlyMap<string, string>): string {
  if (breakdown === EVERYBODY) return "all";
  const { region5 } = values;
  const names = breakdown === "land" ? [values.land, `${region5}-${REST}`, region5] : [values[breakdown]];
  const name = names.find((one) => one !== undefined && named.has(one));
  return (name && named.get(name)) ?? REST;
}

export const keyOf = (breakdown: string, group: string): string => `${breakdown}/${group}`;
