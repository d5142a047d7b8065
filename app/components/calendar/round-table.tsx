import type { Calendar, CalendarRound } from "../../domain/calendar/read-calendar.server.ts";
import { formatCount, formatDate, formatQuantity } from "../../format.ts";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";

/** The year as a list, closed at first. It comes from the server and works without JavaScript. */
export function RoundTable({ calendar }: { calendar: Calendar }) {
  const t = useTexts().calendar;
  const caption = t.caption(String(calendar.year));
  return (
    <details className="figure__table">
      <summary>
        {t.table}
        <span className="visually-hidden">: {caption}</span>
      </summary>
      <TableScroll label={caption}>
        <table className="data data--records">
          <thead>
            <tr>
              <th scope="col">{t.heads.title}</th>
              <th scope="col">{t.heads.state}</th>
              <th scope="col">{t.heads.opens}</th>
              <th scope="col">{t.heads.closes}</th>
              <th scope="col" className="number">
                {t.heads.invited}
              </th>
              <th scope="col" className="number">
                {t.heads.minutes}
              </th>
            </tr>
          </thead>
          <tbody>
            {calendar.rounds.map((round) => (
              <Line key={round.roundId} round={round} />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </details>
  );
}

function Line({ round }: { round: CalendarRound }) {
  const texts = useTexts();
  const t = texts.calendar;
  const locale = useLocale();
  const read = useReader();
  return (
    <tr>
      <th scope="row">{`${read(round.title)} ${round.wave}`}</th>
      <td data-label={t.heads.state}>{texts.rounds.states[round.state]}</td>
      <td data-label={t.heads.opens}>{formatDate(round.opensAt, locale, "short")}</td>
      <td data-label={t.heads.closes}>{formatDate(round.endsAt, locale, "short")}</td>
      <td data-label={t.heads.invited} className="number">
        {round.invited === null ? t.planned : formatCount(round.invited, locale)}
      </td>
      <td data-label={t.heads.minutes} className="number">
        {round.minutes === null ? t.unknownMinutes : formatQuantity(round.minutes, locale)}
      </td>
    </tr>
  );
}
