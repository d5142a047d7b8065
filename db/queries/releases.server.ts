import { type Insertable, sql } from "kysely";
import { type Db, jsonb, type Tx } from "../client.server.ts";
import type { ReleaseNetworkTable, ReleaseNodeTable, ReleaseTieTable } from "../tables/network.ts";
import type {
  ReleaseFigureTable,
  ReleaseGroupTable,
  ReleaseItemTable,
  ReleaseQuoteTable,
  ReleaseTable,
} from "../tables/release.ts";

/** Rows per insert: thirteen columns each, far below PostgreSQL's limit of parameters. */
const ROWS_PER_INSERT = 1000;

export type ReleaseParts = {
  groups: Omit<ReleaseGroupTable, "release_id">[];
  items: Omit<ReleaseItemTable, "release_id">[];
  figures: Omit<ReleaseFigureTable, "release_id">[];
  quotes: Omit<ReleaseQuoteTable, "release_id">[];
  /** of named rounds that ask for ties */
  network?: NetworkParts;
};

/** Ties between projects with consent, their nodes, and the rest as numbers. */
export type NetworkParts = {
  network: Omit<ReleaseNetworkTable, "release_id">;
  nodes: Omit<ReleaseNodeTable, "release_id">[];
  ties: Omit<ReleaseTieTable, "release_id">[];
};

/** Writes a release: its parts first, the release row last, for that row freezes it. */
export async function insertRelease(tx: Tx, release: Insertable<ReleaseTable>, parts: ReleaseParts): Promise<void> {
  const { release_id } = release;
  for (const rows of chunks(parts.groups)) {
    const values = rows.map((row) => ({
      ...row,
      release_id,
      breakdown_label: jsonb(row.breakdown_label),
      label: jsonb(row.label),
    }));
    await tx.insertInto("release_group").values(values).execute();
  }
  for (const rows of chunks(parts.items)) {
    const values = rows.map((row) => ({
      ...row,
      release_id,
      title: jsonb(row.title),
      label: jsonb(row.label),
      codes: jsonb(row.codes),
    }));
    await tx.insertInto("release_item").values(values).execute();
  }
  for (const rows of chunks(parts.figures)) {
    const values = rows.map((row) => ({ ...row, release_id, counts: jsonb(row.counts) }));
    await tx.insertInto("release_figure").values(values).execute();
  }
  for (const rows of chunks(parts.quotes)) {
    const values = rows.map((row) => ({ ...row, release_id }));
    await tx.insertInto("release_quote").values(values).execute();
  }
  if (parts.network) await insertNetwork(tx, release_id, parts.network);
  await tx
    .insertInto("release")
    .values({ ...release, rule: jsonb(release.rule), title: jsonb(release.title) })
    .execute();
}

async function insertNetwork(tx: Tx, release_id: string, { network, nodes, ties }: NetworkParts): Promise<void> {
  const [attributes, frequencies, kinds] = [
    jsonb(network.attributes),
    jsonb(network.frequencies),
    jsonb(network.kinds),
  ];
  await tx
    .insertInto("release_network")
    .values({ ...network, attributes, frequencies, kinds, release_id })
    .execute();
  for (const rows of chunks(nodes)) {
    const values = rows.map((row) => ({ ...row, release_id, attributes: jsonb(row.attributes) }));
    await tx.insertInto("release_node").values(values).execute();
  }
  for (const rows of chunks(ties)) {
    const values = rows.map((row) => ({ ...row, release_id }));
    await tx.insertInto("release_tie").values(values).execute();
  }
}

export type ReleaseRow = ReleaseTable;

/** Releases, the newest first. */
export function listReleases(report: Db | Tx): Promise<ReleaseRow[]> {
  return report.selectFrom("release").selectAll().orderBy("made_at", "desc").orderBy("release_id").execute();
}

export function findRelease(report: Db, releaseId: string): Promise<ReleaseRow | undefined> {
  return report.selectFrom("release").selectAll().where("release_id", "=", releaseId).executeTakeFirst();
}

/** What tells the releases of a round apart, the newest first. */
export function listReleasesOfRound(db: Db | Tx, roundId: string) {
  return db
    .selectFrom("release")
    .select(["release_id", "kind", "number", "made_at", "method"])
    .where("round_id", "=", roundId)
    .orderBy("number", "desc")
    .execute();
}

/**
 * The waves up to a final release, itself the last: of each round of the same questionnaire and kind of respondents that was
 * closed before, the newest final release.
 */
export async function listWaves(report: Db, releaseId: string): Promise<string[]> {
  const { rows } = await sql<{ release_id: string }>`
    select release_id from (
      select distinct on (wave.round_id) wave.release_id, wave.closed_at, wave.made_at
      from release now join release wave using (questionnaire, respondents)
      where now.release_id = ${releaseId} and wave.kind = 'final' and (
        wave.release_id = now.release_id
        or wave.round_id <> now.round_id and (wave.closed_at, wave.made_at) < (now.closed_at, now.made_at)
      )
      order by wave.round_id, wave.number desc
    ) waves
    order by closed_at, made_at`.execute(report);
  return rows.map((row) => row.release_id);
}

/** Groups of all breakdowns in their order, the total first. */
export function listGroups(report: Db, releaseId: string) {
  return report
    .selectFrom("release_group")
    .select(["breakdown", "group_code", "breakdown_label", "label", "n"])
    .where("release_id", "=", releaseId)
    .orderBy("position")
    .execute();
}

/** Items in the order of the questionnaire. */
export function listItems(report: Db, releaseId: string) {
  return report
    .selectFrom("release_item")
    .select(["item", "position", "question", "scale", "title", "label", "codes", "withheld", "polarity"])
    .where("release_id", "=", releaseId)
    .orderBy("position")
    .execute();
}

/** Keys of the items of which a breakdown is withheld, or the total. */
export async function listWithheld(report: Db, releaseId: string, breakdown: string): Promise<string[]> {
  const rows = await report
    .selectFrom("release_item")
    .select("item")
    .where("release_id", "=", releaseId)
    .where((row) => row(row.val(breakdown), "=", row.fn.any("withheld")))
    .orderBy("position")
    .execute();
  return rows.map(({ item }) => item);
}

const figures = (report: Db, releaseId: string) =>
  report
    .selectFrom("release_figure")
    .select([
      "item",
      "breakdown",
      "group_code",
      "base",
      "unanswered",
      "respondents",
      "mean",
      "sd",
      "q1",
      "median",
      "q3",
      "counts",
    ])
    .where("release_id", "=", releaseId);

export type FigureRow = Awaited<ReturnType<typeof listFigures>>[number];

/** Figures of some breakdowns, for all items. */
export function listFigures(report: Db, releaseId: string, breakdowns: string[]) {
  return figures(report, releaseId).where("breakdown", "in", breakdowns).execute();
}

/** Figures of some items, for all breakdowns: exports go through a release in such steps. */
export function listFiguresOfItems(report: Db, releaseId: string, items: string[]) {
  return figures(report, releaseId).where("item", "in", items).execute();
}

/** Quotes by item, in their frozen order. */
export function listQuotes(report: Db, releaseId: string) {
  return report
    .selectFrom("release_quote")
    .select(["item", "text"])
    .where("release_id", "=", releaseId)
    .orderBy("item")
    .orderBy("position")
    .execute();
}

function* chunks<T>(rows: T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) yield rows.slice(from, from + ROWS_PER_INSERT);
}
