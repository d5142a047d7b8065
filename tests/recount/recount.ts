import type { Tx } from "#db/client.server.ts";
import { type Base, type Code, countBases, countCodes, describeTotals, placeMembers, unfoldSheets } from "./count.ts";
import { membersOf, obstacleOf, type Sheet } from "./groups.ts";
import { type Counted, type PublishedRule, protect, recordKeyOf } from "./protection.ts";
import { type Definition, type ListedItem, listItems } from "./questionnaire.ts";

/** A figure as a release would have to show it; counts by "code rank". */
export type ExpectedFigure = {
  base: number;
  unanswered: number;
  respondents: number | null;
  mean: number | null;
  sd: number | null;
  q1: number | null;
  median: number | null;
  q3: number | null;
  counts: Record<string, number>;
};

/** `obstacle`: why rule 2 forbids the figure; "" where it does not. `true_`: what was counted, before any protection. */
export type Recounted = {
  items: ListedItem[];
  sheets: Sheet[];
  groups: { breakdown: string; group_code: string; true_: number; shown: number; obstacle: string }[];
  figure: (
    item: string,
    breakdown: string,
    group: string,
  ) => { obstacle: string; true_: Base; expected: ExpectedFigure };
};

/**
 * Counts a release again from what was submitted, with nothing of the app's code: its definition, its groups' codes, its rule
 * and the round's key are read from the database, everything else is SQL and arithmetic written here. Leaves temporary tables
 * in the transaction.
 */
export async function recount(tx: Tx, releaseId: string): Promise<Recounted> {
  const release = await tx
    .selectFrom("release")
    .innerJoin("round", "round.round_id", "release.round_id")
    .innerJoin("version", "version.version_id", "round.version_id")
    .innerJoin("rounding_key", "rounding_key.round_id", "release.round_id")
    .select(["release.round_id", "release.questionnaire", "release.rule", "version.definition", "rounding_key.key"])
    .where("release_id", "=", releaseId)
    .executeTakeFirstOrThrow();
  const groups = await tx
    .selectFrom("release_group")
    .select(["breakdown", "group_code"])
    .where("release_id", "=", releaseId)
    // Counted by itself: who is in it does not follow from attributes.
    .where("breakdown", "<>", "panel")
    .execute();
  const rule = release.rule as PublishedRule;
  const { key, questionnaire, round_id: roundId } = release;
  const items = listItems(release.definition as unknown as Definition);
  const sheets = await unfoldSheets(tx, { roundId, questionnaire }, items);
  const members = membersOf(groups, sheets);
  await placeMembers(tx, members, (id) => recordKeyOf(key, id));
  const nameOf = (...parts: string[]) => parts.join("|");
  const bases = new Map((await countBases(tx)).map((row) => [nameOf(row.item, row.breakdown, row.group), row]));
  const codes = Map.groupBy(await countCodes(tx), (row) => nameOf(row.item, row.breakdown, row.group));
  const described = await describeTotals(
    tx,
    items.filter(isMeasured).map((item) => item.key),
  );
  const statistics = new Map(
    described.map(({ item, breakdown, group, ...rest }) => [nameOf(item, breakdown, group), rest]),
  );
  const organisationOf = new Map(sheets.map(({ id, organisation }) => [id, organisation]));

  const everybodyIn = new Map(
    groups.map(({ breakdown, group_code }) => {
      const own = members.filter((one) => one.breakdown === breakdown && one.group === group_code);
      const records = own.reduce((sum, { id }) => sum + recordKeyOf(key, id), 0n);
      return [nameOf(breakdown, group_code), { n: own.length, records, ids: own.map(({ id }) => id) }];
    }),
  );
  return {
    items,
    sheets,
    groups: groups.map(({ breakdown, group_code }) => {
      const { n, records, ids } = everybodyIn.get(nameOf(breakdown, group_code)) ?? { n: 0, records: 0n, ids: [] };
      const shown = protect({ n, records, empty: null }, { item: "-group", code: "-respondents" }, rule, key);
      const organisations = ids.map((id) => organisationOf.get(id) ?? "");
      return {
        ...{ breakdown, group_code, true_: n, shown: breakdown === "total" ? n : shown },
        obstacle: obstacleOf(organisations, breakdown === "total" ? rule : { ...rule, minimum: rule.minimum + 1 }),
      };
    }),
    figure: (key_, breakdown, group) => {
      const item = items.find((one) => one.key === key_);
      if (!item) throw new Error(`${key_} is not in the questionnaire`);
      const name = nameOf(key_, breakdown, group);
      const true_ = bases.get(name) ?? { ...NOBODY, item: key_, breakdown, group };
      const everybody = everybodyIn.get(nameOf(breakdown, group)) ?? { n: 0, records: 0n };
      const total = {
        base: bases.get(nameOf(key_, "total", "all")),
        codes: codes.get(nameOf(key_, "total", "all")) ?? [],
      };
      const blank = { n: everybody.n - true_.answered, records: everybody.records - BigInt(true_.answeredRecords) };
      const own = codes.get(name) ?? [];
      const isExact = breakdown === "total" && rule.totals === "exact";
      const isPartly = rule.totals === "protected" || (total.base?.answered ?? 0) < sheets.length;
      const expected = isExact
        ? {
            ...{ base: true_.base, unanswered: blank.n, respondents: item.repeated ? true_.respondents : null },
            ...(statistics.get(name) ?? NO_STATISTICS),
            counts: Object.fromEntries(own.map(({ code, rank, n }) => [labelOf(code, rank), n])),
          }
        : protectedFigure(
            { item, place: `${breakdown}/${group}`, true_, blank: isPartly ? blank : null, own, total: total.codes },
            rule,
            key,
          );
      return { obstacle: entryObstacle(true_, rule), true_, expected };
    },
  };
}

const NOBODY = {
  answered: 0,
  respondents: 0,
  base: 0,
  answeredRecords: "0",
  records: "0",
  ids: [],
  organisations: [],
  entryOrganisations: [],
};
const NO_STATISTICS = { mean: null, sd: null, q1: null, median: null, q3: null };
const labelOf = (code: string, rank: number | null) => (rank === null ? code : `${code} ${rank}`);

const isMeasured = ({ scale, codes }: ListedItem) =>
  scale === "ordinal" && codes.every(({ missing, number }) => missing || number !== null);

/** Rule 2 for the valid answers; of repeated groups no organisation may have most of the entries either. */
function entryObstacle({ organisations, entryOrganisations }: Base, rule: PublishedRule): string {
  const shares = [...Map.groupBy(entryOrganisations, (one) => one).values()].map((same) => same.length);
  if (Math.max(0, ...shares) > entryOrganisations.length * rule.largestShare)
    return "one organisation's entries dominate";
  return obstacleOf(organisations, rule);
}

type Facts = {
  item: ListedItem;
  place: string;
  true_: Base;
  blank: { n: number; records: bigint } | null;
  own: readonly Code[];
  total: readonly Code[];
};

/** A figure of which every count is protected; what nobody gave in the group has noise where somebody may have given it. */
function protectedFigure(
  { item, place, true_, blank, own, total }: Facts,
  rule: PublishedRule,
  key: Buffer,
): ExpectedFigure {
  const at = (counted: Omit<Counted, "empty">, code: string, rank: number | null = null) =>
    protect({ ...counted, empty: place }, { item: item.key, code, rank }, rule, key);
  const ofBase = (n: number, code: string) => at({ n, records: BigInt(true_.records) }, code);
  const possible = total.map(({ code, rank }) => ({ code, rank }));
  if (rule.totals === "protected" && item.scale !== "rank") {
    const known = new Set(possible.map(({ code }) => code));
    for (const { code } of item.codes) if (!known.has(code)) possible.push({ code, rank: null });
  }
  const positions = item.codes.map(({ code }) => code);
  possible.sort((a, b) => positions.indexOf(a.code) - positions.indexOf(b.code) || Number(a.rank) - Number(b.rank));
  const shown = possible.map(({ code, rank }) => {
    const counted = own.find((one) => one.code === code && one.rank === rank);
    return { code, rank, n: at({ n: counted?.n ?? 0, records: BigInt(counted?.records ?? 0) }, code, rank) };
  });
  const listed = new Map(item.codes.map((one) => [one.code, one]));
  const valid = shown.filter(({ code }) => !listed.get(code)?.missing);
  const isOne = item.scale === "choice" || item.scale === "ordinal";
  const base = isOne ? valid.reduce((sum, { n }) => sum + n, 0) : ofBase(true_.base, "-base");
  // No code has more than the base, of rankings all positions of a code together.
  const left = new Map(valid.map(({ code }) => [code, base]));
  const capped = shown.map((one) => {
    const n = Math.min(one.n, left.get(one.code) ?? one.n);
    if (left.has(one.code)) left.set(one.code, (left.get(one.code) ?? 0) - n);
    return { ...one, n };
  });
  const values = isMeasured(item) ? valid.flatMap(({ code, n }) => Array<number>(n).fill(Number(code))) : [];
  return {
    base,
    unanswered: blank ? at(blank, "-unanswered") : 0,
    respondents: item.repeated ? Math.min(base, ofBase(true_.respondents, "-respondents")) : null,
    ...describe(values),
    counts: Object.fromEntries(capped.filter(({ n }) => n > 0).map(({ code, rank, n }) => [labelOf(code, rank), n])),
  };
}

function describe(values: number[]): Omit<ExpectedFigure, "base" | "unanswered" | "respondents" | "counts"> {
  if (values.length === 0) return NO_STATISTICS;
  values.sort((a, b) => a - b);
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  // Hyndman & Fan's type 7.
  const quantile = (p: number) => {
    const at = (values.length - 1) * p;
    const low = values[Math.floor(at)] as number;
    const high = values[Math.ceil(at)] as number;
    return low + (at - Math.floor(at)) * (high - low);
  };
  return {
    mean,
    sd: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : null,
    ...{ q1: quantile(0.25), median: quantile(0.5), q3: quantile(0.75) },
  };
}
