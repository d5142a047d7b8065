import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeRelease } from "#app/domain/release/make-release.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import type { Db, Tx } from "#db/client.server.ts";
import { createDatabase, startTransaction, type TestDatabase } from "../../../support/database.ts";
import { insertRound, type Participant, participants } from "./sample-round.ts";

const now = new Date("2026-10-02T09:00:00Z");
let database: TestDatabase;
let tx: Tx;
let rollback: () => Promise<void>;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.dispose());
beforeEach(async () => {
  ({ tx, rollback } = await startTransaction(database.db));
});
afterEach(() => rollback());

async function released(people: readonly Participant[], options?: Parameters<typeof insertRound>[2], db: Db | Tx = tx) {
  const roundId = await insertRound(db, people, options);
  await closeRound(db, { roundId, actorId: null, now });
  const { releaseId } = await makeRelease(db, { roundId, actorId: null, now });
  const figures = await db.selectFrom("release_figure").selectAll().where("release_id", "=", releaseId).execute();
  const groups = await db
    .selectFrom("release_group")
    .selectAll()
    .where("release_id", "=", releaseId)
    .orderBy("position")
    .execute();
  const items = await db
    .selectFrom("release_item")
    .selectAll()
    .where("release_id", "=", releaseId)
    .orderBy("position")
    .execute();
  const release = await db
    .selectFrom("release")
    .selectAll()
    .where("release_id", "=", releaseId)
    .executeTakeFirstOrThrow();
  const figure = (item: string, breakdown = "total", group = "all") =>
    figures.find((one) => one.item === item && one.breakdown === breakdown && one.group_code === group);
  return { roundId, release, figures, groups, items, figure };
}

/** Submitted answers, counted here without cells, SQL or the code under test. */
const submitted = participants().filter((one) => one.answers && !one.draft);
const counted = (values: unknown[]) => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort());
};
const asObject = (counts: { code: string; n: number }[] = []) =>
  Object.fromEntries(counts.map(({ code, n }): [string, number] => [code, n]).sort());
/** What one respondent answered to one question. */
const answer = <T>(one: Participant, name: string) => one.answers?.[name] as T;
const bed = (people: Participant[], row: string) =>
  people.map((one) => answer<Record<string, unknown>>(one, "bed")[row]);

describe("figures of a release", () => {
  it("are those of an independent count, in the total and in every group", async () => {
    const { figure, groups, release } = await released(participants());
    expect(release).toMatchObject({ invited: 60, submitted: 54, number: 1, kind: "final", fictional: true });
    const groupsOf = (people: Participant[]) => [
      { breakdown: "total", group: "all", people },
      ...["person", "umfeld", "beides"].map((group) => ({
        breakdown: "ansatz",
        group,
        people: people.filter((one) => one.attributes.ansatz?.[0] === group),
      })),
    ];
    for (const { breakdown, group, people } of groupsOf(submitted)) {
      expect(groups.find((one) => one.breakdown === breakdown && one.group_code === group)?.n).toBe(people.length);
      const zugang = bed(people, "zugang");
      const numbers = zugang.filter((value) => value !== "wn") as number[];
      const shown = figure("bed/zugang", breakdown, group);
      expect(asObject(shown?.counts)).toEqual(counted(zugang));
      expect(shown?.base).toBe(numbers.length);
      expect(shown?.unanswered).toBe(0);
      expect(shown?.mean).toBeCloseTo(numbers.reduce((sum, one) => sum + one, 0) / numbers.length, 12);

      const topics = people.flatMap((one) => (one.answers?.thema as string[] | undefined) ?? []);
      expect(asObject(figure("thema", breakdown, group)?.counts)).toEqual(counted(topics));
      const without = people.filter((one) => !one.answers?.thema).length;
      expect(figure("thema", breakdown, group)?.unanswered).toBe(without);
    }
  });

  it("leave out what conditions hide", async () => {
    const { figure } = await released(participants());
    const visible = submitted.filter((one) => !one.invisible?.length);
    expect(asObject(figure("plan")?.counts)).toEqual(counted(visible.map((one) => one.answers?.plan)));
    expect(figure("plan")?.base).toBe(visible.length);
    expect(figure("plan")?.unanswered).toBe(submitted.length - visible.length);
  });

  it("count rankings by position", async () => {
    const { figure } = await released(participants());
    const expected = ["a", "b", "c"].flatMap((code) =>
      [1, 2, 3].flatMap((rank) => {
        const n = submitted.filter((one) => answer<string[]>(one, "rang")[rank - 1] === code).length;
        return n > 0 ? [{ code, rank, n }] : [];
      }),
    );
    expect(figure("rang")?.counts).toEqual(expected);
  });

  it("describe numbers in large totals only, as PostgreSQL does", async () => {
    const { figure, figures } = await released(participants());
    const numbers = submitted.flatMap((one) =>
      one.answers?.faelle === undefined ? [] : [one.answers.faelle as number],
    );
    const { rows } = await sql<Record<string, number>>`
      select avg(x) as mean, stddev_samp(x) as sd, percentile_cont(0.25) within group (order by x) as q1,
        percentile_cont(0.5) within group (order by x) as median, percentile_cont(0.75) within group (order by x) as q3
      from unnest(${numbers}::float8[]) as x`.execute(tx);
    const total = figure("faelle");
    for (const key of ["mean", "sd", "q1", "median", "q3"] as const) {
      expect(total?.[key], key).toBeCloseTo(rows[0]?.[key] as number, 9);
    }
    expect(total?.counts).toEqual([]);
    for (const one of figures.filter(({ item, breakdown }) => item === "faelle" && breakdown !== "total")) {
      expect(one).toMatchObject({ mean: null, sd: null, q1: null, median: null, q3: null, counts: [] });
    }
    expect(figure("selten")).toMatchObject({ base: 8, mean: null, median: null });
  });

  it("count a respondent once in repeated groups", async () => {
    const { figure } = await released(participants());
    const answered = submitted.filter((one) => one.answers?.ort);
    const marks = answered.map((one) => [...new Set(answer<{ note: number }[]>(one, "ort").map(({ note }) => note))]);
    expect(figure("ort/note")?.base).toBe(answered.length);
    expect(asObject(figure("ort/note")?.counts)).toEqual(counted(marks.flat()));
  });

  it("hold no text that anybody wrote", async () => {
    const { figures, items, groups, release, figure } = await released(participants());
    expect(JSON.stringify([figures, items, groups, release])).not.toContain("canary");
    expect(figure("offen")).toMatchObject({ base: 54, counts: [] });
  });

  it("count codes that the definition does not list as one", async () => {
    const definition = {
      elements: [{ type: "dropdown", name: "ort", choices: ["a"], choicesLazyLoadEnabled: true }],
    };
    const people = participants().map((one, i) => ({
      ...one,
      answers: one.answers && { ort: i % 2 ? `canary ${i}` : "a" },
    }));
    const { figure, items } = await released(people, { definition });
    expect(figure("ort")?.counts).toEqual([
      { code: "a", rank: null, n: 27 },
      { code: "-unlisted", rank: null, n: 27 },
    ]);
    expect(items[0]?.codes.map(({ code }) => code)).toEqual(["a", "-unlisted"]);
  });
});

describe("what a release withholds", () => {
  it("forms groups that all satisfy the rule and says so in both languages", async () => {
    const { groups } = await released(participants());
    expect(groups[0]).toMatchObject({ breakdown: "total", group_code: "all", n: 54 });
    const breakdowns = Map.groupBy(groups, (group) => group.breakdown);
    expect([...breakdowns.keys()]).toEqual(["total", "region5", "land", "ansatz"]);
    for (const list of breakdowns.values()) {
      expect(list.reduce((sum, one) => sum + one.n, 0)).toBe(54);
      expect(Math.min(...list.map((one) => one.n))).toBeGreaterThanOrEqual(6);
    }
    expect(breakdowns.get("region5")?.map((one) => one.label.de)).toContain("Westen");
    expect(breakdowns.get("land")?.map((one) => one.label)).toContainEqual({
      de: "Nordrhein-Westfalen",
      en: "North Rhine-Westphalia",
    });
  });

  it("withholds a breakdown for one item when a group has too few valid answers", async () => {
    const people = participants().map((one) => {
      if (one.attributes.ansatz?.[0] !== "umfeld" || !one.answers) return one;
      const { thema: _, ...answers } = one.answers;
      return { ...one, answers };
    });
    const { figures, items } = await released(people);
    expect(items.find((one) => one.item === "thema")?.withheld).toContain("ansatz");
    expect(figures.some((one) => one.item === "thema" && one.breakdown === "ansatz")).toBe(false);
    expect(figures.some((one) => one.item === "thema" && one.breakdown === "total")).toBe(true);
    expect(figures.some((one) => one.item === "rang" && one.breakdown === "ansatz")).toBe(true);
  });

  it("shows no figure at all of an item that too few answered", async () => {
    const people = participants().map((one, i) => ({
      ...one,
      answers: one.answers && (i < 5 ? one.answers : { ...one.answers, selten: undefined }),
    }));
    const { figures, items } = await released(people);
    expect(items.find((one) => one.item === "selten")?.withheld).toContain("total");
    expect(figures.filter((one) => one.item === "selten")).toEqual([]);
  });

  it("has no breakdowns in anonymous rounds and stricter groups in strict ones", async () => {
    const anonymous = await released(participants(), { privacy: "anonymous" });
    expect(anonymous.groups.map((one) => one.breakdown)).toEqual(["total"]);
    const strict = await released(participants(), { strict: true });
    expect(strict.release.rule).toMatchObject({ minimum: 10, withoutTwo: 5 });
    expect(Math.min(...strict.groups.map((one) => one.n))).toBeGreaterThanOrEqual(10);
  });

  it("refuses a round with too few respondents, or with one organisation as its majority", async () => {
    const few = participants().map((one, i) => (i < 5 ? one : { ...one, answers: undefined }));
    await expect(released(few)).rejects.toMatchObject({ code: "too-few-respondents" });
    const oneVoice = participants().map((one, i) => ({ ...one, organisation: i % 2 ? 0 : i % 12 }));
    const majority = oneVoice.map((one, i) => (i === 2 ? { ...one, organisation: 0 } : one));
    await expect(released(majority)).rejects.toMatchObject({ code: "too-few-respondents" });
  });
});

describe("making a release", () => {
  it("gives the same checksum from the same answers", async () => {
    const checksums = [];
    const roundId = await insertRound(database.db, participants());
    await closeRound(database.db, { roundId, actorId: null, now });
    for (const later of [now, new Date("2033-01-01T00:00:00Z")]) {
      const again = await startTransaction(database.db);
      const { releaseId } = await makeRelease(again.tx, { roundId, actorId: null, now: later });
      const row = again.tx.selectFrom("release").select("checksum").where("release_id", "=", releaseId);
      checksums.push((await row.executeTakeFirstOrThrow()).checksum);
      await again.rollback();
    }
    expect(checksums[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(checksums[1]).toBe(checksums[0]);
  });

  it("wants a closed round, and does it once", async () => {
    const roundId = await insertRound(tx, participants());
    await expect(makeRelease(tx, { roundId, actorId: null, now })).rejects.toMatchObject({ code: "round-not-closed" });
    await closeRound(tx, { roundId, actorId: null, now });
    await expect(closeRound(tx, { roundId, actorId: null, now })).rejects.toMatchObject({ code: "round-closed" });
    const { releaseId } = await makeRelease(tx, { roundId, actorId: null, now });
    await expect(makeRelease(tx, { roundId, actorId: null, now })).rejects.toMatchObject({ code: "already-released" });
    const round = await tx
      .selectFrom("round")
      .select(["state", "closed_at"])
      .where("round_id", "=", roundId)
      .executeTakeFirst();
    expect(round).toEqual({ state: "released", closed_at: now });
    const audit = await tx
      .selectFrom("audit")
      .select(["verb", "object_id", "detail"])
      .where("object_id", "in", [roundId, releaseId])
      .orderBy("audit_id")
      .execute();
    expect(audit).toEqual([
      { verb: "round.close", object_id: roundId, detail: {} },
      { verb: "release.make", object_id: releaseId, detail: { roundId } },
    ]);
  });

  it("makes one release when several people press the button at once", async () => {
    const roundId = await insertRound(database.db, participants());
    await closeRound(database.db, { roundId, actorId: null, now });
    const tries = Array.from({ length: 4 }, () => makeRelease(database.db, { roundId, actorId: null, now }));
    const results = await Promise.allSettled(tries);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const reasons = results.flatMap((one) =>
      one.status === "rejected" ? [(one.reason as { code: string }).code] : [],
    );
    expect(reasons).toEqual(["already-released", "already-released", "already-released"]);
  });

  it("knows no round that does not exist", async () => {
    const roundId = "00000000-0000-4000-8000-000000000000";
    await expect(makeRelease(tx, { roundId, actorId: null, now })).rejects.toMatchObject({ code: "not-found" });
    await expect(closeRound(tx, { roundId, actorId: null, now })).rejects.toMatchObject({ code: "not-found" });
  });

  it("freezes: nothing of a release can be changed, extended or deleted", async () => {
    const { release } = await released(participants(), {}, database.db);
    const { release_id } = release;
    const { db, owner } = database;
    await expect(
      db.updateTable("release").set({ wave: "x" }).where("release_id", "=", release_id).execute(),
    ).rejects.toThrow();
    await expect(owner.deleteFrom("release_figure").where("release_id", "=", release_id).execute()).rejects.toThrow(
      /cannot be changed/,
    );
    const more = { release_id, breakdown: "x", group_code: "x", position: 99, n: 6 };
    const texts = {
      breakdown_label: JSON.stringify({ de: "x" }) as never,
      label: JSON.stringify({ de: "x" }) as never,
    };
    await expect(
      db
        .insertInto("release_group")
        .values({ ...more, ...texts })
        .execute(),
    ).rejects.toThrow(/cannot be extended/);
  });
});
