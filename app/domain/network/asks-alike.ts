import { concord } from "#surveys/concordance.ts";
import type { Item } from "#surveys/model.ts";
import { UNLISTED } from "../microdata/variables.ts";

/** The question about contacts as a release froze it. */
export type AskedContact = Omit<Item, "repeated">;

/**
 * True where two waves asked for contacts in ways that may be compared: the same item that measures the same, whatever the words.
 * Who stands on the list is no part of what was asked.
 */
export function asksAlike(before: AskedContact | undefined, now: AskedContact | undefined): boolean {
  if (!before || !now) return false;
  const asItem = (one: AskedContact): Item => ({
    ...{ ...one, repeated: false },
    codes: one.codes.filter(({ code }) => code !== UNLISTED),
  });
  return concord([asItem(before)], [asItem(now)]).every(
    ({ change }) => change === "identical" || change === "reworded",
  );
}
