import { lazy, Suspense, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { NodeAttribute } from "#db/tables/network.ts";
import type { NetworkPicture } from "../../domain/network/describe-network.ts";
import { formatPercent } from "../../format.ts";
import { ChartPlaceContext } from "../charts/chart-place.ts";
import { SaveChart } from "../charts/save-chart.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";
import type { Wave } from "./lay-out.ts";
import { groupsOf } from "./node-groups.ts";
import { useLayout } from "./use-layout.ts";
import { useNodeWords } from "./use-node-words.ts";

const NetworkDrawing = lazy(() => import("./network-drawing.tsx"));

type NetworkMapProps = {
  title: string;
  /** what the map shows, where nothing around it says so */
  sentence?: string;
  /** what the chosen contacts leave out */
  note: string | null;
  picture: NetworkPicture;
  attribute: NodeAttribute;
  waves: readonly Wave[];
};

/** The map of who is in contact with whom, worked out and drawn in the browser; what it shows stands in the tables too. */
export function NetworkMap({ title, sentence, note, picture, attribute, waves }: NetworkMapProps) {
  const { map: t, files } = useTexts().network;
  const locale = useLocale();
  const read = useReader();
  const box = useRef<HTMLDivElement>(null);
  const { source } = useContext(ChartPlaceContext);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [active, setActive] = useState<number | null>(null);
  const layout = useLayout(
    waves,
    useMemo(() => JSON.stringify(waves), [waves]),
  );
  const say = useNodeWords(picture);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      setSize({ width: Math.floor(width), height: Math.floor(height) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const groups = groupsOf(attribute, picture.nodes, { read, unknown: t.unknown });
  const isDrawn = "places" in layout && size.width > 0;
  return (
    <section className="card figure map" aria-labelledby="network-map">
      <h2 className="figure__title" id="network-map">
        {title}
      </h2>
      <p className="figure__base">
        {note} {t.read}
      </p>
      {sentence ? <p className="sentence sentence--small figure__sentence">{sentence}</p> : null}
      <div className="chart">
        <div className="map__box" ref={box}>
          {isDrawn ? (
            <Suspense fallback={null}>
              <NetworkDrawing
                {...{ picture, groups, active, say }}
                places={layout.places}
                attribute={attribute.code}
                size={size}
                onActive={setActive}
              />
            </Suspense>
          ) : null}
          {"share" in layout && size.width > 0 ? (
            <p className="map__working">
              <progress value={layout.share} aria-label={title} /> {t.working(formatPercent(layout.share, locale))}
            </p>
          ) : null}
          {"failed" in layout ? <p className="map__working">{t.failed}</p> : null}
        </div>
        <p className="map__said no-print">{active === null ? t.pick : say(active)}</p>
        {isDrawn && source ? (
          <>
            <SaveChart
              box={box}
              picture={{ title, locale, note: [note, t.read].filter(Boolean).join(" ") }}
              source={source}
            />
            <p className="quiet no-print">{files.note}</p>
          </>
        ) : null}
      </div>
    </section>
  );
}
