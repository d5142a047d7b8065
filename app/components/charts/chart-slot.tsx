import { type CSSProperties, type ReactNode, Suspense, useEffect, useRef, useState } from "react";

/** Heights in px: with labels beside the bars, and with labels above them where the box is narrow. */
export type ChartHeight = { wide: number; narrow: number };

/** Size of the drawing; `narrow` mirrors the container query in charts.css. */
export type ChartSize = { width: number; height: number; narrow: boolean };

const NARROW_BELOW = 560;

type ChartSlotProps = { height: ChartHeight; label: string; children: (size: ChartSize) => ReactNode };

/**
 * Keeps the place of a chart: the server sends an empty box of its final height, the browser draws into it after
 * hydration. Nothing shifts, and the chart's code is only fetched where a chart stands.
 */
export function ChartSlot({ height, label, children }: ChartSlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const narrow = width < NARROW_BELOW;
  const sizes = { "--chart-wide": `${height.wide}px`, "--chart-narrow": `${height.narrow}px` } as CSSProperties;
  return (
    <div className="chart">
      <div className="chart__box" ref={box} style={sizes} role="img" aria-label={label}>
        {width > 0 ? (
          <Suspense fallback={null}>
            {children({ width, height: narrow ? height.narrow : height.wide, narrow })}
          </Suspense>
        ) : null}
      </div>
    </div>
  );
}
