import { useContext } from "react";
import type { Breakdown, ItemFigures, ReportItem } from "../../domain/figures.ts";
import { formatCount, formatNumber, formatPercent, quote } from "../../format.ts";
import {
  countsEntries,
  groupsOf,
  meanRankOf,
  type Share,
  sharesOf,
  totalOf,
  validCodes,
} from "../charts/figure-model.ts";
import { FigureTable } from "../charts/figure-table.tsx";
import { sentenceFor } from "../charts/sentences.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { countedCodes, type MirrorRow } from "./compare.ts";
import { anchorOf, panelOf } from "./mirror-model.ts";
import { OwnAnswer } from "./own-answer.tsx";
import { ProtectedContext } from "./protected.ts";
import { ShareBar } from "./share-strip.tsx";

type CodesProps = { row: MirrorRow; title: string; breakdown: Breakdown | null; lastWave: string | null };

/** What everybody chose, one bar for each answer, with the own ones marked by a word. */
export function CodeRows({ row, title, breakdown, lastWave }: CodesProps) {
  const t = useTexts().mirror;
  const locale = useLocale();
  const read = useReader();
  const { item, line } = row;
  const total = item && totalOf(item);
  if (!item || !total) return null;
  const own = countedCodes(item, line);
  const group = ownGroup(item, breakdown);
  const isOrdered = item.scale === "ordinal" || item.scale === "number";
  const shares = sharesOf(item, total);
  const sorted = isOrdered ? shares : shares.toSorted((a, b) => b.n - a.n);
  return (
    <div id={anchorOf(line.item)} tabIndex={-1}>
      <OwnAnswer row={row} lastWave={lastWave} />
      <p className="quiet">
        {t.network(sentenceFor(panelOf([item]), null, locale))} {countsEntries(item) ? t.entries : null}
      </p>
      <ul className="plain-list mirror-codes" aria-label={t.barsOf(title)}>
        {sorted.map(({ code, n, share }) => (
          <li key={code.code} className={own.includes(code.code) ? "mirror-code is-own" : "mirror-code"}>
            <span className="mirror-code__label">
              {read(code.label)} {own.includes(code.code) ? <span className="chip">{t.you}</span> : null}
            </span>
            <ShareBar share={share} isOwn={own.includes(code.code)} />
            <span className="mirror-code__figure">
              <Figure n={n} share={share} base={total.base} />
              {group ? <InGroup shares={sharesOf(item, group)} code={code.code} base={group.base} /> : null}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const ownGroup = (item: ReportItem, breakdown: Breakdown | null): ItemFigures | undefined =>
  breakdown && !item.withheld ? groupsOf(item, breakdown)[0]?.figures : undefined;

function Figure({ n, share, base }: { n: number; share: number; base: number }) {
  const t = useTexts().mirror;
  const locale = useLocale();
  const figure = t.share(formatCount(n, locale), formatCount(base, locale), formatPercent(share, locale));
  return useContext(ProtectedContext) ? t.about(figure) : figure;
}

function InGroup({ shares, code, base }: { shares: readonly Share[]; code: string; base: number }) {
  const t = useTexts().mirror;
  const locale = useLocale();
  const n = shares.find((one) => one.code.code === code)?.n ?? 0;
  return (
    <span className="mirror-code__group">{t.sameInGroup(n, formatCount(n, locale), formatCount(base, locale))}</span>
  );
}

/** What was ranked: the own place beside the mean one of those who ranked it, the own first. */
export function PlaceRows({ row, title, breakdown, lastWave }: CodesProps) {
  const t = useTexts().mirror;
  const locale = useLocale();
  const read = useReader();
  const { item, line } = row;
  const total = item && totalOf(item);
  if (!item || !total) return null;
  const group = ownGroup(item, breakdown);
  const own = countedCodes(item, line);
  const place = (code: string) => (own.includes(code) ? own.indexOf(code) + 1 : Number.POSITIVE_INFINITY);
  const mean = (figures: ItemFigures, code: string) => {
    const value = meanRankOf(figures, code);
    return value === null ? t.place.notRanked : formatNumber(value, locale);
  };
  const shares = new Map(sharesOf(item, total).map((one) => [one.code.code, one]));
  const codes = validCodes(item).toSorted(
    (a, b) => place(a.code) - place(b.code) || (shares.get(b.code)?.n ?? 0) - (shares.get(a.code)?.n ?? 0),
  );
  return (
    <div id={anchorOf(line.item)} tabIndex={-1}>
      <OwnAnswer row={row} lastWave={lastWave} />
      <p className="quiet">{t.network(sentenceFor(panelOf([item]), null, locale))}</p>
      <FigureTable
        printed
        toggle={title}
        caption={t.barsOf(quote(title, locale))}
        table={{
          heads: [
            t.answer,
            t.place.own,
            t.place.mean,
            t.place.ranked,
            ...(group && breakdown?.groups[0] ? [`${t.place.mean}: ${read(breakdown.groups[0].label)}`] : []),
          ],
          rows: codes.map(({ code, label }) => ({
            key: code,
            heads: [read(label)],
            cells: [
              Number.isFinite(place(code)) ? formatCount(place(code), locale) : t.place.notRanked,
              mean(total, code),
              t.share(
                formatCount(shares.get(code)?.n ?? 0, locale),
                formatCount(total.base, locale),
                formatPercent(shares.get(code)?.share ?? 0, locale),
              ),
              ...(group ? [mean(group, code)] : []),
            ],
          })),
        }}
      />
    </div>
  );
}
