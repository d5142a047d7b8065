import { type RefObject, useState } from "react";
import type { Locale } from "#app/locales/index.ts";
import type { ChartSource } from "./chart-place.ts";
import { chartTexts } from "./chart-texts.ts";

/** What stands above the drawing of a saved picture. */
export type PictureWords = {
  title: string;
  locale: Locale;
  colours?: { label: string; fill: string }[];
  note?: string;
};

type SaveChartProps = { box: RefObject<HTMLElement>; picture: PictureWords; source: ChartSource };

const KINDS = ["svg", "png"] as const;

/** Saves the chart or the coloured table in a box as it is drawn. It stands only where a script draws. */
export function SaveChart({ box, picture, source }: SaveChartProps) {
  const t = chartTexts(picture.locale);
  const [hasFailed, setHasFailed] = useState(false);
  const save = async (kind: (typeof KINDS)[number]) => {
    const drawn = box.current?.querySelector<SVGSVGElement | HTMLTableElement>(
      "svg.recharts-surface, svg.map__drawing, table",
    );
    if (!drawn) return;
    // The code of pictures is fetched when somebody wants one.
    const { saveChart } = await import("./chart-file.ts");
    setHasFailed(!(await saveChart(kind, drawn, picture, source)));
  };
  return (
    <div className="chart__save no-print">
      {KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          className="button button--quiet button--small"
          aria-label={t.savePicture(kind.toUpperCase(), picture.title)}
          onClick={() => save(kind)}
        >
          {kind.toUpperCase()}
        </button>
      ))}
      {hasFailed ? <p role="alert">{t.pictureFailed}</p> : null}
    </div>
  );
}
