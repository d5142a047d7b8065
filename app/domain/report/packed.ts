/**
 * An item as it goes over the wire: its JSON, as one text. In the process that wrote it, where the page is drawn first, it
 * keeps the item itself too, which is not listed and so not sent: nothing is read from a text that was just written.
 */
type PackedItem = { packed: string; readonly item: unknown };

declare const inside: unique symbol;
/** What a loader sends of `T`: in it every item of a release is packed. Only `usePacked` opens it. */
export type Packed<T> = { readonly [inside]: T };

const texts = new WeakMap<object, PackedItem | undefined>();

/**
 * Says that an item of a release will never change, so that its text is written once, and every page may be drawn from it: what
 * tries to change it fails. Gives it back.
 */
export function lasting<T extends object>(item: T): T {
  texts.set(item, undefined);
  return frozen(item);
}

function frozen<T extends object>(part: T): T {
  if (Object.isFrozen(part)) return part;
  for (const inner of Object.values(part)) if (typeof inner === "object" && inner !== null) frozen(inner);
  return Object.freeze(part);
}

/**
 * Packs every lasting item, wherever it stands. Value by value, the encoding of loader data takes as long as everything else
 * that a dashboard needs; a text that was written before costs nothing, and a browser reads it many times faster. `whole`:
 * fields that are packed too, as they stand; they hold nothing that JSON has no word for, such as dates. All else stays.
 */
export function pack<T extends object>(data: T, ...whole: (keyof T)[]): Packed<T> {
  const parts = whole.map((name) => [name, packed(data[name])] as const);
  return packPart({ ...data, ...Object.fromEntries(parts) }) as Packed<T>;
}

function packPart(part: unknown): unknown {
  if (typeof part !== "object" || part === null) return part;
  if (texts.has(part)) return packedItem(part);
  if ("packed" in part) return part;
  if (Array.isArray(part)) return part.map(packPart);
  if (Object.getPrototypeOf(part) !== Object.prototype) return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, packPart(value)]));
}

let last = 0;
const numbers = new WeakMap<object, number>();

/** The same one each time: where an item stands twice, it is sent once. */
function packedItem(item: object): PackedItem {
  const known = texts.get(item);
  if (known) return known;
  const made = packed(item);
  texts.set(item, made);
  numbers.set(made, ++last);
  return made;
}

function packed(item: unknown): PackedItem {
  return Object.defineProperty({ packed: JSON.stringify(item) }, "item", {
    value: item,
    enumerable: false,
  }) as PackedItem;
}

/** A number that stands for the long text of a lasting item, in this process; undefined of all else. */
export const numberOf = (value: unknown): number | undefined =>
  typeof value === "object" && value !== null ? numbers.get(value) : undefined;
