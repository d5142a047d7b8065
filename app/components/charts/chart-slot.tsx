import { type CSSProperties, type ReactNode, Suspense, useContext, useEffect, useRef, useState } from "react";
import { ChartPlaceContext } from "./chart-place.ts";
import { type PictureWords, SaveChart } from "./save-chart.tsx";
import { useNear } from "./use-near.ts";

/** Heights in px: with labels beside the bars, and with labels above them where the box is narrow. */
export type ChartHeight = { wide: number; narrow: number };

/** Size of the drawing; `narrow` mirrors the container query in charts.css. */
export type ChartSize = { width: number; height: number; narrow: boolean };

const NARROW_BELOW = 560;

type ChartSlotProps = {
  height: ChartHeight;
  label: string;
  /** what a saved picture says above the drawing; without a title it cannot be saved */
  picture?: PictureWords;
  children: (size: ChartSize) => ReactNode;
};

/**
 * Keeps the place of a chart: the server sends an empty box of its final height, the browser draws into it after
 * hydration, those in view first. Nothing shifts, and the chart's code is only fetched where a chart stands.
 */
export function ChartSlot({ height, label, picture, children }: ChartSlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const place = useContext(ChartPlaceContext);
  const [boxWidth, setBoxWidth] = useState(0);
  const [isDrawn, setIsDrawn] = useState(false);
  const isNear = useNear(box, place.width !== undefined);
  const hasFonts = useFonts() || place.width !== undefined;

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setBoxWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const width = boxWidth > 0 ? (place.width ?? boxWidth) : 0;
  const narrow = width < NARROW_BELOW;
  const sizes = { "--chart-wide": `${height.wide}px`, "--chart-narrow": `${height.narrow}px` } as CSSProperties;
  return (
    <div className="chart">
      <div className="chart__box" ref={box} style={sizes} role="img" aria-label={label}>
        {width > 0 && isNear && hasFonts ? (
          <Suspense fallback={null}>
            {children({ width, height: narrow ? height.narrow : height.wide, narrow })}
            <AfterDrawing tell={setIsDrawn} />
          </Suspense>
        ) : null}
      </div>
      {picture && place.source && isDrawn ? <SaveChart box={box} picture={picture} source={place.source} /> : null}
    </div>
  );
}

/** True when the page's fonts are there: names are measured to be wrapped, and measured once for all. */
function useFonts(): boolean {
  const [hasFonts, setHasFonts] = useState(false);
  useEffect(() => void document.fonts.ready.then(() => setHasFonts(true)), []);
  return hasFonts;
}

/** Stands beside a drawing whose code has to come first, and says when both are there. */
function AfterDrawing({ tell }: { tell: (isDrawn: boolean) => void }) {
  useEffect(() => tell(true), [tell]);
  return null;
}
