import { attack, type Finding, readWave } from "./attacker/attack.ts";
import type { KnownRespondent, PublicRule, PublishedRelease } from "./attacker/published.ts";

// Releases made by hand, with exposures planted in them: an attacker that misses these would prove nothing.

export const RULE: PublicRule = {
  minimum: 6,
  organisations: 3,
  largestShare: 0.5,
  withoutTwo: null,
  multiple: 3,
  noise: 0.3,
  zeros: "kept",
  totals: "exact",
};
export const OPEN: PublicRule = { ...RULE, multiple: 1, noise: 0 };

/** 24 projects of twelve organisations, in four groups by approach and three by reach. */
export const RESPONDENTS = Array.from({ length: 24 }, (_, i): KnownRespondent => {
  const values = {
    ansatz: ["person", "umfeld", "beides", "fachkraefte"][i % 4],
    reichweite: ["lokal", "land", "bund"][i % 3],
  };
  return { id: `r${i}`, project: `p${i}`, organisation: `o${i % 12}`, values, after: 0 };
});

type Counts = Record<string, number>;
type Groups = Record<string, Record<string, Counts>>;

/** A release of one yes/no item; every group with its counts. */
export function release(
  total: Counts,
  breakdowns: Groups,
  rule: PublicRule,
  number = 1,
  kind: "interim" | "final" = "final",
): PublishedRelease {
  const all: Groups = { total: { all: total }, ...breakdowns };
  const rows = Object.entries(all).flatMap(([breakdown, groups]) =>
    Object.entries(groups).map(([group, { unanswered = 0, ...counts }]) => ({
      item: "q",
      breakdown,
      group,
      base: Object.values(counts).reduce((sum, n) => sum + n, 0),
      unanswered,
      counts: Object.entries(counts).map(([code, n]) => ({ code, n })),
    })),
  );
  const codes = ["ja", "nein", "selten"].map((code) => ({ code, missing: false }));
  return {
    number,
    kind,
    rule,
    groups: rows.map(({ breakdown, group: code }) => ({ breakdown, code, values: [code] })),
    items: [{ item: "q", scale: "choice", codes, withheld: [] }],
    figures: rows,
  };
}

export function attacked(
  releases: PublishedRelease[],
  own: Record<string, string[]> = {},
  respondents = RESPONDENTS,
): Finding {
  const known = { respondents, own: new Map(Object.entries(own).map(([id, q]) => [id, { q }])) };
  const [finding] = [...attack([readWave(releases, respondents)], [known], { stability: 0.5, believes: true })];
  return finding as Finding;
}
/** Respondents of whom a value is certain, as "position value". */
export const certain = ({ certain: values, values: names }: Finding) =>
  [...values].flatMap((value, position) => (value < 0 ? [] : [`${position} ${names[value]}`]));

export const SPREAD = { lokal: { ja: 4, nein: 4 }, land: { ja: 4, nein: 4 }, bund: { ja: 4, nein: 4 } };
