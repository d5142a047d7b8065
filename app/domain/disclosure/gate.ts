import type { Respondent } from "./groups.ts";
import { type Pattern, patternsOf } from "./patterns.ts";
import { InexactError, type RowSpace, reduceRows } from "./row-space.ts";
import { compositionOf, type DisclosureRule, satisfies } from "./rule.ts";
import { type Found, findVector } from "./search.ts";
import { bothWatches, groupWatch, ruleWatch, type Weight } from "./watch.ts";

/** Nodes after which a search gives up; what was not searched through counts as a hit. */
const SEARCH_AT_MOST = 3000;

/** Patterns that are looked at first where there are more: if nothing can be subtracted among these, nothing can at all. */
const SAMPLE = 600;

/** Respondents who could be singled out, by their ids; none are named where the search gave up, which counts as a hit. */
export type Exposed = { ids: string[] };

/**
 * The gate: a set of respondents that fails the rule although it is a combination of published groups, or undefined. Every
 * figure is a sum over a group, so that whoever adds and subtracts figures with fixed factors gets the sum over any set
 * whose 0/1 vector lies in the rational row space of the groups, and over no other. The search is exact: no numbers but
 * whole ones, and a set that was found is checked again.
 */
export function findExposedSet(
  groups: readonly (readonly string[])[],
  respondents: readonly Respondent[],
  rule: DisclosureRule,
): Exposed | undefined {
  const shown = groups.filter((group) => group.length > 0);
  const failing = failingGroup(shown, respondents, rule);
  if (failing) return { ids: [...failing] };
  const patterns = patternsOf(
    shown,
    respondents.map(({ id }) => id),
  );
  const found = searchAll(shown.length, patterns, respondents, rule);
  if (found.kind === "none") return undefined;
  if (found.kind === "given-up") return { ids: [] };
  const set = found.columns.flatMap((c) => (patterns[c] as Pattern).members).map((at) => respondents[at] as Respondent);
  if (satisfies(rule, compositionOf(set.map(({ organisation }) => organisation))))
    throw new Error("the gate found a sound set");
  return { ids: set.map(({ id }) => id) };
}

function failingGroup(
  groups: readonly (readonly string[])[],
  respondents: readonly Respondent[],
  rule: DisclosureRule,
) {
  const organisations = new Map(respondents.map(({ id, organisation }) => [id, organisation]));
  return groups.find((ids) => !satisfies(rule, compositionOf(ids.map((id) => organisations.get(id) ?? id))));
}

function searchAll(
  groups: number,
  patterns: readonly Pattern[],
  respondents: readonly Respondent[],
  rule: DisclosureRule,
): Found {
  try {
    if (patterns.length > SAMPLE && isSoundBySample(groups, patterns)) return { kind: "none" };
    const space = reduceRows(matrixOf(groups, patterns), patterns.length);
    const { weights, organisations } = weightsOf(patterns, respondents);
    const watch = bothWatches(groupWatch(patterns, groups), ruleWatch(weights, organisations, rule));
    const found = findVector(space, patterns.length, watch, SEARCH_AT_MOST);
    if (found.kind === "found") certify(space, found.columns, patterns.length);
    return found;
  } catch (error) {
    // What cannot be computed exactly counts as a hit.
    if (error instanceof InexactError) return { kind: "given-up" };
    throw error;
  }
}

/**
 * True if already among some of the patterns nothing but unions of disjoint groups can be computed. They are as many and
 * as different as all: a combination of groups that vanishes on them vanishes everywhere. Then a vector that is 0/1 on all
 * patterns is, on these, such a union, and so it is everywhere; and unions of sound groups are sound.
 */
function isSoundBySample(groups: number, patterns: readonly Pattern[]): boolean {
  const step = patterns.length / SAMPLE;
  const sample = new Set(Array.from({ length: SAMPLE }, (_, i) => patterns[Math.floor(i * step)] as Pattern));
  for (;;) {
    const chosen = [...sample];
    const space = reduceRows(matrixOf(groups, chosen), chosen.length);
    const telling = space.relations.flatMap((relation) => {
      const pattern = patterns.find((one) => one.groups.reduce((sum, g) => sum + (relation[g] as number), 0) !== 0);
      return pattern ? [pattern] : [];
    });
    if (telling.length === 0) {
      return findVector(space, chosen.length, groupWatch(chosen, groups), SEARCH_AT_MOST).kind === "none";
    }
    for (const pattern of telling) sample.add(pattern);
  }
}

function matrixOf(groups: number, patterns: readonly Pattern[]): Uint8Array[] {
  const rows = Array.from({ length: groups }, () => new Uint8Array(patterns.length));
  for (const [c, pattern] of patterns.entries()) for (const g of pattern.groups) (rows[g] as Uint8Array)[c] = 1;
  return rows;
}

function weightsOf(patterns: readonly Pattern[], respondents: readonly Respondent[]) {
  const positions = new Map<string, number>();
  const weights = patterns.map(({ members }): Weight => {
    const own = new Map<number, number>();
    for (const at of members) {
      const { organisation } = respondents[at] as Respondent;
      const o = positions.get(organisation) ?? positions.size;
      positions.set(organisation, o);
      own.set(o, (own.get(o) ?? 0) + 1);
    }
    return { size: members.length, organisations: [...own] };
  });
  return { weights, organisations: positions.size };
}

/** Checks that a set is a combination of the groups: its rows at the pivots give back every column, in whole numbers. */
function certify({ rows, pivots }: RowSpace, columns: readonly number[], width: number): void {
  const set = new Set(columns);
  const used = rows.flatMap((row, k) =>
    set.has(pivots[k] as number) ? [{ row, pivot: row[pivots[k] as number] as number }] : [],
  );
  const product = used.reduce((all, { pivot }) => all * BigInt(pivot), 1n);
  for (let c = 0; c < width; c++) {
    const sum = used.reduce((all, { row, pivot }) => all + (BigInt(row[c] as number) * product) / BigInt(pivot), 0n);
    if (sum !== (set.has(c) ? product : 0n))
      throw new Error("the gate found a set that is no combination of the groups");
  }
}
