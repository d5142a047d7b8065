import type { ReleaseGroupTable } from "#db/tables/release.ts";
import type { Text } from "#surveys/model.ts";
import { formatList } from "../../format.ts";
import { LOCALES, type Locale, textsOf } from "../../locales/index.ts";
import { chooseBreakdowns } from "../disclosure/choose.ts";
import { type FormedGroup, formGroups, REST, type Respondent } from "../disclosure/groups.ts";
import { ATTRIBUTES, type Attribute } from "../disclosure/hierarchy.ts";
import type { DisclosureRule } from "../disclosure/rule.ts";
import { ALL, TOTAL } from "../disclosure/withholding.ts";

/** A group of a release with its members. */
export type ReleaseGroup = Omit<ReleaseGroupTable, "release_id"> & { ids: string[] };

/** Longer lists of what was merged are not named in the label. */
const NAMED_AT_MOST = 4;

/**
 * Groups are formed from one respondent more than the rule asks of an item. Otherwise a group of just the minimum would
 * take the whole breakdown along at every item that a single one of its members left out.
 */
const MARGIN = 1;

/** The rule by which breakdowns are formed; items are checked against the rule itself. */
export const formingRule = (rule: DisclosureRule): DisclosureRule => ({ ...rule, minimum: rule.minimum + MARGIN });

/** The total and every breakdown that the rule and the gate allow, in the order of the chooser, with labels in both languages. */
export function formBreakdowns(
  respondents: readonly Respondent[],
  attributes: readonly Attribute[],
  rule: DisclosureRule,
): ReleaseGroup[] {
  const total: Omit<ReleaseGroup, "position"> = {
    breakdown: TOTAL,
    group_code: ALL,
    breakdown_label: inBoth((locale) => textsOf(locale).attributes.total),
    label: inBoth((locale) => textsOf(locale).attributes.all),
    n: respondents.length,
    ids: respondents.map(({ id }) => id),
  };
  const candidates = attributes.flatMap((attribute) => {
    const groups = formGroups(respondents, attribute, formingRule(rule));
    return groups ? [{ attribute, groups }] : [];
  });
  const groups = chooseBreakdowns(candidates, respondents, rule).flatMap(({ attribute, groups }) =>
    groups.map((group) => ({
      breakdown: attribute.code,
      group_code: group.code,
      breakdown_label: inBoth((locale) => textsOf(locale).attributes.names[attribute.code] ?? attribute.code),
      label: inBoth((locale) => labelOf(group, attribute, locale)),
      n: group.ids.length,
      ids: group.ids,
    })),
  );
  return [total, ...groups].map((group, position) => ({ ...group, position }));
}

/**
 * Attributes of the rounds of this kind. Anonymous answers cannot be joined with a project, so they have none. What a
 * definition excludes takes finer attributes along: Länder would give their region.
 */
export function attributesFor(
  privacy: "named" | "confidential" | "anonymous",
  excluded: readonly string[] = [],
): readonly Attribute[] {
  if (privacy === "anonymous") return [];
  return ATTRIBUTES.filter(
    ({ code, parent }) => ![code, parent?.attribute.code ?? code].some((one) => excluded.includes(one)),
  );
}

function labelOf(group: FormedGroup, attribute: Attribute, locale: Locale): string {
  const t = textsOf(locale).attributes;
  const own = labelsOf(attribute.code, locale)[group.code];
  if (own !== undefined) return own;
  const { parent } = attribute;
  const region = parent && labelsOf(parent.attribute.code, locale)[group.code.replace(`-${REST}`, "")];
  const names = group.codes.map((code) => labelsOf(attribute.code, locale)[code] ?? code);
  if (parent && region !== undefined && group.code in labelsOf(parent.attribute.code, locale)) return region;
  if (names.length > 0 && names.length <= NAMED_AT_MOST) return t.restOf(formatList(names, locale));
  return region === undefined ? t.rest : t.restIn(region);
}

/** Labels of an attribute's codes; the main phenomenon shares those of the phenomena. */
export function labelsOf(attribute: string, locale: Locale): Record<string, string> {
  return textsOf(locale).attributes.codes[attribute === "ph_haupt" ? "ph" : attribute] ?? {};
}

/** A text of ours in every language, as a release freezes it. */
export function inBoth(textIn: (locale: Locale) => string): Text {
  return Object.fromEntries(LOCALES.map((locale) => [locale, textIn(locale)])) as Text;
}
