import { chance, logistic, normal, type Random, randomFor, sample } from "../random.ts";
import type { SampleNetwork, SampleProject } from "../sample.ts";
import { panelRandom } from "./latent.ts";
import * as tables from "./netzwerk-tables.ts";

/** Contacts among the projects in one wave, as they would show if every project answered. */
export type Ties = {
  /** Unordered pairs (`pairOf`) that at least one side names. */
  pairs: Set<string>;
  /** Whom each project names, in the order of the network. */
  named: Map<string, string[]>;
};

export function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/**
 * A random graph with an exact number of ties. A pair's score is a log-odds (same phenomenon ln 4, same region ln 3, the
 * popularity of both) plus logistic noise, three quarters of which last from wave to wave; the highest scores become ties.
 * Five hubs get a given degree first, isolates none, everybody else at least one. Of the ties 38 % are named by both
 * sides, so that a named contact is returned with probability 2m / (1 + m) = .55.
 */
export function sampleTies(network: SampleNetwork, wave: number, seed: number): Ties {
  const isolates = isolated(network, wave, seed);
  const active = network.projects.filter(({ id }) => !isolates.has(id));
  const hubs = hubsOf(network, seed);
  const scores = scored(active, hubs, wave, seed);
  const total = Math.round((at(tables.density, wave) * network.projects.length * (network.projects.length - 1)) / 2);

  const chosen = new Set<string>();
  for (const [i, hub] of hubs.entries()) {
    const degree = tables.hubDegrees[i]! + tables.hubGrowth * wave;
    const missing = degree - [...chosen].filter((pair) => pair.split(" ").includes(hub)).length;
    const own = scores.filter(({ pair, a, b }) => (a === hub || b === hub) && !chosen.has(pair));
    for (const { pair } of own.slice(0, missing)) chosen.add(pair);
  }
  const linked = new Set([...chosen].flatMap((pair) => pair.split(" ")));
  const apart = scores.filter(({ a, b }) => !hubs.includes(a) && !hubs.includes(b));
  for (const { pair, a, b } of apart)
    if (!linked.has(a) || !linked.has(b)) {
      chosen.add(pair);
      linked.add(a).add(b);
    }
  for (const { pair } of apart) if (chosen.size < total) chosen.add(pair);
  return { pairs: chosen, named: named(network, chosen, wave, seed) };
}

/** The five best-connected projects: rather large ones that work in several Länder. */
export function hubsOf(network: SampleNetwork, seed: number): string[] {
  const weight = ({ attributes: { vzae, reichweite } }: SampleProject) =>
    (vzae === "ab10" ? 8 : vzae === "5_u10" ? 3 : 0.3) * (reichweite === "bund" ? 5 : reichweite === "laender" ? 2 : 1);
  return sample(randomFor(seed, "hubs"), network.projects, tables.hubDegrees.length, weight).map(({ id }) => id);
}

/** Projects without any contact: those of a later wave are among those of an earlier one. */
function isolated(network: SampleNetwork, wave: number, seed: number): Set<string> {
  const hubs = new Set(hubsOf(network, seed));
  const weight = ({ attributes: { vzae, status } }: SampleProject) =>
    (vzae === "u2" ? 3 : 1) * (status === "interessiert" ? 3 : 1);
  const candidates = network.projects.filter(({ id }) => !hubs.has(id));
  const order = sample(randomFor(seed, "isolates"), candidates, tables.isolates[0]!, weight);
  return new Set(order.slice(0, at(tables.isolates, wave)).map(({ id }) => id));
}

function scored(projects: SampleProject[], hubs: string[], wave: number, seed: number) {
  const popularity = new Map(
    projects.map(({ id }) => [
      id,
      hubs.includes(id) ? 0 : tables.popularitySd * normal(randomFor(seed, id, "popularity")),
    ]),
  );
  const scores: { pair: string; a: string; b: string; score: number }[] = [];
  for (const [i, a] of projects.entries())
    for (const b of projects.slice(i + 1)) {
      const pair = pairOf(a.id, b.id);
      const alike = a.attributes.ph_haupt === b.attributes.ph_haupt ? Math.log(tables.odds.phenomenon) : 0;
      const near = a.attributes.region5 === b.attributes.region5 ? Math.log(tables.odds.region) : 0;
      const score = alike + near + popularity.get(a.id)! + popularity.get(b.id)! + logistic(noise(pair, wave, seed));
      scores.push({ pair, a: a.id, b: b.id, score });
    }
  return scores.sort((x, y) => y.score - x.score);
}

function noise(pair: string, wave: number, seed: number): Random {
  const lasts = chance(randomFor(seed, pair, "lasts", wave), tables.lasting);
  return randomFor(seed, pair, "tie", lasts ? "lasting" : wave);
}

function named(network: SampleNetwork, pairs: Set<string>, wave: number, seed: number): Map<string, string[]> {
  const names = new Map(network.projects.map(({ id }) => [id, new Set<string>()]));
  for (const pair of pairs) {
    const [a, b] = pair.split(" ") as [string, string];
    const random = panelRandom(seed, wave, pair, "named");
    const both = chance(random, tables.namedByBoth);
    const first = chance(random, 0.5);
    if (both || first) names.get(a)!.add(b);
    if (both || !first) names.get(b)!.add(a);
  }
  const all = network.projects.map(({ id }) => id);
  return new Map(all.map((id) => [id, all.filter((other) => names.get(id)!.has(other))]));
}

/** The value of a wave; later waves stay at the last. */
function at(values: readonly number[], wave: number): number {
  return values[wave] ?? values.at(-1)!;
}
