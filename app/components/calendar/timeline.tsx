import { Link } from "@remix-run/react";
import type { Calendar, CalendarRound } from "../../domain/calendar/read-calendar.server.ts";
import { formatDate, formatMonth } from "../../format.ts";
import { paths } from "../../paths.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";

const MONTHS = Array.from({ length: 12 }, (_, month) => month);

/** The year from left to right, a line for each round. The dates stand there in words; the drawing only repeats them. */
export function Timeline({ calendar }: { calendar: Calendar }) {
  const t = useTexts().calendar;
  const locale = useLocale();
  const { rounds, today } = calendar;
  return (
    <section className="card timeline">
      <h2 className="visually-hidden">{t.timeline}</h2>
      <div className="timeline__head" aria-hidden="true">
        {MONTHS.map((month) => (
          <span key={month}>
            {formatMonth(month, locale).slice(0, 1)}
            <span className="timeline__rest">{formatMonth(month, locale).slice(1)}</span>
          </span>
        ))}
      </div>
      <ul className="plain-list">
        {rounds.map((round) => (
          <Row key={round.roundId} round={round} today={today} />
        ))}
      </ul>
      <Key states={[...new Set(rounds.map((round) => round.state))]} today={today !== null} />
    </section>
  );
}

/** What the colours mean, as far as they occur. */
function Key({ states, today }: { states: CalendarRound["state"][]; today: boolean }) {
  const texts = useTexts();
  const over = states.some((state) => state === "closed" || state === "released" || state === "archived");
  const entries = [
    ...(states.includes("draft") ? [{ kind: "draft", label: texts.calendar.planned }] : []),
    ...(states.includes("open") ? [{ kind: "open", label: texts.rounds.states.open }] : []),
    ...(over ? [{ kind: "closed", label: texts.calendar.over }] : []),
    ...(states.includes("cancelled") ? [{ kind: "cancelled", label: texts.rounds.states.cancelled }] : []),
  ];
  return (
    <ul className="chart-key plain-list timeline__key" aria-hidden="true">
      {entries.map(({ kind, label }) => (
        <li key={kind}>
          <svg className="timeline__sample" aria-hidden="true" focusable="false">
            <rect className={`timeline__span timeline__span--${kind}`} x="1" y="1" width="22" height="10" rx="3" />
          </svg>
          {label}
        </li>
      ))}
      {today ? (
        <li>
          <svg className="timeline__sample" aria-hidden="true" focusable="false">
            <line className="timeline__today" x1="12" x2="12" y1="0" y2="12" />
          </svg>
          {texts.calendar.today}
        </li>
      ) : null}
    </ul>
  );
}

function Row({ round, today }: { round: CalendarRound; today: number | null }) {
  const texts = useTexts();
  const t = texts.calendar;
  const locale = useLocale();
  const read = useReader();
  const from = formatDate(round.opensAt, locale, "short");
  const dates =
    round.state === "cancelled" ? t.spanCancelled(from) : t.span(from, formatDate(round.endsAt, locale, "short"));
  return (
    <li className="timeline__row">
      <div>
        <Link to={paths.round(round.roundId)}>{`${read(round.title)} ${round.wave}`}</Link>
        <p className="quiet">
          {dates}
          {round.state === "draft" ? ` · ${t.planned}` : null}
        </p>
      </div>
      <svg className="timeline__track" aria-hidden="true" focusable="false">
        {MONTHS.map((month) => (
          <line
            key={month}
            className="timeline__month"
            x1={percent(month / 12)}
            x2={percent(month / 12)}
            y1="0"
            y2="100%"
          />
        ))}
        <rect
          className={`timeline__span timeline__span--${round.state}`}
          x={percent(round.span.start)}
          width={percent(Math.max(round.span.length, 0.004))}
          y="25%"
          height="50%"
          rx="4"
        />
        {today === null ? null : (
          <line className="timeline__today" x1={percent(today)} x2={percent(today)} y1="0" y2="100%" />
        )}
      </svg>
    </li>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
