import { Link } from "@remix-run/react";
import type { InMonth } from "../../domain/measures/measure.ts";
import type { ListedMeasure } from "../../domain/measures/read-measures.server.ts";
import { formatMonth } from "../../format.ts";
import { paths } from "../../paths.ts";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useTexts } from "../texts.ts";

export type YearRow = { measure: ListedMeasure; months: InMonth[] };

/** The year from left to right, a line for each measure; where it lies is said in words, too. */
export function YearTable({ rows, caption }: { rows: readonly YearRow[]; caption: string }) {
  const texts = useTexts();
  const t = texts.measures;
  const locale = useLocale();
  return (
    <div className="year-table">
      <TableScroll label={caption}>
        <table className="data data--close">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.plan.heads.title}</th>
              {MONTHS.map((month) => (
                <th key={month} scope="col">
                  {formatMonth(month, locale)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ measure, months }) => (
              <tr key={measure.measureId}>
                <th scope="row">
                  <Link to={paths.measure(measure.measureId)}>{measure.title}</Link>
                  <span className="year-table__state">{t.states[measure.state]}</span>
                </th>
                {MONTHS.map((month) => (
                  <Cell key={month} at={months[month] ?? null} state={measure.state} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </div>
  );
}

const MONTHS = Array.from({ length: 12 }, (_, month) => month);

function Cell({ at, state }: { at: InMonth; state: ListedMeasure["state"] }) {
  const t = useTexts().measures.calendar;
  if (at === null) return <td />;
  return (
    <td className="year-table__cell">
      <span className={`year-table__bar year-table__bar--${at} year-table__bar--${state}`}>
        <span className="visually-hidden">{t.at[at]}</span>
      </span>
    </td>
  );
}

/** The same by months, as a list: what begins, goes on and ends. */
export function MonthList({ rows }: { rows: readonly YearRow[] }) {
  const texts = useTexts();
  const t = texts.measures.calendar;
  const locale = useLocale();
  const months = MONTHS.map((month) => ({
    month,
    here: rows.flatMap(({ measure, months: at }) => (at[month] ? [{ measure, at: at[month] }] : [])),
  })).filter(({ here }) => here.length > 0);
  return (
    <section className="stack--close" aria-labelledby="month-list">
      <h2 id="month-list">{t.list}</h2>
      <ol className="plain-list month-list">
        {months.map(({ month, here }) => (
          <li key={month} className="card">
            <h3>{formatMonth(month, locale, "long")}</h3>
            <ul className="plain-list">
              {here.map(({ measure, at }) => (
                <li key={measure.measureId}>
                  <span className="quiet">{t.at[at]}: </span>
                  <Link to={paths.measure(measure.measureId)}>{measure.title}</Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
