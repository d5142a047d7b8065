import type { Db } from "#db/client.server.ts";
import { type ItemKey, listCodes } from "#db/queries/coding-tree.server.ts";
import type { Text } from "#surveys/model.ts";
import type { Viewer } from "../viewer.ts";
import { codersOf } from "./code-texts.server.ts";
import { assertCodes, openItem, type Place, placeOf } from "./open-item.server.ts";
import { findEarlierTree } from "./read-overview.server.ts";
import { type TreeCode, treeOf } from "./tree.ts";

export type TreePage = {
  place: Place;
  tree: TreeCode[];
  /** somebody codes: changes of meaning need a yes */
  begun: boolean;
  /** the wave before whose tree may be taken over; null once there are codes */
  earlier: { title: Text; wave: string } | null;
};

/** The tree of codes of an item. Throws not-found. */
export async function readTree(db: Db, viewer: Viewer, key: ItemKey): Promise<TreePage> {
  assertCodes(viewer);
  const item = await openItem(db, key);
  const rows = await listCodes(db, key);
  return {
    place: placeOf(item),
    tree: treeOf(rows),
    begun: (await codersOf(db, key)).length > 0,
    earlier: rows.length === 0 ? await findEarlierTree(db, key) : null,
  };
}
