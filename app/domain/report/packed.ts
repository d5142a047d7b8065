/** An item as it goes over the wire: its JSON, as one text. */
export type PackedItem = { packed: string };

declare const inside: unique symbol;
/** What a loader sends of `T`: in it every item of a release is packed. Only `usePacked` opens it. */
export type Packed<T> = { readonly [inside]: T };

const texts = new WeakMap<object, PackedItem | undefined>();

/** Says that an item of a release will never change, so that its text is written once. Gives it back. */
export function lasting<T extends object>(item: T): T {
  texts.set(item, undefined);
  return item;
}

/**
 * Packs every lasting item, wherever it stands. Value by value, the encoding of loader data takes as long as everything else
 * that a dashboard needs; a text that was written before costs nothing, and a browser reads it many times faster. Apart from
 * these items there is little; whatever else a loader sends stays as it is.
 */
export function pack<T>(data: T): Packed<T> {
  return packPart(data) as Packed<T>;
}

function packPart(part: unknown): unknown {
  if (typeof part !== "object" || part === null) return part;
  if (texts.has(part)) return packedItem(part);
  if (Array.isArray(part)) return part.map(packPart);
  if (Object.getPrototypeOf(part) !== Object.prototype) return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, packPart(value)]));
}

/** The same one each time: where an item stands twice, it is sent once. */
function packedItem(item: object): PackedItem {
  const made = texts.get(item) ?? { packed: JSON.stringify(item) };
  texts.set(item, made);
  return made;
}

export const isPacked = (value: unknown): value is PackedItem =>
  typeof value === "object" && value !== null && "packed" in value && typeof value.packed === "string";
