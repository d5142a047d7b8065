import { concord, type Recoding, type Rewording, recodings, rewordings } from "#surveys/concordance.ts";
import type { JsonObject } from "#surveys/json.ts";
import type { Item, Text } from "#surveys/model.ts";
import { type Place, placeOf } from "#surveys/places.ts";
import { beyondWording } from "#surveys/wording.ts";

/** Enough to find an item again: its title, and what tells it from its siblings. */
export type ItemName = { key: string; title: Text; label: Text | null };

export type OtherChange = { path: string; place: Place; properties: string[] };

/** What became of a questionnaire between two versions, for people to read. */
export type Changes = {
  identical: number;
  reworded: (ItemName & { rewordings: Rewording[] })[];
  recoded: (ItemName & { recodings: Recoding[] })[];
  added: ItemName[];
  dropped: ItemName[];
  /** conditions, required marks, limits, order: what items do not show */
  others: OtherChange[];
};

export type Side = { source: JsonObject; items: readonly Item[] };

/** Compares two definitions item by item, and in everything else but their wording. */
export function compareVersions(before: Side, after: Side): Changes {
  const changes: Changes = { identical: 0, reworded: [], recoded: [], added: [], dropped: [], others: [] };
  for (const one of concord(before.items, after.items)) {
    if (one.change === "new") changes.added.push(nameOf(one.after as Item));
    else if (one.change === "dropped") changes.dropped.push(nameOf(one.before as Item));
    else if (one.change === "identical") changes.identical += 1;
    else {
      const [old, now] = [one.before as Item, one.after as Item];
      if (one.change === "reworded") changes.reworded.push({ ...nameOf(now), rewordings: rewordings(old, now) });
      else changes.recoded.push({ ...nameOf(now), recodings: recodings(old, now) });
    }
  }
  const different = Map.groupBy(beyondWording(before.source, after.source), ({ path }) => holderOf(path));
  for (const [path, differences] of different) {
    const properties = [...new Set(differences.map(({ property }) => property))];
    changes.others.push({ path, place: placeOf(after.source, path), properties });
  }
  return changes;
}

export type ChangeCounts = Record<keyof Changes, number>;

export function countsOf(changes: Changes): ChangeCounts {
  const { identical, reworded, recoded, added, dropped, others } = changes;
  return {
    identical,
    ...{ reworded: reworded.length, recoded: recoded.length, added: added.length },
    ...{ dropped: dropped.length, others: others.length },
  };
}

/** The first of each sort, as many as somebody reads. */
export function shortened(changes: Changes): Changes {
  const first = <T>(list: T[]): T[] => list.slice(0, 150);
  const { identical, reworded, recoded, added, dropped, others } = changes;
  return {
    identical,
    ...{ reworded: first(reworded), recoded: first(recoded), added: first(added) },
    ...{ dropped: first(dropped), others: first(others) },
  };
}

/** True where every item measures what it measured before, and nothing but wording differs. */
export function onlyWording(changes: Changes): boolean {
  const { recoded, added, dropped, others } = changes;
  return [recoded, added, dropped, others].every((list) => list.length === 0);
}

function nameOf(item: Item): ItemName {
  const repeats = item.label.de === item.title.de && item.label.en === item.title.en;
  return { key: item.key, title: item.title, label: repeats ? null : item.label };
}

/** The object that a property stands in. */
function holderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}
