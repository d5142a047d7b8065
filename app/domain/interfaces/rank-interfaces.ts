import { ASPECTS, type Aspect, type InterfaceQuestions } from "#surveys/interfaces.ts";
import { segment } from "#surveys/json.ts";
import type { Code, Text } from "#surveys/model.ts";
import type { Group, ItemFigures, ReportItem } from "../figures.ts";
import type { ReleaseBlock } from "../report/blocks.ts";
import { bySize } from "../report/by-size.ts";

/** The two questions on interfaces as a release holds them, and what the definition says about them. */
export type InterfaceBlocks = { asked: InterfaceQuestions; contact: ReleaseBlock; detail: ReleaseBlock };

/** So many of so many valid answers; the base is never 0. In groups both are protected. */
export type Part = { n: number; base: number };

/** What everybody or a group says of a field; null where it may not be shown, or nobody answered. */
export type Aspects = Record<Aspect, Part | null>;

export type Interface = {
  /** the row of the field in both questions */
  field: string;
  label: Text;
  total: Aspects;
  /** in the order of the groups */
  groups: Aspects[];
  /** the mean of the five shares, from 0 to 1; null where one is missing */
  strength: number | null;
  /** the item that says most about it: of the aspect in which it lies furthest below the mean of all fields */
  evidence: string;
  /** keys of the items that ask for it, as far as they may be shown */
  items: string[];
};

/**
 * The fields with which projects cooperate, the weakest cooperation first. Each aspect is a share of valid answers:
 * contact and form from the code on that the definition names, quality, reliability and trust by the upper end of their
 * scale. Only those who have contact are asked for the latter four. Fields without all five shares come last, in the order of
 * the questionnaire. Everything is worked out from released counts, in groups from protected ones.
 */
export function rankInterfaces(blocks: InterfaceBlocks, groups: readonly Group[] = []): Interface[] {
  const fields = blocks.contact.items.map((contact): Interface => {
    const field = contact.key.slice(blocks.contact.question.length + 1);
    const items = itemsOf(blocks, field);
    const pick = (of: (item: ReportItem) => ItemFigures | undefined) =>
      Object.fromEntries(ASPECTS.map((aspect) => [aspect, partOf(blocks, aspect, items[aspect], of)])) as Aspects;
    const total = pick(({ figures }) => figures[0]);
    const inGroup = (group: Group) =>
      pick(({ withheld, figures }) =>
        withheld ? undefined : figures.find((one) => one.breakdown === group.breakdown && one.group === group.code),
      );
    const asking = ASPECTS.flatMap((aspect) => items[aspect]?.key ?? []);
    const about = { field, label: contact.label, evidence: contact.key, items: asking };
    return { ...about, total, groups: groups.map(inGroup), strength: strengthOf(total) };
  });
  const average = averageOf(fields);
  for (const one of fields) {
    const aspect = furthestBelow(one.total, average) ?? "contact";
    one.evidence = itemsOf(blocks, one.field)[aspect]?.key ?? one.evidence;
  }
  return fields.sort(
    (a, b) => bySize(b.strength ?? Number.POSITIVE_INFINITY, a.strength ?? Number.POSITIVE_INFINITY) || 0,
  );
}

/** The items that ask for each aspect of a field; undefined where their totals may not be shown. */
export function itemsOf(
  { asked, contact, detail }: InterfaceBlocks,
  field: string,
): Record<Aspect, ReportItem | undefined> {
  const row = `${asked.detail}/${field}`;
  const inColumn = (column: string) => detail.items.find(({ key }) => key === `${row}/${segment(column)}`);
  return {
    contact: contact.items.find(({ key }) => key === `${asked.contact.question}/${field}`),
    form: inColumn(asked.form.column),
    quality: inColumn(asked.quality),
    reliability: inColumn(asked.reliability),
    trust: inColumn(asked.trust),
  };
}

function partOf(
  blocks: InterfaceBlocks,
  aspect: Aspect,
  item: ReportItem | undefined,
  pick: (item: ReportItem) => ItemFigures | undefined,
): Part | null {
  const figures = item && pick(item);
  if (!figures) return null;
  const sum = (codes: readonly Code[]) =>
    figures.counts.reduce((all, one) => all + (codes.some(({ code }) => code === one.code) ? one.n : 0), 0);
  const base = sum(item.codes.filter(({ missing }) => !missing));
  return base > 0 ? { n: sum(countedCodes(blocks, aspect, item)), base } : null;
}

/** The answers that count for an aspect: from the code on that the definition names, else the upper end of the scale. */
export function countedCodes({ asked }: InterfaceBlocks, aspect: Aspect, item: ReportItem): Code[] {
  const valid = item.codes.filter(({ missing }) => !missing);
  if (aspect === "contact" || aspect === "form") {
    const from = valid.findIndex(({ code }) => code === asked[aspect].from);
    return from < 0 ? [] : valid.slice(from);
  }
  const top = item.figures[0]?.derived.top?.codes ?? [];
  return valid.filter(({ code }) => top.includes(code));
}

function strengthOf(total: Aspects): number | null {
  const shares = ASPECTS.map((aspect) => shareOf(total[aspect]));
  if (shares.some((share) => share === null)) return null;
  return shares.reduce<number>((sum, share) => sum + (share ?? 0), 0) / shares.length;
}

/** From 0 to 1. */
export const shareOf = (part: Part | null): number | null => (part ? part.n / part.base : null);

/** The mean share of each aspect over all fields that show it; null where none does. */
export function averageOf(interfaces: readonly Interface[]): Record<Aspect, number | null> {
  const mean = (aspect: Aspect) => {
    const shares = interfaces.flatMap(({ total }) => shareOf(total[aspect]) ?? []);
    return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
  };
  return Object.fromEntries(ASPECTS.map((aspect) => [aspect, mean(aspect)])) as Record<Aspect, number | null>;
}

/** A weak interface in one figure: the aspect in which it lies furthest below the mean of all fields. */
export type WeakInterface = Part & { field: string; label: Text; aspect: Aspect };

/** The weakest interfaces, each with the figure that says most; fewer where fewer have all their figures. */
export function weakestInterfaces(ranked: readonly Interface[], most = 3): WeakInterface[] {
  const average = averageOf(ranked);
  return ranked
    .filter(({ strength }) => strength !== null)
    .slice(0, most)
    .flatMap(({ field, label, total }) => {
      const aspect = furthestBelow(total, average);
      const part = aspect && total[aspect];
      return part ? { field, label, aspect, ...part } : [];
    });
}

/** The aspect that lies furthest below the mean, or least above it; the first of equal ones. */
function furthestBelow(total: Aspects, average: Record<Aspect, number | null>): Aspect | undefined {
  const distances = ASPECTS.flatMap((aspect) => {
    const [own, all] = [shareOf(total[aspect]), average[aspect]];
    return own === null || all === null ? [] : { aspect, distance: own - all };
  });
  return distances.toSorted((a, b) => bySize(b.distance, a.distance))[0]?.aspect;
}
