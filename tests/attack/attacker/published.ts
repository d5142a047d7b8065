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

/**
 * `values`: of the attribute, that its label names; more than it does where it names none ("others"), so that the attacker
 * knows who stands where. Respondents without a value count as "".
 */
export type PublishedGroup = { breakdown: string; code: string; values: readonly string[] };
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
/** Who stands in each group, by its values. Positions in the list of respondents. */
export function membersOf(release: PublishedRelease, respondents: readonly KnownRespondent[]): Map<string, number[]> {
  const members = new Map(
    release.groups.map(({ breakdown, code }): [string, number[]] => [keyOf(breakdown, code), []]),
  );
  for (const [breakdown, groups] of Map.groupBy(release.groups, (group) => group.breakdown)) {
    const codes = new Map(groups.flatMap(({ code, values }) => values.map((value) => [value, code])));
    for (const [position, { values, after }] of respondents.entries()) {
      if (after >= release.number) continue;
      const code = breakdown === EVERYBODY ? groups[0]?.code : codes.get(values[breakdown] ?? "");
      members.get(keyOf(breakdown, code ?? ""))?.push(position);
    }
  }
  return members;
}

export const keyOf = (breakdown: string, group: string): string => `${breakdown}/${group}`;
