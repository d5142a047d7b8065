import { lazy, type ReactNode } from "react";
import type { Breakdown } from "#app/domain/figures.ts";
import { formatList, textIn } from "#app/format.ts";
import type { Locale } from "#app/locales/index.ts";
import { ChartSlot } from "./chart-slot.tsx";
import { chartTexts } from "./chart-texts.ts";
import { ColourKey } from "./colour-key.tsx";
import type { Panel } from "./figure-model.ts";
import { HeatMap } from "./heat-map.tsx";
import { choiceHeat, type HeatModel, ordinalHeat, rankHeat } from "./heat-model.ts";
import { scalePaint, sequentialPaint } from "./palette.ts";
import { bandRows, barRows, boxRows, heightOf, rankRows, stackRows } from "./row-model.ts";

/* Recharts is fetched only where a chart stands, and only in the browser: see ChartSlot. */
const OrdinalChart = lazy(() => import("./ordinal-chart.tsx"));
const ChoiceChart = lazy(() => import("./choice-chart.tsx"));
const RankChart = lazy(() => import("./rank-chart.tsx"));
const BoxChart = lazy(() => import("./box-chart.tsx"));

type ChartForProps = {
  panel: Panel;
  title: string;
  /** the chosen breakdown, null for everybody */
  breakdown: Breakdown | null;
  locale: Locale;
};

/** The one place that knows which scale is drawn how. Answers that are never shown singly have no chart. */
export function ChartFor(props: ChartForProps): ReactNode {
  const { panel } = props;
  switch (panel.scale) {
    case "ordinal":
      return props.breakdown && panel.items.length > 1 ? (
        <Heat {...props} heat={ordinalHeat(panel.items, props.breakdown, props.locale, panel.polarity)} />
      ) : (
        <Ordinal {...props} />
      );
    case "choice":
    case "multiple":
      return <Choice {...props} />;
    case "rank":
      return <Rank {...props} />;
    case "number":
      return <Quantity {...props} />;
    case "date":
    case "text":
    case "file":
      return null;
    default:
      return unknownScale(panel.scale);
  }
}

function unknownScale(scale: never): never {
  throw new Error(`no chart for the scale ${String(scale)}`);
}

function Ordinal({ panel, title, breakdown, locale }: ChartForProps) {
  const { polarity } = panel;
  const rows = stackRows(panel.items, breakdown, locale);
  const parts = rows[0]?.parts ?? [];
  const colours = parts.map((part, index) => ({
    label: part.label,
    fill: scalePaint(index, parts.length, polarity).fill,
  }));
  return (
    <>
      <ColourKey entries={colours} />
      <ChartSlot
        height={heightOf(rows)}
        label={chartTexts(locale).chartLabel(title)}
        picture={{ title, colours, locale }}
      >
        {(size) => <OrdinalChart rows={rows} size={size} locale={locale} polarity={polarity} />}
      </ChartSlot>
    </>
  );
}

function Choice(props: ChartForProps) {
  const { panel, title, breakdown, locale } = props;
  const item = panel.items[0];
  if (!item) return null;
  if (breakdown) return <Heat {...props} heat={choiceHeat(item, breakdown, locale)} />;
  const rows = barRows(item, locale);
  const texts = chartTexts(locale);
  return (
    <ChartSlot height={heightOf(rows)} label={texts.chartLabel(title)} picture={{ title, locale }}>
      {(size) => <ChoiceChart rows={rows} size={size} texts={texts} />}
    </ChartSlot>
  );
}

function Rank(props: ChartForProps) {
  const { panel, title, breakdown, locale } = props;
  const item = panel.items[0];
  if (!item) return null;
  if (breakdown) return <Heat {...props} heat={rankHeat(item, breakdown, locale)} />;
  const rows = rankRows(item, locale);
  const places = rows[0]?.parts ?? [];
  const colours = places.map((place, index) => ({
    label: place.label,
    fill: sequentialPaint(index, places.length).fill,
  }));
  return (
    <>
      <ColourKey entries={colours} />
      <ChartSlot
        height={heightOf(rows)}
        label={chartTexts(locale).chartLabel(title)}
        picture={{ title, colours, locale }}
      >
        {(size) => <RankChart rows={rows} size={size} locale={locale} />}
      </ChartSlot>
    </>
  );
}

/** The bands of the version, for groups as a table of shares; quartiles where it has none. */
function Quantity(props: ChartForProps) {
  const { panel, title, breakdown, locale } = props;
  const item = panel.items[0];
  if (!item) return null;
  const texts = chartTexts(locale);
  const bands = bandRows(item, locale);
  const boxes = bands.length === 0 ? boxRows(item, breakdown, locale) : [];
  if (boxes.length > 0) {
    return (
      <>
        <p className="muted">{texts.boxKey}</p>
        <ChartSlot
          height={heightOf(boxes, true)}
          label={texts.chartLabel(title)}
          picture={{ title, locale, note: texts.boxKey }}
        >
          {(size) => <BoxChart rows={boxes} size={size} locale={locale} texts={texts} />}
        </ChartSlot>
      </>
    );
  }
  if (bands.length === 0) return null;
  if (breakdown) return <Heat {...props} heat={choiceHeat(item, breakdown, locale)} />;
  return (
    <ChartSlot height={heightOf(bands)} label={texts.chartLabel(title)} picture={{ title, locale }}>
      {(size) => <ChoiceChart rows={bands} size={size} texts={texts} />}
    </ChartSlot>
  );
}

function Heat({ panel, title, breakdown, locale, heat }: ChartForProps & { heat: HeatModel }) {
  const texts = chartTexts(locale);
  const name = breakdown ? `${title} · ${textIn(breakdown.label, locale)}` : title;
  return (
    <HeatMap
      heat={heat}
      caption={texts.heatLabel(name)}
      picture={{ title: name, locale, note: heat.key }}
      corner={panel.scale === "ordinal" ? texts.item : texts.answer}
      withheldCell={texts.withheldCell}
      emptyCell={texts.nobody}
      note={heat.hidden.length > 0 ? texts.withheldGroups(formatList(heat.hidden, locale)) : undefined}
    />
  );
}
