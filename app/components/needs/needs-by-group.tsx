import type { Breakdown } from "../../domain/figures.ts";
import type { Need } from "../../domain/needs/rank-needs.ts";
import type { ReleaseSummary } from "../../domain/report/read-report.server.ts";
import { formatNumber } from "../../format.ts";
import { paths } from "../../paths.ts";
import { FigureTable } from "../charts/figure-table.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";

type NeedsByGroupProps = { needs: Need[]; breakdown: Breakdown; respondents: ReleaseSummary["respondents"] };

/** The weighted gap of every need in the groups of a breakdown, in the order of everybody's list. */
export function NeedsByGroup({ needs, breakdown, respondents }: NeedsByGroupProps) {
  const t = useTexts().needs;
  const locale = useLocale();
  const read = useReader();
  const isShort = needs.some(({ groups }) => groups.includes(null));
  return (
    <section className="card figure" aria-labelledby="needs-groups">
      <h2 className="figure__title" id="needs-groups">
        {t.groups.title(read(breakdown.label))}
      </h2>
      <p className="figure__base">{t.groups.note}</p>
      {isShort ? (
        <p className="figure__withheld">
          {t.groups.withheld[respondents]} <a href={paths.rule()}>{t.groups.ruleLink}</a>
        </p>
      ) : null}
      <FigureTable
        printed
        toggle={t.groups.title(read(breakdown.label))}
        caption={t.groups.caption(read(breakdown.label))}
        table={{
          heads: [t.heads.need, t.groups.everybody, ...breakdown.groups.map(({ label }) => read(label))],
          rows: needs.map(({ key, label, total, groups }) => ({
            key,
            heads: [read(label)],
            cells: [total, ...groups].map((one) => (one ? formatNumber(one.score, locale) : "–")),
          })),
        }}
      />
    </section>
  );
}
