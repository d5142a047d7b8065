import { parse } from "csv-parse/sync";
import { numbersIn } from "./check-page.ts";
import type { Released } from "./released.ts";

const german = (digits: number) =>
  new Intl.NumberFormat("de-DE", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const [WHOLE, TENTHS, HUNDREDTHS] = [german(0), german(1), german(2)];

type NodeRow = { project_id: string; name: string; answered: boolean; attributes: Record<string, string> };
type TieRow = {
  from_project_id: string;
  to_project_id: string;
  frequency: string | null;
  kinds: string[];
  closest: boolean | null;
};
/** What the release holds of ties, as the role reads it that can read nothing else. */
export type ReleasedNetwork = { row: Record<string, unknown>; nodes: NodeRow[]; ties: TieRow[] };

/** Every number that the page of a network may show; of the chosen kind of contact, its tables and its map as well. */
export function numbersOfNetwork(released: Released, earlier: readonly Released[], kind: string | null): Set<string> {
  const { network } = released;
  if (!network) return new Set();
  const { row, ties } = network;
  const asked = [...(row.kinds as { code: string }[]).map(({ code }) => code), "engste"];
  const ofKind = (one: string) => ties.filter((tie) => (one === "engste" ? tie.closest : tie.kinds.includes(one)));
  const counts = asked.map((one) => WHOLE.format(pairsOf(ofKind(one)).length));
  const chosen = kind === null ? [] : numbersOfTies({ ...released, network: { ...network, ties: ofKind(kind) } }, []);
  return new Set([...numbersOfTies(released, earlier), ...counts, ...chosen]);
}

/** Worked out here by other words from rows of nodes and ties: sets of pairs instead of a graph. */
function numbersOfTies(released: Released, earlier: readonly Released[]): Set<string> {
  const { network, release } = released;
  if (!network) return new Set();
  const { row, nodes, ties } = network;
  const says = new Set(ties.map(({ from_project_id: a, to_project_id: b }) => `${a} ${b}`));
  const pairs = pairsOf(ties);
  const isBoth = (pair: string) => says.has(pair) && says.has(pair.split(" ").reverse().join(" "));
  const answered = new Set(nodes.flatMap((node) => (node.answered ? node.project_id : [])));
  const between = pairs.filter((pair) => pair.split(" ").every((id) => answered.has(id)));
  const friends = new Map(nodes.map(({ project_id: id }) => [id, others(pairs, id)]));
  const [n, invited] = [nodes.length, Number(release.invited)];
  const possible = (n * (n - 1)) / 2;
  const confirmed = pairs.filter(isBoth).length;
  const hidden = Number(row.reports_not_drawn ?? 0);
  const sizes = partsOf(friends);
  const wished = ["wishing", "wishes", "wishes_mutual", "wishes_known"].map((name) => row[name] as number | null);
  const counts = [n, pairs.length, confirmed, invited, invited - n, hidden, ...sizes, sizes.length];
  const alone = nodes.filter(({ project_id: id }) => friends.get(id)?.size === 0).length;
  counts.push(alone, between.length, between.filter(isBoth).length, ...wished.flatMap((one) => one ?? []));
  const shares = [
    pairs.length / possible,
    ties.length / (answered.size * (n - 1)),
    confirmed / possible,
    answered.size / invited,
  ];
  shares.push(between.filter(isBoth).length / between.length, 0.75, 0);
  const texts = [TENTHS.format((2 * pairs.length) / n)];
  for (const attribute of row.attributes as { code: string }[]) {
    const group = new Map(nodes.map((node) => [node.project_id, node.attributes[attribute.code]]));
    const known = pairs.map((pair) => pair.split(" ").map((id) => group.get(id))).filter(([a, b]) => a && b);
    const across = known.filter(([a, b]) => a !== b).length;
    shares.push(across / known.length);
    texts.push(HUNDREDTHS.format(Math.abs(likeToLike(known as [string, string][]))));
    for (const [, around] of friends) {
      const apart = [...around].flatMap((one) =>
        [...around].filter((two) => one < two && !friends.get(one)?.has(two)).map((two) => [one, two] as const),
      );
      const differs = (one: string | undefined, two: string | undefined) =>
        one !== undefined && two !== undefined && one !== two;
      counts.push(apart.length, apart.filter(([one, two]) => differs(group.get(one), group.get(two))).length);
    }
  }
  for (const [id, around] of friends) {
    const [out, into] = [
      [...around].filter((one) => says.has(`${id} ${one}`)),
      [...around].filter((one) => says.has(`${one} ${id}`)),
    ];
    counts.push(around.size, out.length, into.length, out.filter((one) => into.includes(one)).length);
  }
  for (const before of earlier) counts.push(...changes(before.network, network));
  // The matrix has a number for each row.
  counts.push(...nodes.keys(), n);
  const words = [
    row.attributes,
    row.frequencies,
    row.kinds,
    nodes.map(({ name }) => name),
    earlier.map((one) => one.release.wave),
  ];
  const percents = shares.flatMap((share) =>
    [share - 1e-9, share + 1e-9].map((at) => WHOLE.format(Math.round(100 * at))),
  );
  return new Set([
    ...counts.map((one) => WHOLE.format(one)),
    ...percents,
    ...texts,
    ...numbersIn(JSON.stringify(words)),
  ]);
}

function pairsOf(ties: readonly TieRow[]): string[] {
  return [...new Set(ties.map(({ from_project_id: a, to_project_id: b }) => [a, b].sort().join(" ")))];
}

const others = (pairs: readonly string[], id: string) =>
  new Set(pairs.map((pair) => pair.split(" ")).flatMap(([a = "", b = ""]) => (a === id ? b : b === id ? a : [])));

/** Sizes of the parts with more than one, the largest first: names are joined until nothing changes. */
function partsOf(friends: ReadonlyMap<string, ReadonlySet<string>>): number[] {
  const mark = new Map([...friends.keys()].map((id) => [id, id]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const [id, around] of friends) {
      for (const other of around) {
        const low = [mark.get(id) ?? "", mark.get(other) ?? ""].sort()[0] ?? "";
        for (const one of [id, other]) {
          if (mark.get(one) !== low) changed = true;
          mark.set(one, low);
        }
      }
    }
  }
  const sizes = [...Map.groupBy(mark.values(), (one) => one).values()].map(({ length }) => length);
  return sizes.filter((size) => size > 1).sort((a, b) => b - a);
}

/** Newman's coefficient as the correlation of "is of group g" over the ends of contacts, summed over the groups. */
function likeToLike(known: readonly (readonly [string, string])[]): number {
  const ends = known.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
  const groups = [...new Set(ends.map(([a]) => a))];
  const part = (of: (end: readonly [string, string]) => boolean) => ends.filter(of).length / ends.length;
  const [covariance, variance] = [0, 0].map((_, i) =>
    groups.reduce((sum, g) => {
      const p = part(([a]) => a === g);
      return sum + (i === 0 ? part(([a, b]) => a === g && b === g) - p * p : p - p * p);
    }, 0),
  ) as [number, number];
  return covariance / variance;
}

function changes(before: ReleasedNetwork | undefined, now: ReleasedNetwork): number[] {
  if (!before) return [];
  const answering = ({ nodes }: ReleasedNetwork) => nodes.filter((one) => one.answered).map((one) => one.project_id);
  const both = new Set(answering(now).filter((id) => answering(before).includes(id)));
  const among = ({ ties }: ReleasedNetwork) =>
    pairsOf(ties).filter((pair) => pair.split(" ").every((id) => both.has(id)));
  const [old, fresh] = [among(before), among(now)];
  const kept = fresh.filter((pair) => old.includes(pair)).length;
  return [both.size, old.length, fresh.length, kept, fresh.length - kept, old.length - kept];
}

type SentTie = { from: string; to: string } & Partial<Pick<TieRow, "frequency" | "kinds" | "closest">>;
type Sent = { releaseId: string; nodes: { id: string; name: string }[]; ties: SentTie[] };

/** What the page was sent that is not what the release role reads of the very release: this one's, and the earlier ones'. */
export function checkNetworkPayload(data: unknown, releases: ReadonlyMap<string, Released>, id: string): string[] {
  return sentIn(data, id).flatMap(({ releaseId, nodes, ties }) => {
    const network = releases.get(releaseId)?.network;
    if (!network) return [`${releaseId} has no network`];
    // Of earlier waves the page needs to know who is in contact, and nothing that they say of it.
    const isWhole = releaseId === id;
    const said = [
      nodes.map((node) => [node.id, node.name ?? nameOf(network, node.id)]),
      ties.map(({ from, to, ...more }) => [from, to, ...(isWhole ? [more.frequency, more.kinds, more.closest] : [])]),
    ];
    const read = [
      network.nodes.map((node) => [node.project_id, node.name]),
      network.ties.map(({ from_project_id: from, to_project_id: to, ...more }) => [
        ...[from, to],
        ...(isWhole ? [more.frequency, more.kinds, more.closest] : []),
      ]),
    ];
    return JSON.stringify(said) === JSON.stringify(read) ? [] : [`nodes or ties of ${releaseId} differ`];
  });
}

const nameOf = ({ nodes }: ReleasedNetwork, id: string) => nodes.find((node) => node.project_id === id)?.name;

/** Everything with nodes and ties in what was sent; what says no release of its own is of this one. */
function sentIn(value: unknown, id: string): Sent[] {
  if (typeof value !== "object" || value === null) return [];
  const parts = value as Partial<Sent>;
  const inner = Object.values(value).flatMap((one) => sentIn(one, id));
  return parts.nodes && parts.ties ? [{ releaseId: id, ...parts } as Sent, ...inner] : inner;
}

/** Lines of a file that are no node or tie of the release, and those that are missing. */
export function checkNetworkFile(
  file: "projekte" | "kontakte",
  text: string,
  { row, nodes, ties }: ReleasedNetwork,
): string[] {
  const [, ...rows] = parse(text, { delimiter: ";", bom: true, relax_quotes: true }) as string[][];
  const names = new Map(nodes.map(({ project_id: id, name }) => [id, name]));
  const friends = (id: string) => others(pairsOf(ties), id).size;
  const expected =
    file === "projekte"
      ? nodes.map((node) => `${node.name} ${friends(node.project_id)}`)
      : ties.map((tie) => `${names.get(tie.from_project_id)} ${names.get(tie.to_project_id)} ${aboutOf(row, tie)}`);
  const written = rows.map(([first = "", second = "", ...rest]) =>
    file === "projekte" ? `${first} ${rest[3]}` : `${first} ${second} ${rest[2]} ${rest[3]}`,
  );
  const missing = expected.filter((one) => !written.includes(one));
  return [...written.filter((one) => !expected.includes(one)), ...missing];
}

/** What a tie is about and whether both count it among their closest, as the file says it. */
function aboutOf({ kinds }: ReleasedNetwork["row"], tie: TieRow): string {
  const labels = (kinds as { code: string; label: { de: string } }[]).filter(({ code }) => tie.kinds.includes(code));
  const closest = tie.closest === null ? "" : tie.closest ? "ja" : "nein";
  return `${labels.map(({ label }) => label.de).join(", ")} ${closest}`;
}
