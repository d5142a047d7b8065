import type { Respondent } from "../disclosure/groups.ts";
import { formPanel, type Panel, type PanelSide } from "../disclosure/panel.ts";
import type { DisclosureRule } from "../disclosure/rule.ts";
import { NOW, PANEL, TOTAL } from "../disclosure/withholding.ts";
import { formingRule, type ReleaseGroup } from "./breakdowns.ts";

/** Everything that a final release of one wave shows, as sets of respondents. */
export type PanelWave = {
  respondents: readonly Respondent[];
  /** its total and breakdowns, without panels */
  groups: readonly Pick<ReleaseGroup, "breakdown" | "ids">[];
  /** who gave no valid answer, by item */
  blanks: ReadonlyMap<string, ReadonlySet<string>>;
  /** the breakdowns that it withholds, by item */
  withheld: ReadonlyMap<string, readonly string[]>;
  /** the panel that it has with the wave before it: of everything, and by item */
  own?: { whole: readonly string[]; items: ReadonlyMap<string, readonly string[]> };
};

/** Who is in the panel of a release at all, and of each item that shows it. */
export type ChosenPanel = { whole: Panel; items: Map<string, Panel> };

/**
 * The panel of a release with the wave before it, for those of the items that may show it: given up before any breakdown is.
 * It is formed of one respondent more than the rule asks of an item, as breakdowns are. Undefined where nothing is left.
 */
export function choosePanel(
  items: readonly string[],
  now: PanelWave,
  before: PanelWave,
  partners: ReadonlyMap<string, string>,
  rule: DisclosureRule,
): ChosenPanel | undefined {
  const whole = formPanel(wholeOf(now), wholeOf(before), partners, rule, formingRule(rule));
  if (!whole) return undefined;
  const known = new Map<string, Panel | undefined>();
  const chosen = new Map<string, Panel>();
  for (const item of items) {
    // Items that the same people left out, and that show the same, share one answer.
    const asked = JSON.stringify(
      [now, before].map((wave) => [[...(wave.blanks.get(item) ?? [])].sort(), shownOf(wave, item)]),
    );
    if (!known.has(asked)) known.set(asked, formPanel(sideOf(now, item), sideOf(before, item), partners, rule));
    const panel = known.get(asked);
    if (panel) chosen.set(item, panel);
  }
  return chosen.size > 0 ? { whole, items: chosen } : undefined;
}

function wholeOf({ respondents, groups, own }: PanelWave): PanelSide {
  const shown = groups.filter(({ breakdown }) => breakdown !== TOTAL).map(({ ids }) => ids);
  return { answering: respondents, groups: own ? [...shown, own.whole] : shown };
}

/** Places of the groups that an item shows, and whether its own panel is among them. */
function shownOf({ groups, withheld, own }: PanelWave, item: string): { places: number[]; own: readonly string[] } {
  const hidden = withheld.get(item) ?? [];
  const places = [...groups.keys()].filter((place) => {
    const breakdown = groups[place]?.breakdown ?? TOTAL;
    return breakdown !== TOTAL && !hidden.includes(breakdown);
  });
  return { places, own: hidden.includes(PANEL) ? [] : (own?.items.get(item) ?? []) };
}

function sideOf(wave: PanelWave, item: string): PanelSide {
  const blank = wave.blanks.get(item) ?? new Set();
  const shown = shownOf(wave, item);
  const groups = shown.places.map((place) => (wave.groups[place]?.ids ?? []).filter((id) => !blank.has(id)));
  const answering = wave.respondents.filter(({ id }) => !blank.has(id));
  return { answering, groups: shown.own.length > 0 ? [...groups, shown.own] : groups };
}

/** Who is in the panel and does not count for an item, in one of the waves: without a valid answer then or the other time. */
export function leftOutOf({ whole, items }: ChosenPanel, wave: keyof Panel): { item: string; responseId: string }[] {
  return [...items].flatMap(([item, panel]) => {
    const counted = new Set(panel[wave]);
    return whole[wave].filter((id) => !counted.has(id)).map((responseId) => ({ item, responseId }));
  });
}

/** The panel of an earlier release with the wave before it, from what that release shows: undefined where it has none. */
export function panelShown(
  { whole, shown }: { whole: Panel; shown: readonly string[] },
  blanks: Record<keyof Panel, ReadonlyMap<string, ReadonlySet<string>>>,
): NonNullable<PanelWave["own"]> {
  const items = shown.map((item): [string, string[]] => {
    const [now, before] = [blanks.now.get(item), blanks.before.get(item)];
    return [item, whole[NOW].filter((id, i) => !now?.has(id) && !before?.has(whole.before[i] ?? ""))];
  });
  return { whole: whole.now, items: new Map(items) };
}
