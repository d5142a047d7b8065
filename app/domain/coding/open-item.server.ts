import type { Db, Tx } from "#db/client.server.ts";
import { findCodingRound, type ItemKey } from "#db/queries/coding-tree.server.ts";
import { readDefinition } from "#surveys/definition.ts";
import type { JsonObject } from "#surveys/json.ts";
import type { Item, Text } from "#surveys/model.ts";
import { releaseHints } from "#surveys/release-hints.ts";
import { Problem } from "../problem.ts";
import { maySomewhere, type Viewer } from "../viewer.ts";

export type CodingRound = NonNullable<Awaited<ReturnType<typeof findCodingRound>>>;

/** A text item of a round that is over, with where it stands. */
export type OpenItem = {
  key: ItemKey;
  round: CodingRound;
  item: Item;
  /** the round is closed and not released yet: only then anything is written */
  open: boolean;
};

/** Where a page of the desk stands: its round and its question. */
export type Place = { roundId: string; round: Text; wave: string; item: string; question: Text; open: boolean };

const known = new Map<string, readonly Item[]>();
const KEPT = 100;

/** The items of a version that hold free text and may enter a release. A version never changes: read once per process. */
export function textItemsOf(versionId: string, source: unknown): readonly Item[] {
  const before = known.get(versionId);
  if (before) return before;
  const { definition } = readDefinition(source as JsonObject);
  if (!definition) throw new Error(`Version ${versionId} was published although it cannot be read.`);
  const hints = releaseHints(definition);
  const items = definition.items.filter((item) => item.scale === "text" && hints.isReleased(item));
  if (known.size >= KEPT) known.delete(known.keys().next().value as string);
  known.set(versionId, items);
  return items;
}

/** The round, if it is over. Throws not-found. */
export async function openCodingRound(db: Db | Tx, roundId: string) {
  const round = await findCodingRound(db, roundId);
  if (!round) throw new Problem("not-found");
  return { round, items: textItemsOf(round.version_id, round.definition) };
}

/** The item, if its round is over and it holds free text. Throws not-found. */
export async function openItem(db: Db | Tx, key: ItemKey): Promise<OpenItem> {
  const { round, items } = await openCodingRound(db, key.roundId);
  const item = items.find((one) => one.key === key.item);
  if (!item) throw new Problem("not-found");
  return { key, round, item, open: round.state === "closed" };
}

/** The same for what is written: throws already-released once the round is evaluated. */
export async function openForChange(db: Db | Tx, key: ItemKey): Promise<OpenItem> {
  const opened = await openItem(db, key);
  if (!opened.open) throw new Problem("already-released");
  return opened;
}

/** Throws not-found unless the person may read and code texts. */
export function assertCodes(viewer: Viewer): void {
  if (!maySomewhere(viewer, "responses.code")) throw new Problem("not-found");
}

export function placeOf({ key, round, item, open }: OpenItem): Place {
  const { title, wave } = round;
  return { roundId: key.roundId, round: title, wave, item: key.item, question: questionOf(item), open };
}

/** The question in words; of one among several fields of a question, that field's too. */
export function questionOf({ title, label }: Item): Text {
  if (title.de === label.de) return title;
  const both = (a: string, b: string) => `${a} – ${b}`;
  return { de: both(title.de, label.de), en: both(title.en ?? title.de, label.en ?? label.de) };
}
