/**
 * What may be shown is decided in four parts: groups that satisfy the rule are formed (`groups.ts`), breakdowns are chosen
 * among them (`choose.ts`) by asking the gate what could be subtracted (`gate.ts`), and what is counted in them is protected
 * (`protect.ts`).
 *
 * Rule 2 of disclosure as data: what the respondents behind a figure must look like before it may be shown. It is frozen
 * with every release, so that a reader in later years knows what held. Releases made by method 1 lack what follows `exactFrom`.
 */
export type DisclosureRule = {
  /** fewest respondents */
  minimum: number;
  /** fewest organisations among them */
  organisations: number;
  /** largest share that one organisation may have, 0 to 1 */
  largestShare: number;
  /** strict rounds: so many remain when any two organisations are taken out */
  withoutTwo: number | null;
  /** fewest valid answers for figures that the counts alone do not give: mean and quartiles of numbers, totals only */
  exactFrom: number;
  /** protected counts are multiples of it; 1: they are not rounded */
  multiple: number;
  /** α of the noise on protected counts, P(e) = (1 − α)/(1 + α) · α^|e|; 0: none */
  noise: number;
  /** whether 0 has noise like every count, or stays 0 (tests only); where an exact total is 0 it stays 0 in any case */
  zeros: "noised" | "kept";
  /** whether totals are shown as they are, or protected like the groups of a breakdown */
  totals: "exact" | "protected";
  /** whether breakdowns from which a set that fails the rule could be computed are refused; all are, outside of tests */
  subtraction: "refused" | "allowed";
};

const STANDARD: DisclosureRule = {
  minimum: 6,
  organisations: 3,
  largestShare: 0.5,
  withoutTwo: null,
  exactFrom: 20,
  multiple: 3,
  noise: 0.3,
  zeros: "noised",
  totals: "exact",
  subtraction: "refused",
};
const STRICT: DisclosureRule = {
  ...STANDARD,
  minimum: 10,
  withoutTwo: 5,
  multiple: 5,
  noise: 0.5,
  totals: "protected",
};

export function ruleFor(round: { strict: boolean }): DisclosureRule {
  return round.strict ? STRICT : STANDARD;
}

/** Who stands behind a figure: respondents, organisations, and the two organisations with the most respondents. */
export type Composition = { n: number; organisations: number; largest: number; second: number };

/** The composition of respondents, each given by its organisation. */
export function compositionOf(organisations: Iterable<string>): Composition {
  const counts = new Map<string, number>();
  for (const organisation of organisations) counts.set(organisation, (counts.get(organisation) ?? 0) + 1);
  const sizes = [...counts.values()].sort((a, b) => b - a);
  const n = sizes.reduce((sum, size) => sum + size, 0);
  return { n, organisations: sizes.length, largest: sizes[0] ?? 0, second: sizes[1] ?? 0 };
}

/**
 * The composition of any set out of these respondents, given by their positions; each is known by its organisation, given
 * as a number from 0. For whoever asks about very many sets.
 */
export function compositionsIn(organisations: Int32Array): (positions: readonly number[]) => Composition {
  const sizes = new Int32Array(organisations.reduce((most, one) => Math.max(most, one), -1) + 1);
  return (positions) => {
    sizes.fill(0);
    for (const at of positions) {
      const organisation = organisations[at] as number;
      sizes[organisation] = (sizes[organisation] as number) + 1;
    }
    let [different, largest, second] = [0, 0, 0];
    for (let o = 0; o < sizes.length; o++) {
      const size = sizes[o] as number;
      if (size > 0) different++;
      if (size > largest) {
        second = largest;
        largest = size;
      } else if (size > second) second = size;
    }
    return { n: positions.length, organisations: different, largest, second };
  };
}

/** True if figures about these respondents may be shown. */
export function satisfies(rule: DisclosureRule, who: Composition): boolean {
  return (
    who.n >= rule.minimum &&
    who.organisations >= rule.organisations &&
    who.largest <= who.n * rule.largestShare &&
    (rule.withoutTwo === null || who.n - who.largest - who.second >= rule.withoutTwo)
  );
}
