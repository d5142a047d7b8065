import { concord } from "#surveys/concordance.ts";
import { ASPECTS, type Aspect } from "#surveys/interfaces.ts";
import type { ReportItem } from "../figures.ts";
import { asAsked } from "../report/as-asked.ts";
import {
  averageOf,
  type Interface,
  type InterfaceBlocks,
  itemsOf,
  type Part,
  rankInterfaces,
} from "./rank-interfaces.ts";

/** One aspect of a field beside the mean of all fields, and beside the wave before. */
export type ProfileLine = {
  aspect: Aspect;
  own: Part | null;
  /** from 0 to 1 */
  average: number | null;
  /** of the wave before; null too where it asked otherwise */
  before: Part | null;
  /** `same` was asked in the same words · `reworded` in others · `apart` may not be compared, or was not asked */
  asked: "same" | "reworded" | "apart";
};

/** The profile of one field, aspect by aspect. What was measured otherwise in the wave before is left out there. */
export function profileOf(
  field: string,
  ranked: readonly Interface[],
  now: InterfaceBlocks,
  before: InterfaceBlocks | null,
): ProfileLine[] {
  const average = averageOf(ranked);
  const own = ranked.find((one) => one.field === field)?.total;
  const earlier = before ? rankInterfaces(before).find((one) => one.field === field)?.total : undefined;
  const [items, old] = [itemsOf(now, field), before ? itemsOf(before, field) : undefined];
  return ASPECTS.map((aspect): ProfileLine => {
    const asked = askedAlike(items[aspect], old?.[aspect], countsAlike(aspect, now, before));
    return {
      ...{ aspect, asked, own: own?.[aspect] ?? null, average: average[aspect] },
      before: asked === "apart" ? null : (earlier?.[aspect] ?? null),
    };
  });
}

/** Whether both count an aspect from the same code on. */
function countsAlike(aspect: Aspect, now: InterfaceBlocks, before: InterfaceBlocks | null): boolean {
  if (aspect !== "contact" && aspect !== "form") return true;
  return now.asked[aspect].from === before?.asked[aspect].from;
}

function askedAlike(now: ReportItem | undefined, before: ReportItem | undefined, alike: boolean): ProfileLine["asked"] {
  if (!now || !before || !alike) return "apart";
  const [found] = concord([asAsked(before)], [asAsked(now)]);
  if (found?.change === "identical") return "same";
  return found?.change === "reworded" ? "reworded" : "apart";
}
