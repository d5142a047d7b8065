import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

/** Minutes that the version asks for; null where it says nothing. */
const minutes = sql<number | null>`case when jsonb_typeof(version.definition -> 'duration') = 'number'
  then (version.definition ->> 'duration')::float end`;

const yearOf = (column: string) => sql<number>`extract(year from ${sql.ref(column)} at time zone 'Europe/Berlin')`;

export type CalendarRow = Awaited<ReturnType<typeof listRoundsOfYear>>[number];

/** Rounds that are open on some day of the year, in the order in which they open. */
export function listRoundsOfYear(db: Db | Tx, year: number) {
  return db
    .selectFrom("round")
    .innerJoin("version", "version.version_id", "round.version_id")
    .select([
      "round.round_id",
      "round.title",
      "round.wave",
      "round.state",
      "round.opens_at",
      "round.closes_at",
      "round.closed_at",
      "round.cancelled_at",
      "round.audience",
      minutes.as("minutes"),
    ])
    .select(({ selectFrom, fn }) =>
      selectFrom("invitation")
        .select(fn.countAll<number>().as("n"))
        .whereRef("invitation.round_id", "=", "round.round_id")
        .as("invited"),
    )
    .where(yearOf("round.opens_at"), "<=", year)
    .where(yearOf("round.closes_at"), ">=", year)
    .orderBy("round.opens_at")
    .orderBy("round.round_id")
    .execute();
}

/** The first and the last year in which a round opens or ends; undefined without rounds. */
export async function findYearsOfRounds(db: Db | Tx): Promise<{ first: number; last: number } | undefined> {
  const row = await db
    .selectFrom("round")
    .select([
      sql<number | null>`min(${yearOf("opens_at")})`.as("first"),
      sql<number | null>`max(${yearOf("closes_at")})`.as("last"),
    ])
    .executeTakeFirst();
  return row && row.first !== null && row.last !== null ? { first: row.first, last: row.last } : undefined;
}

/** Projects that are active in the year, with the minutes of the rounds that opened in it and invited them. */
export function listAskedMinutes(db: Db | Tx, year: number) {
  return db
    .selectFrom("project")
    .innerJoin("organisation", "organisation.organisation_id", "project.organisation_id")
    .leftJoin(minutesByProject(db, year).as("asked"), "asked.project_id", "project.project_id")
    .select([
      "project.project_id",
      "project.name",
      "organisation.name as organisation",
      sql<number>`coalesce(asked.minutes, 0)::float`.as("minutes"),
    ])
    .where((eb) =>
      eb.or([
        eb("asked.minutes", "is not", null),
        sql<boolean>`project.active_from <= make_date(${year}, 12, 31)
          and coalesce(project.active_until, 'infinity') >= make_date(${year}, 1, 1)`,
      ]),
    )
    .orderBy("project.name")
    .orderBy("project.project_id")
    .execute();
}

function minutesByProject(db: Db | Tx, year: number) {
  return db
    .selectFrom("invitation")
    .innerJoin("round", "round.round_id", "invitation.round_id")
    .innerJoin("version", "version.version_id", "round.version_id")
    .select(["invitation.project_id", sql<number>`sum(${minutes})`.as("minutes")])
    .where("invitation.project_id", "is not", null)
    .where("round.state", "in", ["open", "closed", "released", "archived"])
    .where(yearOf("round.opens_at"), "=", year)
    .groupBy("invitation.project_id");
}

/** Rounds that are being prepared and are to open in the year, with whom they are meant for. */
export function listPlannedRounds(db: Db | Tx, year: number) {
  return db
    .selectFrom("round")
    .innerJoin("version", "version.version_id", "round.version_id")
    .select(["round.round_id", "round.audience", "round.opens_at", minutes.as("minutes")])
    .where("round.state", "=", "draft")
    .where(yearOf("round.opens_at"), "=", year)
    .execute();
}
