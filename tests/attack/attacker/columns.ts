import type { Panel } from "./panels.ts";
import {
  EVERYBODY,
  type KnownRespondent,
  type KnownWave,
  keyOf,
  membersOf,
  type PublicRule,
  type PublishedItem,
  type PublishedRelease,
} from "./published.ts";

/** Value of who left a question out, and of who did not choose an option. */
const BLANK = "-blank";
const NOT = "-not";

/** What a panel says about one value: so many of these have it and are counted, each with this probability. */
export type PanelObservation = Omit<Observation, "breakdown" | "exact"> & { source: string; counted: number };

/** What a release says about one value of a column: so many of these respondents have it. */
export type Observation = {
  breakdown: string;
  positions: readonly number[];
  value: number;
  published: number;
  exact: boolean;
};

/**
 * A breakdown whose groups say something about who gave a valid answer at all: it is shown; or a group of its own is the
 * reason why it is withheld; or it may be withheld because of what it would give away beside the others.
 */
export type Shown = { groups: readonly (readonly number[])[]; why: "shown" | "own" | "unclear" };

/** Breakdowns are accepted in the order in which they stand, but these last, because they refine another. */
const REFINING = ["land"];

/**
 * One thing that the attacker wants to know of everybody: an item of which each respondent has exactly one value, or one
 * option of an item with several.
 */
export type Column = {
  item: string;
  /** the option, of items with several */
  option: string | undefined;
  values: readonly string[];
  /** positions in `values` of what is no valid answer */
  invalid: readonly number[];
  /** value of each respondent as far as the attacker knows it beforehand, else −1 */
  known: Int8Array;
  /** of the final release */
  final: Observation[];
  /** of the interim releases, in their order */
  interim: Observation[][];
  /** of those who answered a neighbouring wave as well */
  panel: PanelObservation[];
  /** so many of these respondents at most gave no valid answer, since a panel is shown */
  gaps: { positions: readonly number[]; most: number }[];
  shown: Shown[];
  /** of each respondent */
  organisations: readonly string[];
};

/** Every column of a wave with all that its releases say about it. */
export function columnsOf(
  releases: readonly PublishedRelease[],
  respondents: readonly KnownRespondent[],
  panels: readonly Panel[],
): Omit<Column, "known">[] {
  const final = releases.at(-1);
  if (!final) return [];
  const members = new Map(releases.map((release) => [release, membersOf(release, respondents)]));
  return final.items.flatMap((item) =>
    valuesOf(item).map(({ option, values, invalid }) => {
      const observed = releases.map((release) =>
        observations(release, item, values, members.get(release) ?? new Map()),
      );
      return {
        item: item.item,
        option,
        values,
        invalid,
        final: observed.at(-1) ?? [],
        interim: observed.slice(0, -1),
        panel: panels.flatMap((panel) => panelObservations(panel, item.item, values, invalid)),
        gaps:
          option === undefined ? panels.flatMap((one) => gapsOf(one, item.item, respondents.length, final.rule)) : [],
        organisations: respondents.map(({ organisation }) => organisation),
        shown:
          option === undefined
            ? [
                ...shownOf(final, item, members.get(final) ?? new Map()),
                ...panels.flatMap((panel) => shownByPanel(panel, item.item, respondents.length)),
              ]
            : [],
      };
    }),
  );
}

/** A column with the answers that the attacker knows. */
export function withKnown(column: Omit<Column, "known">, { respondents, own }: KnownWave): Column {
  const { item, option, values } = column;
  const known = new Int8Array(respondents.length).fill(-1);
  // An attacker without an organisation knows no answers.
  if (own.size > 0)
    for (const [position, { id }] of respondents.entries()) {
      const answer = own.get(id)?.[item];
      if (answer !== undefined) known[position] = values.indexOf(valueIn(answer, option));
    }
  return { ...column, known };
}

/** The value of an answer, given by its codes, in the column of an option or of the item as a whole. */
export function valueIn(answer: readonly string[], option: string | undefined): string {
  if (option === undefined) return answer[0] ?? BLANK;
  const has = option === BLANK ? answer.length === 0 : answer.includes(option);
  return has ? option : NOT;
}

function valuesOf(item: PublishedItem): { option: string | undefined; values: string[]; invalid: number[] }[] {
  const codes = item.codes.map(({ code }) => code);
  if (item.scale === "multiple") {
    return [...codes, BLANK].map((option) => ({ option, values: [option, NOT], invalid: [] }));
  }
  const values = [...codes, BLANK];
  const invalid = values.flatMap((_, i) => (item.codes[i] === undefined || item.codes[i].missing ? [i] : []));
  return [{ option: undefined, values, invalid }];
}

function observations(
  release: PublishedRelease,
  item: PublishedItem,
  values: readonly string[],
  members: ReadonlyMap<string, number[]>,
): Observation[] {
  return release.figures
    .filter((figure) => figure.item === item.item)
    .flatMap((figure) => {
      const { breakdown } = figure;
      const exact = breakdown === EVERYBODY && release.kind === "final" && release.rule.totals === "exact";
      const positions = members.get(keyOf(breakdown, figure.group)) ?? [];
      const counts = new Map(figure.counts.map(({ code, n }) => [code, n]));
      return values.flatMap((code, value) => {
        if (code === NOT) return [];
        const published = code === BLANK ? figure.unanswered : (counts.get(code) ?? 0);
        return [{ breakdown, positions, value, published, exact }];
      });
    });
}

/** Missing kinds are in no panel. */
function panelObservations(
  { name, members, figures, items }: Panel,
  item: string,
  values: readonly string[],
  invalid: readonly number[],
): PanelObservation[] {
  const figure = figures.find((one) => one.item === item);
  const counted = items.get(item)?.valid;
  if (!figure || counted === undefined) return [];
  const positions = members.map(({ here }) => here);
  const counts = new Map(figure.counts.map(({ code, n }) => [code, n]));
  return values.flatMap((code, value) => {
    if (code === NOT || code === BLANK || invalid.includes(value)) return [];
    return [{ source: name, positions, value, published: counts.get(code) ?? 0, counted }];
  });
}

/** Those who answered one of the waves only. */
function othersOf({ members }: Panel, respondents: number): number[] {
  const inside = new Set(members.map(({ here }) => here));
  return Array.from({ length: respondents }, (_, position) => position).filter((position) => !inside.has(position));
}

/**
 * A panel that is shown has enough valid answers, and so have those who are not in it: whoever answered this wave only, with
 * those whose answer in the other wave was none.
 */
function gapsOf(panel: Panel, item: string, respondents: number, rule: PublicRule): Column["gaps"] {
  const shown = panel.items.get(item);
  if (!shown) return [];
  const positions = panel.members.map(({ here }) => here);
  const gaps = [{ positions, most: positions.length - rule.minimum }];
  if (shown.lost === undefined) return gaps;
  const others = othersOf(panel, respondents);
  return [...gaps, { positions: others, most: others.length - rule.minimum + shown.lost }];
}

/** Where everybody gave a valid answer in the other wave, both sets are known but for who gave none here. */
function shownByPanel(panel: Panel, item: string, respondents: number): Shown[] {
  if (panel.items.get(item)?.lost !== 0) return [];
  const positions = panel.members.map(({ here }) => here);
  return [{ groups: [positions, othersOf(panel, respondents)], why: "shown" }];
}

function shownOf(release: PublishedRelease, item: PublishedItem, members: ReadonlyMap<string, number[]>): Shown[] {
  const breakdowns = [...Map.groupBy(release.groups, ({ breakdown }) => breakdown)];
  const isRefining = ([code]: [string, unknown]) => REFINING.includes(code);
  const accepted = [...breakdowns.filter((one) => !isRefining(one)), ...breakdowns.filter(isRefining)];
  const isShown = (code: string) => code !== EVERYBODY && !item.withheld.includes(code);
  const first = accepted.findIndex(([code]) => isShown(code));
  return accepted.map(([breakdown, groups], place) => ({
    groups: groups.map(({ code }) => members.get(keyOf(breakdown, code)) ?? []),
    why: !item.withheld.includes(breakdown) ? "shown" : first < 0 || place < first ? "own" : "unclear",
  }));
}
