import type { Tx } from "#db/client.server.ts";
import type { Blank, CountedCell } from "#db/queries/statistics.server.ts";
import * as statistics from "#db/queries/statistics.server.ts";
import type { Item } from "#surveys/model.ts";
import type { Respondent } from "../disclosure/groups.ts";
import { withParents } from "../disclosure/hierarchy.ts";
import { recordKey } from "../disclosure/record-keys.ts";
import { TOTAL } from "../disclosure/withholding.ts";
import type { ReleaseGroup } from "./breakdowns.ts";
import { type Counted, isCoded, isMeasured, isRanked, listedCodes, type ReleasedItem, type Secret } from "./figures.ts";

/** Whose answers a release of the round counts, with the attributes of the opening day. */
export async function readRespondents(tx: Tx, roundId: string): Promise<Respondent[]> {
  const rows = await statistics.listRespondents(tx, roundId);
  return rows.map(({ response_id: id, organisation_id: organisation, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([code, list]) => [code, list[0]]));
    return { id, organisation, values: withParents(values) };
  });
}

type Counting = {
  roundId: string;
  items: readonly ReleasedItem[];
  groups: readonly ReleaseGroup[];
  secret: Secret;
  /** codes of free texts, which stand in no answer */
  cells: readonly CountedCell[];
  /** of a panel: who does not count for an item */
  leftOut?: readonly Blank[];
  /** whether it is asked who gave no valid answer; where there are breakdowns if left out */
  withBlanks?: boolean;
};

/** Counts the answers to the items within the groups: the only part of a release that reads answers. */
export async function countAnswers(tx: Tx, given: Counting): Promise<Counted> {
  const { items, groups } = given;
  const counting = countingOf(given);
  const keysOf = (wanted: (item: Item) => boolean) => items.filter(wanted).map((item) => item.key);
  // Without breakdowns there is nothing to subtract.
  const { withBlanks = groups.some(({ breakdown }) => breakdown !== TOTAL) } = given;
  await statistics.allowCounting(tx);
  return {
    bases: await statistics.countBases(tx, counting),
    codes: await statistics.countCodes(tx, counting, { coded: keysOf(isCoded), ranked: keysOf(isRanked) }),
    values: await statistics.countValues(tx, counting, keysOf(isMeasured)),
    blanks: withBlanks ? await statistics.listBlanks(tx, counting) : [],
  };
}

/** Who gave no valid answer to each of the items. */
export function readBlanks(tx: Tx, given: Omit<Counting, "cells">): Promise<Blank[]> {
  return statistics.listBlanks(tx, countingOf({ ...given, cells: [] }));
}

function countingOf({ roundId, items, groups, secret, cells, leftOut }: Counting): statistics.Counting {
  const places = new Map(secret.respondents.map(({ id }, place) => [id, place]));
  const respondents = secret.respondents.map(({ id, organisation }) => ({
    responseId: id,
    organisationId: organisation,
    recordKey: recordKey(secret.key, id),
  }));
  const counted = groups.map(({ breakdown, group_code: group, ids }) => ({
    ...{ breakdown, group },
    members: ids.map((id) => places.get(id) as number),
  }));
  return {
    ...{ roundId, respondents, cells, leftOut, groups: counted },
    items: items.map(({ key }) => key),
    codes: listedCodes(items),
  };
}
