import type { Db } from "#db/client.server.ts";
import * as releases from "#db/queries/releases.server.ts";
import { Problem } from "../problem.ts";
import { keepFrozen } from "../report/kept.server.ts";

/** Items whose figures are in memory at a time, so that a large release streams. */
const ITEMS_PER_STEP = 50;

export type ExportGroup = Awaited<ReturnType<typeof releases.listGroups>>[number];
export type ExportItem = Awaited<ReturnType<typeof releases.listItems>>[number];
export type ExportFigure = releases.FigureRow;

/** One item with the figures of every group for which it may be shown, in the order of the groups. */
export type ItemEntry = { item: ExportItem; shown: { group: ExportGroup; figure: ExportFigure }[] };

/** What every format is made from: the rows of one release and nothing else. */
export type ReleaseContents = {
  release: releases.ReleaseRow;
  /** all breakdowns, the total first */
  groups: ExportGroup[];
  /** in the order of the questionnaire; items without figures among them */
  items: ExportItem[];
  /** approved passages of free texts, by item in random order */
  quotes: { item: string; text: string }[];
  /** goes through the items; figures are read as they are needed */
  walk: () => AsyncIterable<ItemEntry>;
};

/** Everything but the figures. */
type Head = Omit<ReleaseContents, "walk">;

/** Heads that are kept in memory; most are far below a megabyte. */
const KEPT_HEADS = 16;
const keptIn = keepFrozen<Head>(KEPT_HEADS);

/** Opens a release for the formats. `report` is the pool of the report role. Throws not-found. */
export async function openContents(report: Db, releaseId: string): Promise<ReleaseContents> {
  const kept = keptIn(report);
  const head = kept.get(releaseId) ?? (await readHead(report, releaseId));
  kept.set(releaseId, head);
  return { ...head, walk: () => walkItems(report, releaseId, head.groups, head.items) };
}

async function readHead(report: Db, releaseId: string): Promise<Head> {
  const release = await releases.findRelease(report, releaseId);
  if (!release) throw new Problem("not-found");
  const [groups, items, quotes] = await Promise.all([
    releases.listGroups(report, releaseId),
    releases.listItems(report, releaseId),
    releases.listQuotes(report, releaseId),
  ]);
  return { release, groups, items, quotes };
}

async function* walkItems(
  report: Db,
  releaseId: string,
  groups: readonly ExportGroup[],
  items: readonly ExportItem[],
): AsyncGenerator<ItemEntry> {
  for (let from = 0; from < items.length; from += ITEMS_PER_STEP) {
    const step = items.slice(from, from + ITEMS_PER_STEP);
    const keys = step.map(({ item }) => item);
    yield* entriesOf(step, groups, await releases.listFiguresOfItems(report, releaseId, keys));
  }
}

/** Puts figures to their items and groups, both in their own order. */
export function entriesOf(
  items: readonly ExportItem[],
  groups: readonly ExportGroup[],
  figures: readonly ExportFigure[],
): ItemEntry[] {
  const byPlace = new Map(figures.map((row) => [JSON.stringify([row.item, row.breakdown, row.group_code]), row]));
  return items.map((item) => ({
    item,
    shown: groups.flatMap((group) => {
      const figure = byPlace.get(JSON.stringify([item.item, group.breakdown, group.group_code]));
      return figure ? [{ group, figure }] : [];
    }),
  }));
}
