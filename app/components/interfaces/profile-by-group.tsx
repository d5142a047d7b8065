import { ASPECTS } from "#surveys/interfaces.ts";
import type { Breakdown } from "../../domain/figures.ts";
import type { Interface } from "../../domain/interfaces/rank-interfaces.ts";
import type { ReleaseSummary } from "../../domain/report/read-report.server.ts";
import { formatPercent } from "../../format.ts";
import { paths } from "../../paths.ts";
import { FigureTable } from "../charts/figure-table.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";

type ProfileByGroupProps = { field: Interface; breakdown: Breakdown; respondents: ReleaseSummary["respondents"] };

/** The five points of one field in the groups of a breakdown, beside everybody. */
export function ProfileByGroup({ field, breakdown, respondents }: ProfileByGroupProps) {
  const t = useTexts().interfaces;
  const locale = useLocale();
  const read = useReader();
  const [name, by] = [read(field.label), read(breakdown.label)];
  const series = [field.total, ...field.groups];
  const isShort = ASPECTS.some((aspect) => series.some((one) => one[aspect] === null));
  return (
    <section className="card figure" aria-labelledby="interfaces-groups">
      <h2 className="figure__title" id="interfaces-groups">
        {t.groups.title(name, by)}
      </h2>
      <p className="figure__base">{t.groups.note}</p>
      {isShort ? (
        <p className="figure__withheld">
          {t.groups.withheld[respondents]} <a href={paths.rule()}>{t.all.ruleLink}</a>
        </p>
      ) : null}
      <FigureTable
        printed
        toggle={t.groups.title(name, by)}
        caption={t.groups.caption(name, by)}
        table={{
          heads: [t.profile.aspect, t.groups.everybody, ...breakdown.groups.map(({ label }) => read(label))],
          rows: ASPECTS.map((aspect) => ({
            key: aspect,
            heads: [t.aspects[aspect]],
            cells: series.map((one) => {
              const part = one[aspect];
              return part ? formatPercent(part.n / part.base, locale) : t.profile.dash;
            }),
          })),
        }}
      />
    </section>
  );
}
