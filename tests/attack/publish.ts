import { recordKey } from "#app/domain/disclosure/record-keys.ts";
import { compositionOf, type DisclosureRule, satisfies } from "#app/domain/disclosure/rule.ts";
import { attributesFor, formBreakdowns } from "#app/domain/release/breakdowns.ts";
import { freeze, type ReleasedItem } from "#app/domain/release/figures.ts";
import { UNLISTED } from "#db/queries/statistics.server.ts";
import type { KnownRespondent, PublishedRelease } from "./attacker/published.ts";
import { countAnswers } from "./count.ts";
import type { Network, Sheet } from "./network.ts";
import { QUESTIONS } from "./questions.ts";

/** Everything that was published of one wave, and who answered it when. */
export type PublishedWave = { releases: PublishedRelease[]; respondents: KnownRespondent[]; sheets: Sheet[] };

/** Releases every wave of a network as production does: interim totals where enough answers are new, and the final figures. */
export function publishNetwork(network: Network, rule: DisclosureRule): PublishedWave[] {
  return network.waves.map((sheets, wave) => {
    const key = Uint8Array.from({ length: 32 }, (_, i) => (network.seed >> ((i % 4) * 8)) + wave + i);
    const interims = interimSheets(sheets, rule);
    const releases = [
      ...interims.map((here, index) => makeRelease(here, { number: index + 1, kind: "interim", rule, key })),
      makeRelease(sheets, { number: interims.length + 1, kind: "final", rule, key }),
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

type Making = Pick<PublishedRelease, "number" | "kind"> & { rule: DisclosureRule; key: Uint8Array };

/** One release through the pure parts of production, and of it what a reader sees. */
function makeRelease(sheets: readonly Sheet[], { number, kind, rule: given, key }: Making): PublishedRelease {
  // Exact totals are for final releases alone.
  const rule: DisclosureRule = kind === "final" ? given : { ...given, totals: "protected" };
  const respondents = sheets.map(({ id, project: { organisation, values } }) => ({ id, organisation, values }));
  const groups = formBreakdowns(respondents, kind === "final" ? attributesFor("confidential") : [], rule);
  const valuesOf = new Map(respondents.map(({ id, values }) => [id, values]));
  const recordOf = new Map(sheets.map(({ id }) => [id, recordKey(key, id)]));
  const counted = countAnswers(groups, sheets, (id) => recordOf.get(id) ?? 0);
  const unlisted = { code: UNLISTED, label: { de: "" } };
  const frozen = freeze(ITEMS, groups, counted, rule, unlisted, { key, respondents });
  return {
    number,
    kind,
    rule,
    groups: groups.map(({ breakdown, group_code: code, ids }) => {
      const values = ids.map((id) => valuesOf.get(id)?.[breakdown] ?? "");
      return { breakdown, code, values: [...new Set(values)] };
    }),
    items: frozen.items.map(({ item, scale, codes, withheld }) => ({
      item,
      scale: scale as "choice" | "ordinal" | "multiple",
      codes: codes.map(({ code, missing }) => ({ code, missing: missing === true })),
      withheld,
    })),
    figures: frozen.figures.map(({ item, breakdown, group_code: group, base, unanswered, counts }) => {
      return { item, breakdown, group, base, unanswered, counts: counts.map(({ code, n }) => ({ code, n })) };
    }),
  };
}

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
