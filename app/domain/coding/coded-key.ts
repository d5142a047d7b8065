/** Stands behind an item's key for what was coded of it: no item of a definition can have this name. */
const CODED = "/~codes";

/** The key of an item that holds the codes of a free text. */
export const codedKey = (item: string): string => item + CODED;

export const isCodedKey = (item: string): boolean => item.endsWith(CODED);
