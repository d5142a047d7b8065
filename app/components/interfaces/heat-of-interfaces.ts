import { ASPECTS } from "#surveys/interfaces.ts";
import type { Interface, Part } from "../../domain/interfaces/rank-interfaces.ts";
import { formatCount, formatPercent } from "../../format.ts";
import type { Locale, Texts } from "../../locales/index.ts";
import type { HeatModel } from "../charts/heat-model.ts";
import { stepOf } from "../charts/palette.ts";

/** Fields by the five points of cooperation; each share with its counts, or `bare` where these are too small to read. */
export function heatOf(
  ranked: readonly (Interface & { name: string })[],
  key: string,
  t: Texts["interfaces"],
  locale: Locale,
  bare = false,
): HeatModel {
  const cell = (part: Part | null) => {
    if (!part) return null;
    const share = part.n / part.base;
    const detail = t.ofBase(formatCount(part.n, locale), formatCount(part.base, locale));
    return { value: share, text: formatPercent(share, locale), ...(!bare && { detail }), step: stepOf(share, 0, 1) };
  };
  return {
    scale: "div",
    key,
    columns: [
      ...ASPECTS.map((aspect) => ({ key: aspect, label: t.aspects[aspect], n: "" })),
      { key: "strength", label: t.all.strength, n: t.all.strengthNote },
    ],
    hidden: [],
    rows: ranked.map(({ field, name, total, strength }) => ({
      key: field,
      label: name,
      cells: [
        ...ASPECTS.map((aspect) => cell(total[aspect])),
        strength === null ? null : { value: strength, text: formatPercent(strength, locale), step: 0 as const },
      ],
    })),
  };
}

/** How many valid answers stand behind the cells. */
export function basesOf(ranked: readonly Interface[], { all }: Texts["interfaces"], locale: Locale): string {
  const bases = ranked.flatMap(({ total }) => ASPECTS.flatMap((aspect) => total[aspect]?.base ?? []));
  return all.base(formatCount(Math.min(...bases), locale), formatCount(Math.max(...bases), locale));
}
