import { lazy } from "react";
import type { Curve, WaveCurve } from "../../../domain/rounds/desk/curve.ts";
import { formatCount } from "../../../format.ts";
import { ChartSlot } from "../../charts/chart-slot.tsx";
import { FigureTable } from "../../charts/figure-table.tsx";
import { useLocale, useTexts } from "../../texts.ts";

const CurveChart = lazy(() => import("../../charts/curve-chart.tsx"));

const HEIGHT = { wide: 220, narrow: 200 };

/** How returns came in, beside the wave before: a sentence, the curve, and every day as a table. */
export function CurveCard({ curve }: { curve: Curve }) {
  const t = useTexts().desk.curve;
  const locale = useLocale();
  const { now, before, day } = curve;
  const count = (n: number) => formatCount(n, locale);
  const part = ({ invited }: WaveCurve, n: number) => t.part(count(n), invited === null ? null : count(invited));
  const waves = before ? [now, before] : [now];
  const head = ({ wave, invited }: WaveCurve) => t.waveHead(wave, invited === null ? null : count(invited));
  const days = Array.from({ length: Math.max(...waves.map((one) => one.submitted.length)) }, (_, index) => index);
  return (
    <section className="card figure">
      <h2 className="figure__title">{t.title}</h2>
      <p className="sentence sentence--small figure__sentence">
        {t.so(day, part(now, now.byThen))} {before ? t.before(before.wave, part(before, before.byThen)) : t.first}
      </p>
      <ul className="chart-key plain-list">
        {waves.map((wave) => (
          <li key={wave.wave}>
            <svg className="curve-mark" viewBox="0 0 28 8" aria-hidden="true" focusable="false">
              <line className={wave === now ? "curve-now" : "curve-before"} x1="1" x2="27" y1="4" y2="4" />
            </svg>
            {head(wave)}
          </li>
        ))}
      </ul>
      <ChartSlot height={HEIGHT} label={t.chart}>
        {(size) => <CurveChart curve={curve} size={size} locale={locale} texts={t} />}
      </ChartSlot>
      <FigureTable
        toggle={t.table}
        caption={t.caption}
        table={{
          heads: [t.day, ...waves.map(head)],
          rows: days.map((index) => ({
            key: String(index),
            heads: [count(index)],
            cells: waves.map(({ submitted }) => (submitted[index] === undefined ? "–" : count(submitted[index]))),
          })),
        }}
      />
    </section>
  );
}
