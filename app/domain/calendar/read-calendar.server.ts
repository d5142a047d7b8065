import type { Db } from "#db/client.server.ts";
import { type CalendarRow, findYearsOfRounds, listRoundsOfYear } from "#db/queries/calendar.server.ts";
import type { Text } from "#surveys/model.ts";
import { burdenOf } from "./burden.server.ts";
import { aboveLimit, type Band, distribute, medianOf, type ProjectBurden, totalOf } from "./burden.ts";
import { type Span, shareOfYear } from "./year.ts";

export type CalendarRound = {
  roundId: string;
  title: Text;
  wave: string;
  state: CalendarRow["state"];
  opensAt: Date;
  /** the end as it was or is to be */
  endsAt: Date;
  /** of drafts null: whom they will reach is decided at the opening */
  invited: number | null;
  minutes: number | null;
  /** people by link are no burden on projects */
  byLink: boolean;
  span: Span;
};

export type Burden = {
  limit: number;
  projects: number;
  median: number;
  most: number;
  bands: Band[];
  over: ProjectBurden[];
  /** of those, how many would be within the limit without what is only planned */
  overByPlans: number;
};

export type Calendar = {
  year: number;
  /** years to look at, from the first round to a year ahead */
  years: { first: number; last: number };
  rounds: CalendarRound[];
  /** where in the year today is; null in other years */
  today: number | null;
  burden: Burden;
};

/** All rounds of a year, and what they ask of the projects. */
export async function readCalendar(db: Db, { year, limit, now }: { year: number; limit: number; now: Date }) {
  const [rows, known, burdens] = await Promise.all([
    listRoundsOfYear(db, year),
    findYearsOfRounds(db),
    burdenOf(db, year),
  ]);
  const thisYear = now.getFullYear();
  const over = aboveLimit(burdens, limit);
  const calendar: Calendar = {
    year,
    years: {
      first: Math.min(known?.first ?? thisYear, thisYear, year),
      last: Math.max(known?.last ?? thisYear, thisYear + 1, year),
    },
    rounds: rows.map((row) => roundOf(row, year)),
    today: year === thisYear ? shareOfYear(year, now, now).start : null,
    burden: {
      limit,
      projects: burdens.length,
      median: medianOf(burdens),
      most: Math.max(0, ...burdens.map(totalOf)),
      bands: distribute(burdens, limit),
      over,
      overByPlans: over.filter((one) => one.asked <= limit).length,
    },
  };
  return calendar;
}

function roundOf(row: CalendarRow, year: number): CalendarRound {
  const endsAt = row.closed_at ?? row.cancelled_at ?? row.closes_at;
  return {
    roundId: row.round_id,
    title: row.title,
    wave: row.wave,
    state: row.state,
    opensAt: row.opens_at,
    endsAt,
    invited: row.state === "draft" ? null : (row.invited ?? 0),
    minutes: row.minutes,
    byLink: row.audience.kind === "link",
    span: shareOfYear(year, row.opens_at, endsAt),
  };
}
