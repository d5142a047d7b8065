import { Form } from "@remix-run/react";
import type { Band, ProjectBurden } from "../../domain/calendar/burden.ts";
import type { Burden, CalendarRound } from "../../domain/calendar/read-calendar.server.ts";
import { formatCount, formatList, formatQuantity } from "../../format.ts";
import { paths } from "../../paths.ts";
import { FormField } from "../layout/form-field.tsx";
import { Notice } from "../layout/notice.tsx";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";

type BurdenProps = {
  year: number;
  burden: Burden;
  /** rounds whose version does not say how long it takes */
  unknown: CalendarRound[];
  /** the limit as it was typed */
  typed: string;
  fault: boolean;
};

/** How many minutes a year the projects are asked for, and which of them for too many. */
export function BurdenSection({ year, burden, unknown, typed, fault }: BurdenProps) {
  const t = useTexts().calendar.burden;
  const locale = useLocale();
  const read = useReader();
  const { limit, median, most, projects } = burden;
  return (
    <section className="stack--close" id="belastung">
      <h2>{t.title}</h2>
      <p className="prose quiet">{t.intro}</p>
      <Form method="get" action={`${paths.calendar()}#belastung`} className="filter-bar" preventScrollReset>
        <input type="hidden" name="jahr" value={year} />
        <FormField
          key={typed}
          label={t.limit}
          name="grenze"
          input={{ inputMode: "numeric", defaultValue: typed, autoComplete: "off" }}
          error={fault ? t.limitFault : undefined}
        />
        <button type="submit" className="button">
          {t.show}
        </button>
      </Form>
      {projects === 0 ? (
        <p>{t.noProjects}</p>
      ) : (
        <>
          <Verdict burden={burden} />
          <p>{t.middle(formatCount(median, locale), formatQuantity(most, locale))}</p>
          {unknown.length > 0 ? (
            <p>
              {t.unknown(
                formatList(
                  unknown.map((one) => `${read(one.title)} ${one.wave}`),
                  locale,
                ),
              )}
            </p>
          ) : null}
          <Distribution bands={burden.bands} limit={limit} />
          {burden.over.length > 0 ? <Over over={burden.over} limit={limit} /> : null}
        </>
      )}
    </section>
  );
}

function Verdict({ burden }: { burden: Burden }) {
  const t = useTexts().calendar.burden;
  const locale = useLocale();
  const count = (n: number) => formatCount(n, locale);
  const { over, overByPlans, limit } = burden;
  if (over.length === 0) return <Notice kind="good" title={t.fine(count(limit))} />;
  return (
    <Notice kind="warn" title={t.over(over.length, count(over.length), count(limit))}>
      {overByPlans > 0 ? <p>{t.overPlanned(overByPlans, count(overByPlans))}</p> : null}
    </Notice>
  );
}

/** A table whose bars repeat its numbers. */
function Distribution({ bands, limit }: { bands: Band[]; limit: number }) {
  const t = useTexts().calendar.burden;
  const locale = useLocale();
  const most = Math.max(1, ...bands.map((band) => band.projects));
  const name = ({ from, to }: Band) => {
    if (to === null) return t.above(formatCount(limit, locale));
    if (to === 0) return t.none;
    return from === to ? formatCount(to, locale) : t.range(formatCount(from, locale), formatCount(to, locale));
  };
  return (
    <TableScroll label={t.distribution}>
      <table className="data data--close distribution">
        <caption>{t.distribution}</caption>
        <thead>
          <tr>
            <th scope="col">{t.distributionHeads.minutes}</th>
            <th scope="col" className="number">
              {t.distributionHeads.projects}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {bands.map((band) => (
            <tr key={band.from}>
              <th scope="row">{name(band)}</th>
              <td className="number">{formatCount(band.projects, locale)}</td>
              <td className="distribution__bar">
                <svg aria-hidden="true" focusable="false">
                  <rect
                    className={band.to === null ? "distribution__over" : undefined}
                    width={`${Math.round((band.projects / most) * 100)}%`}
                    height="100%"
                    rx="3"
                  />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Over({ over, limit }: { over: ProjectBurden[]; limit: number }) {
  const t = useTexts().calendar.burden;
  const locale = useLocale();
  const title = t.list(formatCount(limit, locale));
  return (
    <TableScroll label={title} tall>
      <table className="data data--records">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.heads.project}</th>
            <th scope="col">{t.heads.organisation}</th>
            <th scope="col" className="number">
              {t.heads.asked}
            </th>
            <th scope="col" className="number">
              {t.heads.planned}
            </th>
            <th scope="col" className="number">
              {t.heads.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {over.map((one) => (
            <tr key={one.projectId}>
              <th scope="row">{one.name}</th>
              <td data-label={t.heads.organisation}>{one.organisation}</td>
              <td data-label={t.heads.asked} className="number">
                {formatQuantity(one.asked, locale)}
              </td>
              <td data-label={t.heads.planned} className="number">
                {formatQuantity(one.planned, locale)}
              </td>
              <td data-label={t.heads.total} className="number">
                <strong>{formatQuantity(one.asked + one.planned + one.added, locale)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
