import { lazy } from "react";
import type { Text } from "#surveys/model.ts";
import type { Changed } from "../../domain/trends/compare-waves.ts";
import type { Line, TrendBlock } from "../../domain/trends/follow-items.ts";
import { formatCount } from "../../format.ts";
import type { Texts } from "../../locales/index.ts";
import { ChartSlot } from "../charts/chart-slot.tsx";
import { panelTitles } from "../charts/figure-block.tsx";
import { countsEntries, panelsOf } from "../charts/figure-model.ts";
import { FigureTable } from "../charts/figure-table.tsx";
import { endInWords, trendHeight, trendModel } from "../charts/trend-model.ts";
import { trendTable } from "../charts/trend-table.ts";
import { NotesLink } from "../discussion/notes-link.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { changeInWords, weightInWords } from "./change-words.ts";
import { ItemChanges } from "./item-changes.tsx";
import { PanelSentence, PanelWithheld } from "./panel-words.tsx";

const TrendChart = lazy(() => import("../charts/trend-chart.tsx"));

type TrendFigureProps = {
  id: string;
  block: TrendBlock;
  /** names of the waves */
  waves: string[];
  /** of the newest one */
  releaseId: string;
};

/** One question over the waves: what rose and fell most, its lines, what was asked otherwise, and every figure. */
export function TrendFigure({ id, block, waves, releaseId }: TrendFigureProps) {
  const texts = useTexts();
  const locale = useLocale();
  const read = useReader();
  const title = read(block.title);
  const linesOf = Map.groupBy(block.lines, ({ item }) => item.key);
  const panels = panelsOf({ ...block, items: block.items.filter(({ key }) => linesOf.has(key)) });
  const { labels, names } = panelTitles(panels, title, locale);
  return (
    <section className="figure card" id={id} aria-labelledby={`${id}-title`}>
      <h2 className="figure__title" id={`${id}-title`}>
        {title}
      </h2>
      <p className="figure__base">{basesInWords(block.lines, texts.trends, (n) => formatCount(n, locale))}</p>
      <Sentences block={block} wave={waves.at(-2) ?? ""} />
      {panels.map((panel, index) => (
        <div className="figure__panel" key={panel.key}>
          {labels[index] ? <h3 className="figure__subtitle">{labels[index]}</h3> : null}
          <Lines
            lines={panel.items.flatMap((item) =>
              (linesOf.get(item.key) ?? []).map((line) => ({ line, label: line.code?.label ?? item.label })),
            )}
            title={names[index] ?? title}
            waves={waves}
          />
        </div>
      ))}
      <ItemChanges lines={block.lines} waves={waves} />
      <NotesLink releaseId={releaseId} items={[...linesOf.keys()]} question={block.question} about={title} />
    </section>
  );
}

/** What rose and what fell most in this question. */
function Sentences({ block: { most, lines }, wave }: { block: TrendBlock; wave: string }) {
  const texts = useTexts();
  const locale = useLocale();
  const t = texts.trends.sentence;
  const [up, down] = [most.up[0], most.down[0]];
  const [risen, fallen] = lines.length > 1 ? [t.risen, t.fallen] : [t.rose, t.fell];
  if (!up && !down) return <p className="sentence sentence--small figure__sentence">{t.quiet[most.quiet]}</p>;
  const say = (lead: string, changed: Changed | undefined) =>
    changed ? (
      <>
        <p className="sentence sentence--small figure__sentence">
          {lead} {changeInWords(changed, wave, texts, locale)}
        </p>
        <p className="figure__range">{weightInWords(changed, texts, locale)}</p>
        <PanelSentence changed={changed} />
      </>
    ) : null;
  return (
    <>
      {say(risen, up)}
      {say(fallen, down)}
    </>
  );
}

type LinesProps = { lines: { line: Line; label: Text }[]; title: string; waves: string[] };

function Lines({ lines, title, waves }: LinesProps) {
  const { trends: t } = useTexts();
  const locale = useLocale();
  // A single line has its name in the heading already.
  const drawn = lines.map(({ line, label }) => ({ line, label: lines.length > 1 ? label : { de: "" } }));
  const model = trendModel(drawn, waves, locale);
  const measure = lines[0]?.line.measure ?? "share";
  const end = (value: number) => endInWords(value, measure, locale);
  const dots = model.tiles.flatMap((tile) => tile.dots.flatMap((dot) => dot ?? []));
  const steps = lines.flatMap(({ line }) => line.steps);
  const notes = [
    measure === "place" ? t.axis.place : t.axis.between(end(model.low), end(model.high)),
    ...(dots.some(({ low, high }) => low < high) ? [t.key.range] : []),
    ...(steps.includes("reworded") ? [t.key.reworded] : []),
    ...(steps.includes("recoded") ? [t.key.recoded] : []),
    ...(lines.some(({ line }) => hasHole(line)) ? [t.key.gap] : []),
    ...(model.tiles.some(({ panel }) => panel) ? [t.key.panel] : []),
  ];
  return (
    <>
      <ChartSlot height={trendHeight(model)} label={t.chart(title)} picture={{ title, locale, note: notes.join(" ") }}>
        {(size) => <TrendChart model={model} size={size} />}
      </ChartSlot>
      <p className="figure__missing">{notes.join(" ")}</p>
      <PanelWithheld lines={lines.map(({ line }) => line)} />
      <FigureTable
        table={trendTable(lines, waves, t, locale)}
        caption={t.table.caption(title)}
        toggle={t.table.toggle}
      />
    </>
  );
}

/** Whether a line was there, is there again, and not in between. */
function hasHole({ points }: Line): boolean {
  const [first, last] = [points.findIndex(Boolean), points.findLastIndex(Boolean)];
  return points.slice(first, last).includes(null);
}

function basesInWords(
  lines: readonly Line[],
  { base, baseEntries }: Texts["trends"],
  count: (n: number) => string,
): string {
  const say = lines.some(({ item }) => countsEntries(item)) ? baseEntries : base;
  const bases = lines.flatMap(({ points }) => points.flatMap((point) => point?.base ?? []));
  return say(count(Math.min(...bases)), count(Math.max(...bases)));
}
