import type { CodeRow } from "#db/queries/statistics.server.ts";
import { textsOf } from "../../locales/index.ts";
import { GROUP, protectedCount, RESPONDENTS } from "../disclosure/protect.ts";
import { recordKey } from "../disclosure/record-keys.ts";
import type { DisclosureRule } from "../disclosure/rule.ts";
import { ALL, BEFORE, NOW, PANEL, TOTAL } from "../disclosure/withholding.ts";
import { inBoth } from "./breakdowns.ts";
import type { ChosenPanel } from "./choose-panel.ts";
import {
  type Counted,
  type Frozen,
  type FrozenFigure,
  type FrozenGroup,
  isMeasured,
  NOBODY,
  possibleCodes,
  type ReleasedItem,
  sortCounts,
  type Unlisted,
} from "./figures.ts";
import { protectFigure } from "./protection.ts";
import { keyOf } from "./withheld-items.ts";

/** One of both waves, as its answers were counted: of everybody, and of the panel. */
export type CountedWave = {
  /** its name */
  wave: string;
  /** the key of its round */
  key: Uint8Array;
  total: Pick<Counted, "codes">;
  panel: Pick<Counted, "bases" | "codes">;
};

export type PanelWaves = Record<typeof NOW | typeof BEFORE, CountedWave>;

/**
 * A release with the panel beside its breakdowns. Every count has the noise of the round in which it was given, so that the
 * same answers have the same noise in the releases of both; nothing is exact. Whoever gave no valid answer both times is in no
 * base, so that there are no missing kinds. Items that do not show the panel withhold it.
 */
export function withPanel(
  frozen: Frozen,
  items: readonly ReleasedItem[],
  chosen: ChosenPanel | undefined,
  waves: PanelWaves,
  rule: DisclosureRule,
  unlisted: Unlisted,
): Frozen {
  if (!chosen) return frozen;
  const figures = items
    .filter(({ key }) => chosen.items.has(key))
    .flatMap((item) => [NOW, BEFORE].map((group) => figureOf(item, group as keyof PanelWaves, waves, rule, unlisted)));
  const withUnlisted = new Set(
    figures.flatMap(({ item, counts }) => (counts.some(({ code }) => code === unlisted.code) ? item : [])),
  );
  return {
    groups: [...frozen.groups, ...groupsOf(chosen, waves, rule, frozen.groups.length)],
    items: frozen.items.map((item) => {
      const withheld = chosen.items.has(item.item) ? item.withheld : [...item.withheld, PANEL];
      const isKnown = !withUnlisted.has(item.item) || item.codes.some(({ code }) => code === unlisted.code);
      const named = items.find(({ key }) => key === item.item)?.unlisted ?? unlisted.label;
      return { ...item, withheld, codes: isKnown ? item.codes : [...item.codes, { ...unlisted, label: named }] };
    }),
    figures: [...frozen.figures, ...figures],
  };
}

function groupsOf(chosen: ChosenPanel, waves: PanelWaves, rule: DisclosureRule, from: number): FrozenGroup[] {
  const place = { item: GROUP, code: RESPONDENTS, rank: null };
  return ([NOW, BEFORE] as const).map((group, i) => {
    const { wave, key } = waves[group];
    const ids = chosen.whole[group];
    const records = ids.reduce((sum, id) => sum + BigInt(recordKey(key, id)), 0n);
    return {
      breakdown: PANEL,
      group_code: group,
      position: from + i,
      breakdown_label: inBoth((locale) => textsOf(locale).attributes.panel.name),
      label: inBoth((locale) => textsOf(locale).attributes.panel[group](wave)),
      n: protectedCount(ids.length, place, records, key, rule),
    };
  });
}

function figureOf(
  item: ReleasedItem,
  group: keyof PanelWaves,
  waves: PanelWaves,
  rule: DisclosureRule,
  unlisted: Unlisted,
): FrozenFigure {
  const { key, total, panel } = waves[group];
  const missing = new Set(item.codes.flatMap((one) => (one.missing ? one.code : [])));
  const rowsOf = (rows: readonly CodeRow[], place: string) =>
    rows.filter((row) => keyOf(row) === place && !missing.has(row.code));
  const everybody = rowsOf(total.codes, keyOf({ item: item.key, breakdown: TOTAL, group: ALL }));
  const place = keyOf({ item: item.key, breakdown: PANEL, group });
  const own = new Map(rowsOf(panel.codes, place).map((row) => [row.code, row]));
  const codes = possibleCodes(item, everybody, rule)
    .filter(({ code }) => !missing.has(code))
    .map((row) => own.get(row.code) ?? row);
  const base = panel.bases.find((row) => keyOf(row) === place) ?? NOBODY;
  const counted = {
    place: `${PANEL}/${group}`,
    base,
    unanswered: { n: 0, records: 0n, isPossible: false },
    codes: sortCounts(codes, [...item.codes.map(({ code }) => code), unlisted.code]),
  };
  const figure = protectFigure(item, counted, isMeasured(item), rule, key);
  return { item: item.key, breakdown: PANEL, group_code: group, ...figure };
}
