import { Link } from "@remix-run/react";
import type { ReportItem } from "../../domain/figures.ts";
import type { Reading } from "../../domain/measures/before-after.ts";
import type { ReleaseSummary } from "../../domain/report/read-report.server.ts";
import { formatCount, formatNumber } from "../../format.ts";
import { paths } from "../../paths.ts";
import { FigureTable } from "../charts/figure-table.tsx";
import { FictionalChip } from "../fictional-chip.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";

export type Evaluation = { release: ReleaseSummary; rows: { item: ReportItem; reading: Reading }[] };

/** How the participants of a training rated it, or that nobody has counted yet. */
export function EvaluationCard({ evaluation }: { evaluation: Evaluation | null }) {
  const t = useTexts().measures.evaluation;
  const locale = useLocale();
  const read = useReader();
  const scale = evaluation && scaleOf(evaluation, (n) => formatCount(n, locale));
  return (
    <section className="stack--close" aria-labelledby="evaluation">
      <h2 id="evaluation">{t.title}</h2>
      {evaluation ? (
        <div className="card stack--close">
          <p className="quiet">
            {t.lead(
              read(evaluation.release.title),
              evaluation.release.wave,
              formatCount(evaluation.release.submitted, locale),
            )}{" "}
            <FictionalChip fictional={evaluation.release.fictional} />
          </p>
          {scale === null ? (
            <p>{t.tooFew}</p>
          ) : (
            <FigureTable
              printed
              toggle={t.title}
              caption={t.caption(...scale)}
              table={{
                heads: [t.item, t.mean, t.base],
                rows: evaluation.rows.map(({ item, reading }) => ({
                  key: item.key,
                  heads: [read(item.label)],
                  cells: [
                    reading.kind === "mean" ? formatNumber(reading.mean, locale) : "–",
                    formatCount(reading.base, locale),
                  ],
                })),
              }}
            />
          )}
          <p>
            <Link to={paths.release(evaluation.release.releaseId)}>{t.read}</Link>
          </p>
        </div>
      ) : (
        <p className="quiet">{t.none}</p>
      )}
    </section>
  );
}

/** From where to where the means may lie; null where too few answered for any. */
function scaleOf({ rows }: Evaluation, write: (n: number) => string): [low: string, high: string] | null {
  const scales = rows.flatMap(({ reading }) => (reading.kind === "mean" ? [reading] : []));
  if (scales.length === 0) return null;
  const low = Math.min(...scales.map((one) => one.low ?? 1));
  const high = Math.max(...scales.map((one) => one.high ?? 1));
  return [write(low), write(high)];
}
