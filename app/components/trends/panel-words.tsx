import type { Changed } from "../../domain/trends/compare-waves.ts";
import type { Line } from "../../domain/trends/follow-items.ts";
import type { PanelReport } from "../../domain/trends/panel.ts";
import { formatCount, formatPercent } from "../../format.ts";
import { paths } from "../../paths.ts";
import { useLocale, useTexts } from "../texts.ts";

/** How the same projects answered both times, beside a change of everybody. Nothing where that is not shown. */
export function PanelSentence({ changed: { line } }: { changed: Changed }) {
  const { panel: t } = useTexts().trends;
  const locale = useLocale();
  if (line.panel === null || line.panel === "withheld") return null;
  const { before, after } = line.panel;
  return (
    <p className="figure__range">
      {t.said(formatCount(after.base, locale), formatPercent(before.value, locale), formatPercent(after.value, locale))}
    </p>
  );
}

/** Where the rule hides the same projects, for some lines or all of them. */
export function PanelWithheld({ lines }: { lines: readonly Pick<Line, "panel">[] }) {
  const { panel: t } = useTexts().trends;
  const withheld = lines.filter(({ panel }) => panel === "withheld").length;
  if (withheld === 0) return null;
  return (
    <p className="figure__withheld">
      {withheld === lines.length ? t.withheld : t.withheldSome} <a href={paths.rule()}>{t.rule}</a>
    </p>
  );
}

type PanelNoteProps = { panel: PanelReport | null; before: string; now: string };

/** How many answered in both waves, or that there are no figures of them. */
export function PanelNote({ panel, before, now }: PanelNoteProps) {
  const { panel: t } = useTexts().trends;
  const locale = useLocale();
  const n = panel?.breakdown.groups[0]?.n;
  return (
    <p className="table-note">
      {n === undefined ? t.none : t.some(formatCount(n, locale), before, now)} <a href={paths.rule()}>{t.rule}</a>
    </p>
  );
}
