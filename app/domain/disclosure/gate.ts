import { type Column, columnsOf, homesOf, membersOf, sampleOf } from "./columns.ts";
import type { Respondent } from "./groups.ts";
import { ABROAD, type Search, sharedOut, stepsAtLeast, visitLightSets } from "./light-sets.ts";
import { patternsOf } from "./patterns.ts";
import { type Echelon, InexactError, type RowSpace, withOtherPivots } from "./row-space.ts";
import { compositionsIn, type DisclosureRule, satisfies } from "./rule.ts";
import { isNeverDominated } from "./shares.ts";

/** Steps after which the search gives up; what was not gone through counts as a hit. */
const STEPS_AT_MOST = 300_000;

/** Pivots tried together where sets are only small: so many are gone through faster than another set of pivots is made. */
const TRIED_TOGETHER = 3;

/** Respondents who could be singled out, by their ids; none are named where the search gave up, which counts as a hit. */
export type Exposed = { ids: string[] };

/**
 * The gate: a set of respondents that fails the rule although it is a combination of published groups, or undefined. Every
 * figure is a sum over a group, so that whoever adds and subtracts figures with fixed factors gets the sum over any set
 * whose 0/1 vector lies in the rational row space of the groups, and over no other.
 *
 * A set that fails the rule is small, or little of it lies outside one or two organisations, or one organisation dominates
 * it. The first two have few ones outside these organisations: as in the search for light words of a linear code (Brouwer &
 * Zimmermann; Betten et al. 2006, "Error-Correcting Linear Codes", ch. 1.8), of several disjoint sets of pivots one holds a
 * small part of them, so that few choices are gone through. The third is refuted by a proof for each organisation
 * (`isNeverDominated`), or searched for in the same way. All of it is exact, and a set that is found is checked again.
 */
export function findExposedSet(
  groups: readonly (readonly string[])[],
  respondents: readonly Respondent[],
  rule: DisclosureRule,
): Exposed | undefined {
  const shown = positionsIn(groups, respondents).filter((group) => group.length > 0);
  const organisations = organisationsOf(respondents);
  const compositionOf = compositionsIn(organisations);
  const isSound = (positions: readonly number[]) => satisfies(rule, compositionOf(positions));
  const named = (positions: readonly number[]) => ({ ids: positions.map((at) => respondents[at]?.id ?? "") });
  const failing = shown.find((group) => !isSound(group));
  if (failing) return named(failing);
  if (shown.length < 2) return undefined;
  try {
    const columns = columnsOf(patternsOf(shown, respondents.length), organisations);
    const exposed = searchAll(shown.length, columns, rule, isSound);
    return exposed && named(exposed);
  } catch (error) {
    // What cannot be computed exactly counts as a hit.
    if (error instanceof InexactError) return named([]);
    throw error;
  }
}

function positionsIn(groups: readonly (readonly string[])[], respondents: readonly Respondent[]): number[][] {
  const positions = new Map(respondents.map(({ id }, at) => [id, at]));
  return groups.map((group) =>
    group.map((id) => {
      const at = positions.get(id);
      if (at === undefined) throw new Error("a group holds somebody who is no respondent");
      return at;
    }),
  );
}

/** The organisation of each respondent, numbered from 0. */
function organisationsOf(respondents: readonly Respondent[]): Int32Array {
  const numbers = new Map<string, number>();
  const organisations = new Int32Array(respondents.length);
  for (const [at, { organisation }] of respondents.entries()) {
    const number = numbers.get(organisation) ?? numbers.size;
    numbers.set(organisation, number);
    organisations[at] = number;
  }
  return organisations;
}

/** Positions of a set that fails the rule, none of them where the search gave up, or undefined. */
function searchAll(
  groups: number,
  all: readonly Column[],
  rule: DisclosureRule,
  isSound: (positions: readonly number[]) => boolean,
): number[] | undefined {
  const { space, sample, columns } = sampleOf(groups, all);
  const echelons = [space as Echelon];
  const isTaken = new Uint8Array(sample.length);
  let exposed: number[] | undefined;
  let left = STEPS_AT_MOST;

  /** True if the search is over: something was found, or not everything could be gone through. */
  function isOver(search: Search): boolean {
    addEchelons(search.free === 0 ? Math.ceil((search.budget + 1) / TRIED_TOGETHER) : search.budget + 1);
    const budgets = sharedOut(search, echelons);
    const steps = echelons.map((echelon, i) => {
      const budget = budgets[i] as number;
      return budget < 0 ? 0 : stepsAtLeast({ ...search, budget }, echelon);
    });
    if (steps.reduce((sum, n) => sum + n, 0) > left) {
      exposed = [];
      return true;
    }
    for (const [i, echelon] of echelons.entries()) {
      const budget = budgets[i] as number;
      if (budget < 0) continue;
      left = visitLightSets(echelon, { ...search, budget }, left, (light) => {
        if (sample.length === columns.length && isSound(light.flatMap((c) => (sample[c] as Column).members)))
          return false;
        const set = everywhere(space, light, columns);
        if (set && !isSound(set)) exposed = set;
        return exposed !== undefined;
      });
      if (!exposed && left < 0) exposed = [];
      if (exposed) return true;
    }
    return false;
  }
  /** As many disjoint sets of pivots as there are, up to a number. */
  function addEchelons(wanted: number): void {
    while (echelons.length < wanted) {
      for (const c of (echelons.at(-1) as Echelon).pivots) isTaken[c] = 1;
      const next = withOtherPivots(echelons.at(-1) as Echelon, isTaken);
      if (!next) return;
      echelons.push(next);
    }
  }

  const searches: Search[] = [{ homes: homesOf(sample, 0), free: 0, budget: rule.minimum - 1 }];
  if (rule.organisations > 3) throw new InexactError("sets of three organisations are not searched for");
  if (rule.organisations === 2) searches.push({ homes: homesOf(sample, 1), free: 1, budget: 0 });
  if (rule.organisations === 3 || rule.withoutTwo !== null) {
    searches.push({ homes: homesOf(sample, 2), free: 2, budget: Math.max(1, rule.withoutTwo ?? 1) - 1 });
  }
  if (searches.some(isOver)) return exposed;
  const columnsIn = membersOf(groups, columns);
  const sizes = Float64Array.from(columns.map(({ members }) => members.length));
  for (const [organisation, own] of largeOrganisations(columns, rule)) {
    const owned = Float64Array.from(columns.map(({ organisations }) => organisations.get(organisation) ?? 0));
    const shares = { groups: columnsIn, own: owned, sizes };
    if (isNeverDominated(space, shares, rule.largestShare)) continue;
    const homes = Int32Array.from(sample, ({ organisations }) =>
      organisations.size === 1 && organisations.has(organisation) ? 0 : ABROAD,
    );
    const budget = Math.ceil((own * (1 - rule.largestShare)) / rule.largestShare) - 1;
    if (isOver({ homes, free: 1, budget })) return exposed;
  }
  return undefined;
}

/** Organisations that are large enough to dominate a set of the smallest size, with their respondents. */
function largeOrganisations(columns: readonly Column[], rule: DisclosureRule): [number, number][] {
  const sizes = new Map<number, number>();
  for (const { organisations } of columns)
    for (const [one, n] of organisations) sizes.set(one, (sizes.get(one) ?? 0) + n);
  return [...sizes].filter(([, n]) => n > rule.largestShare * rule.minimum).sort((a, b) => b[1] - a[1]);
}

/** The positions of a set that is given on the sample, if it is a set on all columns: computed anew from the groups themselves. */
function everywhere(space: RowSpace, light: readonly number[], columns: readonly Column[]): number[] | undefined {
  const chosen = new Set(light);
  const pivotOf = (k: number) => (space.rows[k] as Float64Array)[space.pivots[k] as number] as number;
  const used = [...space.pivots.keys()].filter((k) => chosen.has(space.pivots[k] as number));
  const unit = used.reduce((product, k) => exact(product * pivotOf(k)), 1);
  const groups = new Float64Array(space.combinations[0]?.length ?? 0);
  for (const k of used) {
    const combination = space.combinations[k] as Float64Array;
    const scale = unit / pivotOf(k);
    for (let g = 0; g < groups.length; g++)
      groups[g] = exact((groups[g] as number) + (combination[g] as number) * scale);
  }
  const set: Column[] = [];
  for (const column of columns) {
    let value = 0;
    for (const g of column.groups) value = exact(value + (groups[g] as number));
    if (value === unit) set.push(column);
    else if (value !== 0) return undefined;
  }
  return set.flatMap(({ members }) => members);
}

function exact(value: number): number {
  if (!Number.isSafeInteger(value)) throw new InexactError("numbers grow too large");
  return value;
}
