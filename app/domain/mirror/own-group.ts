import { REST } from "../disclosure/groups.ts";
import { ATTRIBUTES } from "../disclosure/hierarchy.ts";
import type { Breakdown, Group } from "../figures.ts";

/**
 * The group of a breakdown to which a project belongs, by its values on the day the round opened (with their parents, see
 * `withParents`). Its own value comes first; what was too small stands with the rest of its parent's group, with that group
 * as a whole, or with the remainder of all. Groups that were joined carry both codes. A sound group that the gate joined to a
 * remainder loses its code there: its projects are then told the remainder that is nearest to them.
 */
export function ownGroupOf(
  { code: breakdown, groups }: Breakdown,
  values: Readonly<Record<string, string | undefined>>,
): Group | undefined {
  const attribute = ATTRIBUTES.find(({ code }) => code === breakdown);
  if (!attribute) return undefined;
  const own = values[breakdown];
  const parent = attribute.parent && values[attribute.parent.attribute.code];
  const wanted = [own, ...(parent ? [`${parent}-${REST}`, parent] : []), REST];
  for (const code of wanted) {
    const found = code === undefined ? undefined : groups.find((group) => group.code.split("+").includes(code));
    if (found) return found;
  }
  return undefined;
}
