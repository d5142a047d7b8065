import type { PublishedRule } from "./protection.ts";

/** Who submitted: with the organisation and the attributes of the day of opening. */
export type Sheet = { id: string; organisation: string; attributes: Record<string, string[]> };
export type Group = { breakdown: string; group_code: string };
export type Member = { id: string; breakdown: string; group: string };

const REGIONS: Readonly<Record<string, string>> = {
  ...{ hb: "nord", hh: "nord", mv: "nord", ni: "nord", sh: "nord", be: "nordost", bb: "nordost" },
  ...{ sn: "mitteost", st: "mitteost", th: "mitteost", he: "west", nw: "west", rp: "west", sl: "west" },
  ...{ bw: "sued", by: "sued" },
};

/**
 * Who is in which group, from the codes of the groups alone: a group is one value, several joined by "+", all of a region
 * that has no group of its own, what is left of a region ("sued-uebrige"), or what is left of everybody ("uebrige").
 */
export function membersOf(groups: readonly Group[], sheets: readonly Sheet[]): Member[] {
  return [...Map.groupBy(groups, ({ breakdown }) => breakdown)].flatMap(([breakdown, own]) => {
    const groupOf = new Map(own.flatMap(({ group_code }) => group_code.split("+").map((part) => [part, group_code])));
    return sheets.map(({ id, attributes }): Member => {
      const land = attributes.land?.[0] ?? "";
      const value = breakdown === "region5" ? REGIONS[land] : attributes[breakdown]?.[0];
      const region = breakdown === "land" ? REGIONS[land] : undefined;
      const names = breakdown === "total" ? ["all"] : [value, region, `${region}-uebrige`, "uebrige"];
      const group = names.map((name) => groupOf.get(name ?? "")).find(Boolean);
      if (!group) throw new Error(`nobody knows where ${value} belongs in ${breakdown}`);
      return { id, breakdown, group };
    });
  });
}

/** Why rule 2 forbids figures about these organisations, each given once per respondent; "" where it allows them. */
export function obstacleOf(organisations: readonly string[], rule: PublishedRule): string {
  const sizes = [...Map.groupBy(organisations, (one) => one).values()].map((same) => same.length).sort((a, b) => b - a);
  const [largest = 0, second = 0] = sizes;
  if (organisations.length < rule.minimum) return "too few";
  if (sizes.length < rule.organisations) return "too few organisations";
  if (largest > organisations.length * rule.largestShare) return "one organisation dominates";
  if (rule.withoutTwo !== null && organisations.length - largest - second < rule.withoutTwo) return "two dominate";
  return "";
}
