import type { Fault } from "../../problem.ts";
import { affectedBy, completeValues, differingAttributes, PROJECT_ATTRIBUTES, retyped } from "../attributes.ts";
import { changedSince, type DatedValue, valuesOn, withChange } from "../dated-values.ts";
import type { KnownProject } from "./network.ts";
import type { CellChange, When } from "./plan.ts";

export type AttributePlan = {
  changes: CellChange[];
  faults: Fault[];
  /** the project's dated values afterwards */
  rows: DatedValue[];
};

/**
 * What the attributes of a row change, and from when. `already` holds faults of cells: those are not called missing. An
 * export shows the values of the day `shown`: a cell that says the same is no change for a later day either, so it takes
 * back nothing that is planned until then.
 */
export function planAttributes(
  cells: Readonly<Record<string, string[]>>,
  known: KnownProject | undefined,
  when: When & { shown: string },
  already: readonly Fault[],
): AttributePlan {
  const rows = known?.attributes ?? [];
  const typed = known && when.shown < when.from ? retyped(valuesOn(rows, when.shown), cells) : cells;
  const before = valuesOn(rows, when.from);
  const after = completeValues({ ...before, ...typed });
  const named = affectedBy(Object.keys(typed));
  const changed = differingAttributes(before, after).filter((code) => named.includes(code));
  const faults = changed.flatMap((code): Fault[] => {
    const day = changedSince(rows, [code], when);
    return day ? [{ code: "since", path: code === "region5" ? "land" : code, detail: { day } }] : [];
  });
  const missing = known
    ? []
    : PROJECT_ATTRIBUTES.filter(({ code, required }) => required && !cells[code])
        .filter(({ code }) => !already.some(({ path }) => path === code))
        .map(({ code }): Fault => ({ code: "missing", path: code }));
  return {
    // The region follows from the Land and is not told twice.
    changes: changed
      .filter((code) => code !== "region5")
      .map((code) => ({ column: code, before: before[code] ?? [], after: after[code] ?? [] })),
    faults: [...faults, ...missing],
    rows: changed.reduce<DatedValue[]>((all, code) => withChange(all, code, after[code] ?? [], when.from), [...rows]),
  };
}
