import type { ReportItem } from "../../domain/figures.ts";
import { formatPercent } from "../../format.ts";
import type { Share } from "../charts/figure-model.ts";
import { scalePaint } from "../charts/palette.ts";
import { useLocale, useTexts } from "../texts.ts";
import { partOfOwn, placed } from "./share-parts.ts";

type ShareStripProps = {
  shares: readonly Share[];
  polarity: ReportItem["polarity"];
  /** the code that the project gave, if it is one of the scale */
  own: string | undefined;
};

/** Narrower parts have no room for their share. */
const WRITTEN_FROM = 0.12;
/** So far from the ends the mark and the word above it have room. */
const EDGE = 0.025;
/** Where the bar begins below word and mark, in pixels. */
const BELOW_MARK = 20;

/**
 * How everybody answered, as one bar in the order of the scale, with the own answer marked. All of it stands beside it in
 * words and in the table, so it is left out for those who listen.
 */
export function ShareStrip({ shares, polarity, own }: ShareStripProps) {
  const t = useTexts().mirror;
  const locale = useLocale();
  const parts = placed(shares);
  const marked = partOfOwn(parts, own);
  const at = marked && Math.min(1 - EDGE, Math.max(EDGE, marked.start + marked.share / 2));
  // Without a mark there is nothing to make room for above the bar.
  const top = marked ? BELOW_MARK : 1;
  return (
    <svg className={marked ? "mirror-strip mirror-strip--marked" : "mirror-strip"} aria-hidden="true" focusable="false">
      {parts.map(({ code, start, share }, index) => {
        const paint = scalePaint(index, parts.length, polarity);
        return (
          <g key={code.code}>
            <rect
              className="mirror-strip__part"
              x={percent(start)}
              width={percent(share)}
              y={top}
              height="22"
              fill={paint.fill}
            />
            {share >= WRITTEN_FROM ? (
              <text className="mirror-strip__share" x={percent(start + share / 2)} y={top + 16} fill={paint.ink}>
                {formatPercent(share, locale)}
              </text>
            ) : null}
          </g>
        );
      })}
      {marked && at !== undefined ? (
        <>
          <rect
            className="mirror-strip__own"
            x={percent(marked.start)}
            width={percent(marked.share)}
            y={top}
            height="22"
          />
          <svg x={percent(at)} overflow="visible" aria-hidden="true" focusable="false">
            <path className="mirror-strip__mark" d="M-5 14h10l-5 6z" />
          </svg>
          <text className="mirror-strip__you" x={percent(at)} y="11">
            {t.you}
          </text>
        </>
      ) : null}
    </svg>
  );
}

/** One bar for one share, with a mark where it is the own answer. */
export function ShareBar({ share, isOwn }: { share: number; isOwn: boolean }) {
  return (
    <svg className={isOwn ? "mirror-bar mirror-bar--own" : "mirror-bar"} aria-hidden="true" focusable="false">
      <rect width={percent(share)} height="100%" />
    </svg>
  );
}

/** Protected counts need not add up to their base: what is beyond the end is cut off. */
function percent(share: number): string {
  return `${Math.round(Math.max(0, share) * 10_000) / 100}%`;
}
