import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { burdenOf } from "#app/domain/calendar/burden.server.ts";
import { aboveLimit, distribute, medianOf, type ProjectBurden, totalOf } from "#app/domain/calendar/burden.ts";
import { readCalendar } from "#app/domain/calendar/read-calendar.server.ts";
import { shareOfYear } from "#app/domain/calendar/year.ts";
import { cancelRound } from "#app/domain/rounds/change-round.server.ts";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import { insertRound } from "#db/queries/audience.server.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { openDeskRound, publish } from "../rounds/desk/desk-sample.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.dispose());

const spring = { opensAt: new Date("2026-03-02T08:00:00Z"), closesAt: new Date("2026-03-30T16:00:00Z") };
const autumn = { opensAt: new Date("2026-10-02T08:00:00Z"), closesAt: new Date("2026-10-30T16:00:00Z") };
/** New year's eve in Greenwich, the new year in Berlin. */
const newYear = { opensAt: new Date("2026-12-31T23:30:00Z"), closesAt: new Date("2027-01-30T16:00:00Z") };

describe("the burden of projects", () => {
  it("adds up the minutes of the rounds a project was invited to, by the year in which they open", async () => {
    const { db } = database;
    const twenty = await publish(db);
    const seven = await publish(db, { title: "Kurz", duration: 7, pages: [{ elements: [] }] });
    const silent = await publish(db, { title: "Ohne Dauer", pages: [{ elements: [] }] });
    const { rows } = await openDeskRound(db, twenty.versionId, [{ state: "submitted" }, { state: "invited" }], spring);
    const ids = rows.map((one) => one.projectId) as [string, string];
    const again = async (versionId: string, projectIds: string[], period: typeof spring) => {
      const audience = { kind: "projects" as const, projectIds };
      return openRound(db, { versionId, wave: "x", privacy: "confidential", ...period, audience, actorId: null });
    };
    await again(seven.versionId, [ids[0]], autumn);
    await again(silent.versionId, ids, autumn);
    await again(twenty.versionId, ids, newYear);
    const cancelled = await again(twenty.versionId, ids, autumn);
    await cancelRound(db, { roundId: cancelled.roundId, actorId: null, now: autumn.opensAt }, "Verschoben.");

    const minutes = async (year: number) => {
      const burdens = await burdenOf(db, year);
      return ids.map((id) => burdens.find((one) => one.projectId === id)?.asked);
    };
    expect(await minutes(2026)).toEqual([27, 20]);
    expect(await minutes(2027)).toEqual([20, 20]);
    expect(await minutes(2025)).toEqual([0, 0]);

    const draftId = crypto.randomUUID();
    const { series_id } = await db.selectFrom("series").select("series_id").limit(1).executeTakeFirstOrThrow();
    await db.transaction().execute((tx) =>
      insertRound(tx, {
        ...{ round_id: draftId, series_id, version_id: twenty.versionId, title: { de: "Plan" }, wave: "2026/2" },
        ...{ privacy: "confidential" as const, state: "draft" as const, opened_at: null, closed_at: null },
        ...{ opens_at: autumn.opensAt, closes_at: autumn.closesAt },
        audience: { kind: "projects" as const, projectIds: [ids[1]] },
      }),
    );
    const own = (burdens: ProjectBurden[]) =>
      ids
        .map((id) => burdens.find((one) => one.projectId === id))
        .map((one) => one && [one.asked, one.planned, one.added]);
    expect(own(await burdenOf(db, 2026))).toEqual([
      [27, 0, 0],
      [20, 20, 0],
    ]);
    const plan = { projectIds: [ids[1]], minutes: 15 };
    expect(own(await burdenOf(db, 2026, plan))).toEqual([undefined, [20, 20, 15]]);
    expect(own(await burdenOf(db, 2026, { ...plan, exceptRoundId: draftId }))).toEqual([undefined, [20, 0, 15]]);

    const calendar = await readCalendar(db, { year: 2026, limit: 30, now: new Date("2026-06-01T10:00:00Z") });
    expect(calendar.burden.over.map((one) => one.projectId)).toEqual([ids[1]]);
    expect(calendar.burden).toMatchObject({ overByPlans: 1, most: 40 });
    expect(calendar.rounds.find((one) => one.roundId === draftId)).toMatchObject({ invited: null, minutes: 20 });
    expect(calendar.rounds.find((one) => one.roundId === cancelled.roundId)?.state).toBe("cancelled");
    expect(calendar.years).toMatchObject({ first: 2026, last: 2027 });
    const next = await readCalendar(db, { year: 2027, limit: 30, now: new Date("2026-06-01T10:00:00Z") });
    expect(next.rounds).toHaveLength(1);
    expect(next.today).toBeNull();
  });
});

describe("its figures", () => {
  const burden = fc
    .record({ asked: fc.nat(90), planned: fc.nat(40) })
    .map((one): ProjectBurden => ({ projectId: "x", name: "x", organisation: "x", added: 0, ...one }));

  it("puts every project into one band, those above the limit into the last", () => {
    fc.assert(
      fc.property(fc.array(burden), fc.integer({ min: 1, max: 200 }), (burdens, limit) => {
        const bands = distribute(burdens, limit);
        expect(bands.reduce((sum, band) => sum + band.projects, 0)).toBe(burdens.length);
        expect(bands.at(-1)?.projects).toBe(aboveLimit(burdens, limit).length);
        expect(bands[0]?.projects).toBe(burdens.filter((one) => totalOf(one) === 0).length);
        expect(bands.slice(1).map((band) => band.from)).toEqual(bands.slice(0, -1).map((band) => (band.to ?? 0) + 1));
      }),
    );
  });

  it("finds the middle", () => {
    const of = (...minutes: number[]) =>
      medianOf(minutes.map((asked) => ({ projectId: "", name: "", organisation: "", asked, planned: 0, added: 0 })));
    expect([of(), of(9), of(3, 1, 2), of(4, 1, 2, 9)]).toEqual([0, 9, 2, 3]);
  });

  it("lays a round into its year and cuts off the rest", () => {
    expect(shareOfYear(2026, new Date("2025-12-01"), new Date("2027-02-01"))).toEqual({ start: 0, length: 1 });
    expect(shareOfYear(2026, new Date("2027-02-01"), new Date("2027-03-01"))).toEqual({ start: 1, length: 0 });
    const july = shareOfYear(2026, new Date(2026, 6, 2, 13), new Date(2026, 6, 2, 13));
    expect(july.start).toBeCloseTo(0.5, 3);
  });
});
