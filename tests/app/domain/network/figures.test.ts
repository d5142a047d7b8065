import fc from "fast-check";
import { expect, test } from "vitest";
import { asksAlike } from "#app/domain/network/asks-alike.ts";
import { betweennessOf } from "#app/domain/network/betweenness.ts";
import { brokerageOf } from "#app/domain/network/brokerage.ts";
import { changeBetween } from "#app/domain/network/change.ts";
import { densityOf, reciprocityOf } from "#app/domain/network/density.ts";
import { describeNetwork } from "#app/domain/network/describe-network.ts";
import { componentsOf, degreesOf, type Graph, graphOf, type TieReport } from "#app/domain/network/graph.ts";
import { CLOSEST, kindsOf, tiesOfKind } from "#app/domain/network/kinds.ts";
import { assortativityOf, mixingOf } from "#app/domain/network/mixing.ts";
import { figuresElsewhere } from "./elsewhere.ts";
import { INSTRUCTORS, KARATE } from "./karate.ts";

const report = (from: unknown, to: unknown): TieReport => ({
  ...{ from: String(from), to: String(to) },
  ...{ frequency: null, kinds: [], closest: null },
});
const numbered = (n: number) => Array.from({ length: n }, (_, i) => String(i + 1));
const karate = graphOf(
  numbered(34),
  KARATE.map(([a, b]) => report(a, b)),
);

/** Our figures against those of an independent library. */
function compare(graph: Graph): void {
  const ids = Array.from({ length: graph.size }, (_, at) => String(at));
  const reports = graph.contacts.flatMap(({ a, b, forth, back }): [string, string][] => [
    ...(forth ? [[String(a), String(b)] as [string, string]] : []),
    ...(back ? [[String(b), String(a)] as [string, string]] : []),
  ]);
  const other = figuresElsewhere(ids, reports);
  const everybody = ids.map(() => true);
  const density = densityOf(graph, everybody);
  expect(density.contacts).toBeCloseTo(other.density.contacts, 12);
  expect(density.reports).toBeCloseTo(other.density.reports, 12);
  expect(reciprocityOf(graph, everybody)).toEqual({ confirmed: other.confirmed, base: other.contacts });
  const parts = other.parts.map((part) => part.map(Number).sort((a, b) => a - b));
  expect(componentsOf(graph).sort()).toEqual(parts.sort());
  for (const [at, value] of betweennessOf(graph).entries())
    expect(value).toBeCloseTo(other.between[String(at)] ?? -1, 9);
  for (const [at, { contacts, named, names }] of degreesOf(graph).entries()) {
    const id = String(at);
    expect([contacts, named, names]).toEqual([other.degree(id), other.named(id), other.names(id)]);
  }
  for (const [at, { pairs }] of brokerageOf(graph, []).entries()) expect(pairs).toBe(other.apart(String(at)).length);
}

test("Zachary's karate club has the figures that are published of it", () => {
  expect(karate.contacts).toHaveLength(78);
  // Density .139 and the degrees of the two heads stand in many textbooks; betweenness as NetworkX and igraph give it.
  expect(densityOf(karate, []).contacts).toBeCloseTo(0.139, 3);
  const degrees = degreesOf(karate).map(({ contacts }) => contacts);
  expect([degrees[0], degrees[33], degrees[32], degrees[2], degrees[11]]).toEqual([16, 17, 12, 10, 1]);
  expect(componentsOf(karate).map(({ length }) => length)).toEqual([34]);
  const between = betweennessOf(karate);
  expect(between[0]).toBeCloseTo(231.0714, 4);
  expect(between[33]).toBeCloseTo(160.5516, 4);
  expect(between[32]).toBeCloseTo(76.6905, 4);
  expect(between[2]).toBeCloseTo(75.8508, 4);
  expect(between[11]).toBe(0);
  // Contacts between those who later went and those who stayed.
  const mixing = mixingOf(
    karate,
    numbered(34).map((id) => (INSTRUCTORS.has(Number(id)) ? "instructor" : "administrator")),
  );
  expect([mixing.across, mixing.base]).toEqual([11, 78]);
});

test("and those of an independent library, as any random graph has", () => {
  compare(karate);
  const some = fc.integer({ min: 0, max: 14 }).map(String);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 15 }), fc.array(fc.tuple(some, some), { maxLength: 50 }), (size, pairs) => {
      const ids = Array.from({ length: size }, (_, i) => String(i));
      compare(
        graphOf(
          ids,
          pairs.map(([a, b]) => report(a, b)),
        ),
      );
    }),
    { numRuns: 150 },
  );
});

/** Knoke's information exchange of ten organisations (Knoke & Wood 1981), as in Hanneman & Riddle (2005), ch. 5: row names column. */
const KNOKE =
  `0100101010 1011101110 0101111001 1100101000 1111001111 0010001010 0101100000 1101101010 0100101000 1110101000`
    .split(" ")
    .map((row) => [...row].map(Number));

test("density and reciprocity are those of Hanneman & Riddle's worked example", () => {
  const reports = KNOKE.flatMap((row, from) => row.flatMap((tie, to) => (tie ? report(from, to) : [])));
  const ids = KNOKE.map((_, i) => String(i));
  const graph = graphOf(ids, reports);
  // Introduction to Social Network Methods, ch. 7: density of the information network .5444; ch. 8: reciprocity .5313 (dyads).
  const everybody = ids.map(() => true);
  expect(densityOf(graph, everybody).reports).toBeCloseTo(0.5444, 4);
  const { confirmed, base } = reciprocityOf(graph, everybody);
  expect(confirmed / base).toBeCloseTo(0.5313, 4);
  // Who did not answer could report nobody either.
  expect(densityOf(graphOf(["a", "b", "c"], [report("a", "b")]), [true, false, false]).reports).toBe(1 / 2);
  // Who did not answer could confirm nothing: contacts with them are in neither number.
  const silent = ids.map((id) => id !== "4");
  const { confirmed: c, base: b } = reciprocityOf(
    graphOf(
      ids,
      reports.filter(({ from }) => from !== "4"),
    ),
    silent,
  );
  const among = graph.contacts.filter(({ a, b }) => a !== 4 && b !== 4);
  expect([c, b]).toEqual([among.filter(({ forth, back }) => forth && back).length, among.length]);
});

/** A network of so many, in which so many pairs name each other and so many only one the other. */
function withDyads(size: number, mutual: number, oneSided: number): Graph {
  const ids = numbered(size);
  const pairs = ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b] as const));
  const both = pairs.slice(0, mutual).flatMap(([a, b]) => [report(a, b), report(b, a)]);
  const one = pairs.slice(mutual, mutual + oneSided).map(([a, b]) => report(b, a));
  return graphOf(ids, [...both, ...one]);
}

test("density and reciprocity are those that sna and igraph print in a published course", () => {
  // J. A. Smith, "Integrated Network Science", R tutorials, with the output as it is printed there, seven decimals.
  const everybody = ({ size }: Graph) => new Array<boolean>(size).fill(true);
  const density = (graph: Graph) => densityOf(graph, everybody(graph));
  const reciprocity = (graph: Graph) => {
    const { confirmed, base } = reciprocityOf(graph, everybody(graph));
    return confirmed / base;
  };
  // Ch. 7, "Dyad Census and Reciprocity": Krackhardt's managers. Friendship: Mut 23, Asym 56, Null 131.
  const friendship = withDyads(21, 23, 56);
  expect(reciprocity(friendship)).toBeCloseTo(0.2911392, 7);
  expect(density(friendship).contacts).toBeCloseTo(1 - 131 / 210, 12);
  // Their advice: 190 reports, of which grecip(…, "dyadic.nonnull") makes .3103448: 45 pairs both ways, 100 one way.
  const advice = withDyads(21, 45, 100);
  expect(degreesOf(advice).reduce((sum, { names }) => sum + names, 0)).toBe(190);
  expect(reciprocity(advice)).toBeCloseTo(0.3103448, 7);
  // Ch. 3, "Density": 24 pupils, 77 reports. Ch. 8, "Cohesion": 16 pupils, 62 reports that are 42 contacts.
  expect(density(withDyads(24, 20, 37)).reports).toBeCloseTo(0.1394928, 7);
  const cohesion = withDyads(16, 20, 22);
  expect(cohesion.contacts).toHaveLength(42);
  expect(density(cohesion).reports).toBeCloseTo(0.2583333, 7);
});

test("assortativity is that of Newman's published table of couples", () => {
  // Newman (2003), "Mixing patterns in networks", table I: 1,958 couples in San Francisco, r = 0.621.
  const couples = [
    [0.258, 0.016, 0.035, 0.013],
    [0.012, 0.157, 0.058, 0.019],
    [0.013, 0.023, 0.306, 0.035],
    [0.005, 0.007, 0.024, 0.016],
  ];
  // Printed with three digits, the shares add up to .997.
  expect(assortativityOf(couples)).toBeCloseTo(0.621, 2);
  expect(
    assortativityOf([
      [2, 0],
      [0, 4],
    ]),
  ).toBe(1);
  expect(
    assortativityOf([
      [0, 3],
      [3, 0],
    ]),
  ).toBe(-1);
  expect(assortativityOf([[4]])).toBeNull();
  expect(assortativityOf([])).toBeNull();
});

test("a project brokers between contacts of its own that are not in contact, within and across groups", () => {
  // 1 is in contact with 2, 3, 4; of these only 2 and 3 with each other.
  const graph = graphOf(numbered(4), [report(1, 2), report(3, 1), report(1, 4), report(2, 3)]);
  expect(brokerageOf(graph, ["x", "x", "x", "y"])).toEqual([
    { pairs: 2, across: 2 },
    { pairs: 0, across: 0 },
    { pairs: 0, across: 0 },
    { pairs: 0, across: 0 },
  ]);
  expect(brokerageOf(graph, ["x", "y", undefined, "y"])[0]).toEqual({ pairs: 2, across: 0 });
});

test("change counts contacts among those who are named both times", () => {
  const nodes = (ids: string[]) => ids.map((id) => ({ id, answered: true }));
  const before = { nodes: nodes(["1", "2", "3", "9"]), ties: [report(1, 2), report(2, 3), report(1, 9)] };
  const now = { nodes: nodes(["1", "2", "3", "8"]), ties: [report(2, 1), report(1, 3), report(1, 8)] };
  expect(changeBetween(before, now)).toEqual({ projects: 3, before: 2, now: 2, kept: 1, fresh: 1, gone: 1 });
  expect(changeBetween({ nodes: nodes(["9"]), ties: [] }, now)).toBeNull();
  // A contact with somebody who did not answer this time is not gone.
  const silent = { ...now, nodes: now.nodes.map((node) => ({ ...node, answered: node.id !== "3" })) };
  expect(changeBetween(before, silent)).toEqual({ projects: 2, before: 1, now: 1, kept: 1, fresh: 0, gone: 0 });
});

test("waves are compared where they asked for the same contacts, in whatever words and of whomever", () => {
  const code = (one: string) => ({ code: one, label: { de: one } });
  const asked = {
    ...{ key: "kontakt", question: "kontakt", scale: "multiple" as const, label: { de: "Kontakt" } },
    ...{ title: { de: "Mit wem hatten Sie Kontakt?" }, codes: [code("keine")] },
  };
  expect(asksAlike(asked, asked)).toBe(true);
  expect(asksAlike({ ...asked, title: { de: "Mit wem waren Sie in Kontakt?" } }, asked)).toBe(true);
  expect(asksAlike({ ...asked, codes: [...asked.codes, code("-unlisted")] }, asked)).toBe(true);
  expect(asksAlike({ ...asked, key: "enge_kontakte" }, asked)).toBe(false);
  expect(asksAlike({ ...asked, codes: [...asked.codes, code("viele")] }, asked)).toBe(false);
  expect(asksAlike(undefined, asked)).toBe(false);
});

test("betweenness is not worked out where fewer than three of four answered", () => {
  const nodes = numbered(34).map((id) => ({ id, name: id, answered: true, attributes: {} }));
  const ties = KARATE.map(([a, b]) => report(a, b));
  const shown = (asked: number | null) => describeNetwork({ nodes, ties, asked }, "land").nodes[0]?.between;
  expect(shown(45)).toBeCloseTo(231.0714, 4);
  expect(shown(46)).toBeNull();
  expect(shown(null)).toBeNull();
});

test("of a kind are the reports that say so; the closest are those that both sides count among them", () => {
  const tie = (from: number, to: number, kinds: string[], closest: boolean): TieReport => ({
    ...report(from, to),
    ...{ kinds, closest },
  });
  const ties = [tie(1, 2, ["fall"], true), tie(2, 1, ["fall", "antrag"], true), tie(3, 1, ["antrag"], false)];
  const asked = ["fall", "antrag", "verweis"].map((code) => ({ code, label: { de: code } }));
  const nodes = numbered(3).map((id) => ({ id }));
  expect(kindsOf(asked, nodes, ties).map(({ code, contacts }) => [code, contacts])).toEqual([
    ...[["fall", 1] as const, ["antrag", 2] as const, ["verweis", 0] as const, [CLOSEST, 1] as const],
  ]);
  expect(tiesOfKind(ties, null)).toEqual(ties);
  expect(tiesOfKind(ties, "antrag")).toEqual(ties.slice(1));
  expect(tiesOfKind(ties, CLOSEST)).toEqual(ties.slice(0, 2));
  // Who asked for neither offers neither.
  expect(kindsOf([], nodes, [report(1, 2)])).toEqual([]);
});
