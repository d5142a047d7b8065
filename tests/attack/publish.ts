import { recordKey } from "#app/domain/disclosure/record-keys.ts";
import { compositionOf, type DisclosureRule, satisfies } from "#app/domain/disclosure/rule.ts";
import { PANEL } from "#app/domain/disclosure/withholding.ts";
import { attributesFor, formBreakdowns } from "#app/domain/release/breakdowns.ts";
import {
  type ChosenPanel,
  choosePanel,
  leftOutOf,
  type PanelWave,
  panelShown,
} from "#app/domain/release/choose-panel.ts";
import { type Counted, type Frozen, freeze, type ReleasedItem } from "#app/domain/release/figures.ts";
import { withPanel } from "#app/domain/release/freeze-panel.ts";
import { UNLISTED } from "#db/queries/statistics.server.ts";
import type { KnownRespondent, PublishedRelease } from "./attacker/published.ts";
import { countAnswers } from "./count.ts";
import type { Network, Sheet } from "./network.ts";
import { QUESTIONS } from "./questions.ts";

/** Everything that was published of one wave, and who answered it when. */
export type PublishedWave = { releases: PublishedRelease[]; respondents: KnownRespondent[]; sheets: Sheet[] };

/** A release with what it was made of, and whoever answered. */
type Made = {
  published: PublishedRelease;
  sheets: readonly Sheet[];
  frozen: Frozen;
  key: Uint8Array;
  recordOf: ReadonlyMap<string, number>;
  total: Counted;
  shown: PanelWave;
};

/**
 * Releases every wave of a network as production does: interim totals where enough answers are new, and the final figures;
 * `panels`: with those of whoever answered the wave before as well.
 */
export function publishNetwork(network: Network, rule: DisclosureRule, panels = false): PublishedWave[] {
  let before: Made | undefined;
  return network.waves.map((sheets, wave) => {
    const key = Uint8Array.from({ length: 32 }, (_, i) => (network.seed >> ((i % 4) * 8)) + wave + i);
    const recordOf = new Map(sheets.map(({ id }) => [id, recordKey(key, id)]));
    const interims = interimSheets(sheets, rule);
    const final = makeRelease(sheets, { number: interims.length + 1, kind: "final", rule, key, recordOf });
    const made = panels && before ? addPanel(final, before, rule) : final;
    before = made;
    const releases = [
      ...interims.map(
        (here, at) => makeRelease(here, { number: at + 1, kind: "interim", rule, key, recordOf }).published,
      ),
      made.published,
    ];
    const respondents = sheets.map((sheet): KnownRespondent => {
      const { id, organisation, values } = sheet.project;
      const after = interims.filter((here) => !here.includes(sheet)).length;
      return { id: sheet.id, project: id, organisation, values, after };
    });
    return { releases, respondents, sheets };
  });
}

/** Who is in each interim release: at most two, each only where those who are new satisfy the rule. */
function interimSheets(sheets: readonly Sheet[], rule: DisclosureRule): Sheet[][] {
  const made: Sheet[][] = [];
  for (const stage of [0, 1]) {
    const here = sheets.filter((sheet) => sheet.stage <= stage);
    const before = made.at(-1) ?? [];
    if (
      rule.subtraction === "allowed" ||
      isEnough(
        here.filter((sheet) => !before.includes(sheet)),
        rule,
      )
    )
      made.push(here);
  }
  return made;
}

const isEnough = (sheets: readonly Sheet[], rule: DisclosureRule): boolean =>
  satisfies(rule, compositionOf(sheets.map(({ project }) => project.organisation)));

type Making = Pick<PublishedRelease, "number" | "kind"> & {
  rule: DisclosureRule;
  key: Uint8Array;
  recordOf: ReadonlyMap<string, number>;
};

/** One release through the pure parts of production, and of it what a reader sees. */
function makeRelease(sheets: readonly Sheet[], { number, kind, rule: given, key, recordOf }: Making): Made {
  // Exact totals are for final releases alone.
  const rule: DisclosureRule = kind === "final" ? given : { ...given, totals: "protected" };
  const respondents = sheets.map(({ id, project: { organisation, values } }) => ({ id, organisation, values }));
  const groups = formBreakdowns(respondents, kind === "final" ? attributesFor("confidential") : [], rule);
  const valuesOf = new Map(respondents.map(({ id, values }) => [id, values]));
  const counted = countAnswers(groups, sheets, (id) => recordOf.get(id) ?? 0);
  const frozen = freeze(ITEMS, groups, counted, rule, UNLISTED_CODE, { key, respondents });
  const published = {
    ...{ number, kind, rule },
    groups: groups.map(({ breakdown, group_code: code, ids }) => {
      const values = ids.map((id) => valuesOf.get(id)?.[breakdown] ?? "");
      return { breakdown, code, values: [...new Set(values)] };
    }),
    ...seen(frozen),
  };
  const blanks = [...Map.groupBy(counted.blanks, ({ item }) => item)].map(
    ([item, rows]) => [item, new Set(rows.map(({ responseId }) => responseId))] as const,
  );
  const withheld = new Map(frozen.items.map((one) => [one.item, one.withheld]));
  const shown = { respondents, groups, blanks: new Map(blanks), withheld };
  return { published, sheets, frozen, key, recordOf, total: counted, shown };
}

/** What a reader sees of items and figures. */
function seen({ items, figures }: Frozen): Pick<PublishedRelease, "items" | "figures"> {
  return {
    items: items.map(({ item, scale, codes, withheld }) => ({
      ...{ item, withheld, scale: scale as "choice" | "ordinal" | "multiple" },
      codes: codes.map(({ code, missing }) => ({ code, missing: missing === true })),
    })),
    figures: figures.map(({ item, breakdown, group_code: group, base, unanswered, counts }) => {
      return { item, breakdown, group, base, unanswered, counts: counts.map(({ code, n }) => ({ code, n })) };
    }),
  };
}

/** The release with the panel that it has with the wave before, where it may have one. */
function addPanel(made: Made, before: Made, rule: DisclosureRule): Made {
  const places = new Map(before.sheets.map(({ id, project }) => [project.id, id]));
  const partners = new Map(
    made.sheets.flatMap(({ id, project }) => {
      const other = places.get(project.id);
      return other === undefined ? [] : [[id, other] as const];
    }),
  );
  const items = ITEMS.map(({ key }) => key);
  const chosen = choosePanel(items, made.shown, before.shown, partners, rule);
  if (!chosen) return made;
  const waves = {
    now: { wave: "now", key: made.key, total: made.total, panel: countPanel(made, chosen, "now") },
    before: { wave: "before", key: before.key, total: before.total, panel: countPanel(before, chosen, "before") },
  };
  const frozen = withPanel(made.frozen, ITEMS, chosen, waves, rule, UNLISTED_CODE);
  const groups = frozen.groups.filter(({ breakdown }) => breakdown === PANEL);
  const withheld = new Map(frozen.items.map((one) => [one.item, one.withheld]));
  const shownItems = [...chosen.items.keys()];
  const own = panelShown(
    { whole: chosen.whole, shown: shownItems },
    { now: made.shown.blanks, before: before.shown.blanks },
  );
  return {
    ...made,
    frozen,
    published: {
      ...made.published,
      groups: [
        ...made.published.groups,
        ...groups.map(({ group_code: code }) => ({ breakdown: PANEL, code, values: [] })),
      ],
      ...seen(frozen),
    },
    shown: { ...made.shown, withheld, own },
  };
}

function countPanel({ sheets, recordOf }: Made, chosen: ChosenPanel, group: "now" | "before"): Counted {
  const leftOut = new Map(
    [...Map.groupBy(leftOutOf(chosen, group), ({ item }) => item)].map(
      ([item, rows]) => [item, new Set(rows.map(({ responseId }) => responseId))] as const,
    ),
  );
  const label = { de: "" };
  const panel = { breakdown: PANEL, group_code: group, ids: chosen.whole[group] };
  const groups = [{ ...panel, position: 0, breakdown_label: label, label, n: panel.ids.length }];
  return countAnswers(groups, sheets, (id) => recordOf.get(id) ?? 0, leftOut);
}

const UNLISTED_CODE = { code: UNLISTED, label: { de: "" } };

/** The questions as production's definitions would give them. */
const ITEMS = QUESTIONS.map(({ key, scale, shares, missing }): ReleasedItem => {
  const text = { de: key };
  const codes = Object.keys(shares).map((code) => ({
    code,
    label: { de: code },
    ...(scale === "ordinal" ? { number: Number(code) } : {}),
  }));
  const missed = missing ? [{ code: missing.code, label: { de: missing.code }, missing: true }] : [];
  return {
    key,
    question: key,
    scale,
    title: text,
    label: text,
    codes: [...codes, ...missed],
    repeated: false,
    polarity: "neutral",
  };
});
