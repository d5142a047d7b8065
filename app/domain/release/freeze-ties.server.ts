import type { Tx } from "#db/client.server.ts";
import { listConsenting } from "#db/queries/naming.server.ts";
import type { NetworkParts } from "#db/queries/releases.server.ts";
import * as queries from "#db/queries/ties.server.ts";
import type { NodeAttribute } from "#db/tables/network.ts";
import type { ReleaseHints } from "#surveys/release-hints.ts";
import type { AskedTies } from "#surveys/ties.ts";
import { textsOf } from "../../locales/index.ts";
import { ATTRIBUTES, withParents } from "../disclosure/hierarchy.ts";
import { compositionOf, type DisclosureRule, satisfies } from "../disclosure/rule.ts";
import { inBoth, labelsOf } from "./breakdowns.ts";

/** By which the map may be coloured. */
const SHOWN: readonly string[] = ["ph_haupt", "region5", "ansatz"];

type Report = { from: string; to: string };

/**
 * Who is in contact with whom, as a final release of a named round freezes it; null where the questionnaire does not ask for
 * both ties and the consent. Nodes are the projects that said yes, ties stand only between two of them; who withdrew until
 * today is left out where it is read. Everything else stays a number, and no number where too few stand behind it: wishes are
 * promised to be told of nobody. These numbers are exact; where totals are protected none is told.
 */
export async function freezeTies(
  tx: Tx,
  roundId: string,
  { nameConsent, ties: asked }: ReleaseHints,
  rule: DisclosureRule,
): Promise<NetworkParts | null> {
  if (!nameConsent || !asked) return null;
  const [projects, consenting] = [
    await queries.listAskedProjects(tx, roundId),
    await listConsenting(tx, roundId, nameConsent),
  ];
  const isAsked = new Set(projects.map(({ project_id }) => project_id));
  const isNamed = new Set(consenting.map(({ project_id }) => project_id));
  const answers = await queries.listReports(tx, roundId, asked.contact);
  const reports = answers.filter((one) => isAsked.has(one.to) && one.from !== one.to);
  const drawn = reports.filter(({ from, to }) => isNamed.has(from) && isNamed.has(to));
  const [often, about, close] = [
    await saidOfEach(tx, roundId, asked.frequency),
    await saidOfEach(tx, roundId, asked.kind),
    await closestPairs(tx, roundId, asked),
  ];
  const answered = new Set(answers.map(({ from }) => from));
  const touched = new Set(reports.flatMap(({ from, to }) => [from, to].filter((one) => !isNamed.has(one))));
  const organisations = new Map(projects.map((one) => [one.project_id, one.organisation_id]));
  const mayTell = canTell(
    rule,
    [...touched].map((one) => organisations.get(one) ?? ""),
  );
  return {
    network: {
      question: asked.contact,
      attributes: SHOWN.map(attributeOf),
      frequencies: toldIn(asked.frequency),
      kinds: toldIn(asked.kind),
      reports_not_drawn: mayTell ? reports.length - drawn.length : null,
      ...(await countWishes(tx, roundId, asked, { isAsked, reports, rule })),
    },
    nodes: consenting
      .map(({ project_id, project, attributes }) => ({
        ...{ project_id, name: project, answered: answered.has(project_id) },
        attributes: codesOf(attributes),
      }))
      .sort((a, b) => (a.project_id < b.project_id ? -1 : 1)),
    ties: drawn
      .map(({ from, to }) => ({
        ...{ from_project_id: from, to_project_id: to },
        frequency: often.get(pairOf(from, to))?.[0] ?? null,
        kinds: about.get(pairOf(from, to)) ?? [],
        closest: close === null ? null : close.has(pairOf(from, to)) && close.has(pairOf(to, from)),
      }))
      .sort((a, b) =>
        pairOf(a.from_project_id, a.to_project_id) < pairOf(b.from_project_id, b.to_project_id) ? -1 : 1,
      ),
  };
}

const pairOf = (from: string, to: string) => `${from} ${to}`;

/** Whether an exact number may be told of these respondents, each given by its organisation. */
const canTell = (rule: DisclosureRule, organisations: Iterable<string>): boolean =>
  rule.totals === "exact" && satisfies(rule, compositionOf(organisations));

/** What "other" was is a text, and texts are shown to nobody. */
const OTHER = "other";

const toldIn = (asked: AskedTies["kind"]) =>
  asked?.codes.filter(({ code, missing }) => !missing && code !== OTHER) ?? [];

/** The codes that a project gave for another, in the order of the question. */
async function saidOfEach(tx: Tx, roundId: string, asked: AskedTies["kind"]): Promise<Map<string, string[]>> {
  if (!asked) return new Map();
  const rows = await queries.listSaidOfEach(tx, roundId, asked);
  const given = Map.groupBy(rows, ({ from, to }) => pairOf(from, to));
  const order = toldIn(asked).map(({ code }) => code);
  return new Map(
    [...given].map(([pair, all]) => [pair, order.filter((code) => all.some(({ said }) => said === code))]),
  );
}

/** Who names whom among those with whom work is closest; null where nobody was asked. */
async function closestPairs(tx: Tx, roundId: string, { closest }: AskedTies): Promise<Set<string> | null> {
  if (!closest) return null;
  const rows = await queries.listReports(tx, roundId, closest);
  return new Set(rows.map(({ from, to }) => pairOf(from, to)));
}

type Counting = { isAsked: ReadonlySet<string>; reports: readonly Report[]; rule: DisclosureRule };

async function countWishes(tx: Tx, roundId: string, { wish }: AskedTies, { isAsked, reports, rule }: Counting) {
  const none = { wishing: null, wishes: null, wishes_mutual: null, wishes_known: null };
  if (!wish) return none;
  const wishes = (await queries.listReports(tx, roundId, wish)).filter(
    ({ from, to }) => isAsked.has(to) && from !== to,
  );
  const wishing = new Map(wishes.map(({ from, organisation }) => [from, organisation]));
  if (!canTell(rule, wishing.values())) return none;
  const wished = new Set(wishes.map(({ from, to }) => pairOf(from, to)));
  const known = new Set(reports.flatMap(({ from, to }) => [pairOf(from, to), pairOf(to, from)]));
  // A number of wishes tells of those who have such a wish as well as of those who have another: none or all, of everybody.
  const told = (isSuch: (wish: Report) => boolean): number | null => {
    const such = wishes.filter(isSuch);
    const parts = [such, wishes.filter((one) => !isSuch(one))];
    const may = parts.every((part) => canTell(rule, new Map(part.map((one) => [one.from, one.organisation])).values()));
    return may ? such.length : null;
  };
  return {
    wishing: wishing.size,
    wishes: wishes.length,
    wishes_mutual: told(({ from, to }) => wished.has(pairOf(to, from))),
    wishes_known: told(({ from, to }) => known.has(pairOf(from, to))),
  };
}

function codesOf(attributes: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  const first = Object.fromEntries(Object.entries(attributes).map(([code, list]) => [code, list[0]]));
  const values = withParents(first);
  return Object.fromEntries(
    SHOWN.flatMap((code): [string, string][] => (values[code] === undefined ? [] : [[code, values[code]]])),
  );
}

function attributeOf(code: string): NodeAttribute {
  const codes = ATTRIBUTES.find((attribute) => attribute.code === code)?.codes ?? [];
  return {
    code,
    label: inBoth((locale) => textsOf(locale).attributes.names[code] ?? code),
    codes: codes.map((one) => ({ code: one, label: inBoth((locale) => labelsOf(code, locale)[one] ?? one) })),
  };
}
