import { useContext } from "react";
import type { LeftOut, Need } from "../../domain/needs/rank-needs.ts";
import type { ReleaseSummary } from "../../domain/report/read-report.server.ts";
import { formatCount, formatList, formatNumber, formatQuantity } from "../../format.ts";
import { paths } from "../../paths.ts";
import { FigureTable } from "../charts/figure-table.tsx";
import { NotesContext } from "../discussion/notes-context.ts";
import { NotesLink } from "../discussion/notes-link.tsx";
import { DecideLink } from "../measures/decide-link.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { NeedsFigure } from "./needs-figure.tsx";

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
  return (
    <section className="card figure" aria-labelledby="needs-all">
      <NeedsFigure needs={needs} title={title} />
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
