import { lazy } from "react";
import type { Need } from "../../domain/needs/rank-needs.ts";
import { formatCount, formatList, quote } from "../../format.ts";
import { type ChartHeight, ChartSlot } from "../charts/chart-slot.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";

const QuadrantChart = lazy(() => import("../charts/quadrant-chart.tsx"));

const HEIGHT = { wide: 460, narrow: 380 };
const NAMED = 5;

type NeedsFigureProps = {
  title: string;
  needs: readonly Need[];
  /** so many are named in the sentence and stand out in the chart */
  named?: number;
  height?: ChartHeight;
  /** so many stand beside the chart with their numbers, where no table follows */
  listed?: number;
};

/** All needs by how important and how far covered they are: a sentence and the field. */
export function NeedsFigure({ title, needs, named = NAMED, height = HEIGHT, listed = 0 }: NeedsFigureProps) {
  const t = useTexts().needs;
  const locale = useLocale();
  const read = useReader();
  const count = (n: number) => formatCount(n, locale);
  const names = needs.slice(0, named).map(({ label }) => quote(read(label), locale));
  const mean = (pick: (need: Need) => number) => needs.reduce((sum, need) => sum + pick(need), 0) / needs.length;
  return (
    <>
      <h2 className="figure__title" id="needs-all">
        {title}
      </h2>
      <p className="figure__base">{basesOf(needs, (low, high) => t.base(count(low), count(high)))}</p>
      <p className="sentence sentence--small figure__sentence">{t.all.sentence(formatList(names, locale))}</p>
      <div className={listed > 0 ? "needs-beside" : undefined}>
        <ChartSlot
          height={height}
          label={listed > 0 ? t.all.chartAlone : t.all.chart}
          picture={{ title, locale, note: t.all.read }}
        >
          {(size) => (
            <QuadrantChart
              size={size}
              locale={locale}
              texts={t.axes}
              middle={{ x: mean(({ total }) => total.coverage.mean), y: mean(({ total }) => total.importance.mean) }}
              points={needs.map(({ label, total }, index) => ({
                number: index + 1,
                label: read(label),
                x: total.coverage.mean,
                y: total.importance.mean,
                strong: index < named,
              }))}
            />
          )}
        </ChartSlot>
        {listed > 0 ? (
          <ol className="needs-beside__list">
            {needs.slice(0, listed).map(({ key, label }) => (
              <li key={key}>{read(label)}</li>
            ))}
          </ol>
        ) : null}
      </div>
      <p className="figure__base">{t.all.read}</p>
    </>
  );
}

/** How many valid answers stand behind the rows. */
function basesOf(needs: readonly Need[], say: (low: number, high: number) => string): string {
  const bases = needs.flatMap(({ total }) => [total.importance.base, total.coverage.base]);
  return say(Math.min(...bases), Math.max(...bases));
}
