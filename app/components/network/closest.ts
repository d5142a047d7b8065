import type { Contact } from "../../domain/network/graph.ts";

/** Both sides count it among their closest. */
export const isClosest = ({ forth, back }: Contact): boolean => (forth ?? back)?.closest === true;
