import { lazy, useContext } from "react";
import type { LeftOut, Need } from "../../domain/needs/rank-needs.ts";
import type { ReleaseSummary } from "../../domain/report/read-report.server.ts";
import { formatCount, formatList, formatNumber, formatQuantity, quote } from "../../format.ts";
import { paths } from "../../paths.ts";
import { ChartSlot } from "../charts/chart-slot.tsx";
import { FigureTable } from "../charts/figure-table.tsx";
import { NotesContext } from "../discussion/notes-context.ts";
import { NotesLink } from "../discussion/notes-link.tsx";
import { DecideLink } from "../measures/decide-link.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";

const QuadrantChart = lazy(() => import("../charts/quadrant-chart.tsx"));

const HEIGHT = { wide: 460, narrow: 380 };
/** So many are named in the sentence and stand out in the chart. */
const NAMED = 5;

type NeedsCardProps = {
  /** one at least */
  needs: Need[];
  left: LeftOut;
  releaseId: string;
  respondents: ReleaseSummary["respondents"];
  /** beside each need stands the way to a measure about it */
  mayDecide: boolean;
};

/** All needs by how important and how far covered they are: a sentence, the field, and the list by weighted gap. */
export function NeedsCard({ needs, left, releaseId, respondents, mayDecide }: NeedsCardProps) {
  const { needs: t, measures, discussion } = useTexts();
  const hasNotes = useContext(NotesContext) !== null;
  const locale = useLocale();
  const read = useReader();
  const number = (value: number) => formatNumber(value, locale);
  const count = (n: number) => formatCount(n, locale);
  const title = t.all.title[respondents];
  const names = needs.slice(0, NAMED).map(({ label }) => quote(read(label), locale));
  const mean = (pick: (need: Need) => number) => needs.reduce((sum, need) => sum + pick(need), 0) / needs.length;
  return (
    <section className="card figure" aria-labelledby="needs-all">
      <h2 className="figure__title" id="needs-all">
        {title}
      </h2>
      <p className="figure__base">{basesOf(needs, (low, high) => t.base(count(low), count(high)))}</p>
      <p className="sentence sentence--small figure__sentence">{t.all.sentence(formatList(names, locale))}</p>
      <ChartSlot height={HEIGHT} label={t.all.chart} picture={{ title: title, locale, note: t.all.read }}>
        {(size) => (
          <QuadrantChart
            size={size}
            locale={locale}
            texts={t.axes}
            middle={{ x: mean(({ total }) => total.coverage.mean), y: mean(({ total }) => total.importance.mean) }}
            points={needs.map(({ label, total }, index) => ({
              number: index + 1,
              label: read(label),
              x: total.coverage.mean,
              y: total.importance.mean,
              strong: index < NAMED,
            }))}
          />
        )}
      </ChartSlot>
      <p className="figure__base">{t.all.read}</p>
      <FigureTable
        printed
        toggle={title}
        caption={t.all.caption}
        doing={
          mayDecide || hasNotes
            ? {
                head: mayDecide ? measures.title : discussion.title,
                of: (key) => {
                  const need = needs.find((one) => one.key === key);
                  if (!need) return null;
                  const { coverageKey, label } = need;
                  return (
                    <>
                      {mayDecide ? (
                        <DecideLink releaseId={releaseId} items={[coverageKey]} about={read(label)} />
                      ) : null}
                      <NotesLink releaseId={releaseId} items={[coverageKey, key]} about={read(label)} />
                    </>
                  );
                },
              }
            : undefined
        }
        table={{
          heads: [t.heads.need, t.heads.importance, t.heads.coverage, t.heads.score, t.heads.lacking],
          rows: needs.map(({ key, label, total }, index) => ({
            key,
            heads: [`${count(index + 1)}. ${read(label)}`],
            cells: [
              number(total.importance.mean),
              number(total.coverage.mean),
              number(total.score),
              t.part(count(total.lacking.n), count(total.lacking.base)),
            ],
          })),
        }}
      />
      <NotListed left={left} respondents={respondents} />
      <p className="table-note">{t.reach[respondents]}</p>
      {needs.slice(0, 1).map(({ key, ends }) => (
        <p key={key} className="table-note">
          {t.method(formatQuantity(ends.low, locale), formatQuantity(ends.high, locale))}
        </p>
      ))}
    </section>
  );
}

/** Which needs the list leaves out, and why. */
function NotListed({ left: { withheld, unscaled }, respondents }: Pick<NeedsCardProps, "left" | "respondents">) {
  const t = useTexts().needs;
  const locale = useLocale();
  const read = useReader();
  return (
    <>
      {withheld.length > 0 ? (
        <p className="table-note">
          {t.all.withheld[respondents](formatList(withheld.map(read), locale))}{" "}
          <a href={paths.rule()}>{t.groups.ruleLink}</a>
        </p>
      ) : null}
      {unscaled.length > 0 ? (
        <p className="table-note">{t.all.unscaled(formatList(unscaled.map(read), locale))}</p>
      ) : null}
    </>
  );
}

/** How many valid answers stand behind the rows. */
function basesOf(needs: readonly Need[], say: (low: number, high: number) => string): string {
  const bases = needs.flatMap(({ total }) => [total.importance.base, total.coverage.base]);
  return say(Math.min(...bases), Math.max(...bases));
}
