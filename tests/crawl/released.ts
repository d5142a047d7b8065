import { sql } from "kysely";
import { entriesOf, type ReleaseContents } from "#app/domain/export/release-contents.ts";
import type { Db } from "#db/client.server.ts";
import type { ReleasedNetwork } from "./network.ts";

type Row = Record<string, unknown>;
/** What a release holds of ties: undefined where it has none. */
type Network = ReleasedNetwork | undefined;
/** One release as its tables hold it, read by the role that can read nothing else. */
export type Released = {
  release: Row & { release_id: string };
  groups: Row[];
  items: (Row & { item: string; codes: { code: string; number?: number }[] })[];
  figures: Map<string, Row>;
  network: Network;
  /** every text in these rows */
  texts: Set<string>;
  /** the same for the comparison of files */
  contents: ReleaseContents;
};

export const placeOf = (item: unknown, breakdown: unknown, group: unknown) => JSON.stringify([item, breakdown, group]);

/** All releases, or these, by their ids: whole rows, so that a column that is added later is compared as well. */
export async function readReleased(report: Db, only?: readonly string[]): Promise<Map<string, Released>> {
  const { rows: releases } = await sql<Released["release"]>`select * from release`.execute(report);
  const wanted = releases.filter((release) => !only || only.includes(release.release_id));
  const all = await Promise.all(wanted.map((release) => readOne(report, release)));
  return new Map(all.map((one) => [one.release.release_id, one]));
}

async function readOne(report: Db, release: Released["release"]): Promise<Released> {
  const of = async <T>(table: string, order: string) =>
    (
      await sql<T>`select * from ${sql.table(table)} where release_id = ${release.release_id} order by ${sql.raw(order)}`.execute(
        report,
      )
    ).rows;
  const groups = await of<Row>("release_group", "position");
  const items = await of<Released["items"][number]>("release_item", "position");
  const figures = await of<Row>("release_figure", "item, breakdown, group_code");
  const quotes = await of<{ item: string; text: string }>("release_quote", "item, position");
  const [row] = await of<Row>("release_network", "release_id");
  const nodes = await of<ReleasedNetwork["nodes"][number]>("shown_node", "name, project_id");
  const ties = await of<ReleasedNetwork["ties"][number]>("shown_tie", "from_project_id, to_project_id");
  const network = row && { row, nodes, ties };
  const typed = { release, groups, items } as unknown as Pick<ReleaseContents, "release" | "groups" | "items">;
  const entries = entriesOf(typed.items, typed.groups, figures as unknown as Parameters<typeof entriesOf>[2]);
  return {
    ...{ release, groups, items, network },
    texts: new Set(textsIn([release, groups, items, figures, quotes, row, nodes])),
    figures: new Map(figures.map((row) => [placeOf(row.item, row.breakdown, row.group_code), row])),
    contents: {
      ...typed,
      quotes,
      walk: async function* () {
        yield* entries;
      },
    },
  };
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value instanceof Date) return [value.toISOString()];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
