import fc from "fast-check";
import { UndirectedGraph } from "graphology";
import { connectedComponents } from "graphology-components";
import betweennessCentrality from "graphology-metrics/centrality/betweenness";
import { density as densityIn } from "graphology-metrics/graph";
import { expect, test } from "vitest";
import { asksAlike } from "#app/domain/network/asks-alike.ts";
import { betweennessOf } from "#app/domain/network/betweenness.ts";
import { brokerageOf } from "#app/domain/network/brokerage.ts";
import { changeBetween } from "#app/domain/network/change.ts";
import { densityOf, reciprocityOf } from "#app/domain/network/density.ts";
import { describeNetwork } from "#app/domain/network/describe-network.ts";
import { componentsOf, degreesOf, type Graph, graphOf, type TieReport } from "#app/domain/network/graph.ts";
import { assortativityOf, mixingOf } from "#app/domain/network/mixing.ts";
import { INSTRUCTORS, KARATE } from "./karate.ts";

const report = (from: unknown, to: unknown): TieReport => ({ from: String(from), to: String(to), frequency: null });
const numbered = (n: number) => Array.from({ length: n }, (_, i) => String(i + 1));
const karate = graphOf(
  numbered(34),
  KARATE.map(([a, b]) => report(a, b)),
);

/** The same graph in an independent library. */
function elsewhere({ size, contacts }: Graph): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (let at = 0; at < size; at++) graph.addNode(String(at));
  for (const { a, b } of contacts) graph.addEdge(String(a), String(b));
  return graph;
}

function compare(graph: Graph): void {
  const other = elsewhere(graph);
  expect(densityOf(graph, []).contacts).toBeCloseTo(densityIn(other), 12);
  const parts = connectedComponents(other).map((part: string[]) => part.map(Number).sort((a, b) => a - b));
  expect(componentsOf(graph).sort()).toEqual(parts.sort());
  const between = betweennessCentrality(other, { normalized: false }) as Record<string, number>;
  for (const [at, value] of betweennessOf(graph).entries()) expect(value).toBeCloseTo(between[String(at)] ?? -1, 9);
  for (const [at, { contacts }] of degreesOf(graph).entries()) expect(contacts).toBe(other.degree(String(at)));
  const brokers = brokerageOf(graph, []);
  for (const [at, { pairs }] of brokers.entries()) {
    const around = other.neighbors(String(at));
    const apart = around.flatMap((one, i) => around.slice(i + 1).filter((two) => !other.hasEdge(one, two)));
    expect(pairs).toBe(apart.length);
  }
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
