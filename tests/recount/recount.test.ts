import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeRelease } from "#app/domain/release/make-release.server.ts";
import type { Tx } from "#db/client.server.ts";
import { startTransaction, type TestDatabase } from "../support/database.ts";
import { createSeededDatabase } from "../support/seeded.ts";
import type { Base } from "./count.ts";
import { obstacleOf } from "./groups.ts";
import type { PublishedRule } from "./protection.ts";
import { type Recounted, recount } from "./recount.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createSeededDatabase();
}, 240_000);
afterAll(() => database?.dispose());

/** Runs in a transaction that is rolled back. */
async function inTransaction<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
  const { tx, rollback } = await startTransaction(database.owner);
  try {
    return await run(tx);
  } finally {
    await rollback();
  }
}

const newestOf = async (tx: Tx, questionnaire: string) =>
  (
    await tx
      .selectFrom("release")
      .select("release_id")
      .where("questionnaire", "=", questionnaire)
      .orderBy("closed_at", "desc")
      .limit(1)
      .executeTakeFirstOrThrow()
  ).release_id;

/**
 * Compares a whole release with the recount, figure by figure. Says how many there were, how many bases were changed by
 * protection, and which breakdowns of items rule 2 withheld, or something else.
 */
async function compare(tx: Tx, releaseId: string, counted: Recounted) {
  const rows = <T extends "release_item" | "release_group" | "release_figure">(table: T) =>
    tx
      .selectFrom(table as "release_figure")
      .selectAll()
      .where("release_id", "=", releaseId)
      .where("breakdown", "<>", "panel");
  const items = await tx
    .selectFrom("release_item")
    .selectAll()
    .where("release_id", "=", releaseId)
    .orderBy("position")
    .execute();
  const groups = await tx
    .selectFrom("release_group")
    .selectAll()
    .where("release_id", "=", releaseId)
    .where("breakdown", "<>", "panel")
    .execute();
  const figures = await rows("release_figure").execute();
  const { submitted, rule } = await tx
    .selectFrom("release")
    .select(["submitted", "rule"])
    .where("release_id", "=", releaseId)
    .executeTakeFirstOrThrow();
  expect(submitted).toBe(counted.sheets.length);
  expect(items.map(({ item, scale, codes }) => ({ item, scale, codes: codes.map(plain) }))).toEqual(
    counted.items.map(({ key, scale, codes }) => ({ item: key, scale, codes: codes.map(plain) })),
  );
  for (const group of counted.groups) {
    const name = `${group.breakdown} ${group.group_code}`;
    expect(group.obstacle, name).toBe("");
    const row = groups.find((one) => one.breakdown === group.breakdown && one.group_code === group.group_code);
    expect(row?.n, name).toBe(group.shown);
  }
  const shown = new Map(figures.map((row) => [`${row.item} ${row.breakdown} ${row.group_code}`, row]));
  const seen = { figures: 0, exact: 0, changed: 0, withheldByRule: 0, withheldByGate: 0 };
  for (const { item, withheld } of items) {
    const shownTogether = groups.filter(({ breakdown }) => !withheld.includes(breakdown));
    const sets = shownTogether.map((group) => counted.figure(item, group.breakdown, group.group_code).true_);
    expect(exposedDifferences(sets, rule as PublishedRule), item).toEqual([]);
    for (const breakdown of new Set(groups.map((group) => group.breakdown))) {
      const own = groups.filter((group) => group.breakdown === breakdown);
      const recounted = own.map((group) => counted.figure(item, breakdown, group.group_code));
      const isForbidden = recounted.some(({ obstacle }) => obstacle !== "");
      const isWithheld = withheld.includes(breakdown);
      if (isForbidden) expect(isWithheld, `${item} by ${breakdown}`).toBe(true);
      if (isWithheld) seen[isForbidden ? "withheldByRule" : "withheldByGate"] += 1;
      for (const [i, { group_code }] of own.entries()) {
        const name = `${item} ${breakdown} ${group_code}`;
        const row = shown.get(name);
        shown.delete(name);
        expect(row === undefined, name).toBe(isWithheld);
        if (!row) continue;
        const { expected, true_ } = recounted[i] as (typeof recounted)[number];
        const { base, unanswered, respondents } = row;
        const counts = Object.fromEntries(
          row.counts.map(({ code, rank, n }) => [rank === null ? code : `${code} ${rank}`, n]),
        );
        expect({ base, unanswered, respondents, counts }, name).toEqual({
          ...{ base: expected.base, unanswered: expected.unanswered, respondents: expected.respondents },
          counts: expected.counts,
        });
        for (const figure of ["mean", "sd", "q1", "median", "q3"] as const) {
          if (expected[figure] === null) expect(row[figure], `${name} ${figure}`).toBeNull();
          else expect(row[figure], `${name} ${figure}`).toBeCloseTo(expected[figure], 9);
        }
        seen.figures += 1;
        if (breakdown === "total") seen.exact += 1;
        else if (base !== true_.base) seen.changed += 1;
      }
    }
  }
  expect([...shown.keys()]).toEqual([]);
  return seen;
}

/** What is left of a group when another one inside it is taken away must be nobody, or satisfy the rule as well. */
function exposedDifferences(sets: readonly Base[], rule: PublishedRule): string[] {
  return sets.flatMap((outer) =>
    sets.flatMap((inner) => {
      const taken = new Set(inner.ids);
      const rest = outer.organisations.filter((_, i) => !taken.has(outer.ids[i] ?? ""));
      const isInside = outer.ids.length - rest.length === taken.size;
      if (!isInside || rest.length === 0 || obstacleOf(rest, rule) === "") return [];
      return [`${outer.breakdown} ${outer.group} without ${inner.breakdown} ${inner.group}`];
    }),
  );
}

const plain = ({ code, missing, number }: { code: string; missing?: boolean; number?: number | null }) => ({
  ...{ code, missing: missing === true, number: number ?? null },
});

describe("a whole release equals what SQL and arithmetic of the test make of the submitted answers", () => {
  it("matrices, choices, conditions and the ranking of bedarfe", async () => {
    const seen = await inTransaction(async (tx) => {
      const id = await newestOf(tx, "bedarfe");
      return compare(tx, id, await recount(tx, id));
    });
    expect(seen.figures).toBeGreaterThan(2000);
    expect(seen.changed).toBeGreaterThan(1500);
    expect(seen.withheldByGate).toBe(0);
  });

  it("tables and repeated entries of schnittstellen", async () => {
    const seen = await inTransaction(async (tx) => {
      const id = await newestOf(tx, "schnittstellen");
      return compare(tx, id, await recount(tx, id));
    });
    expect(seen.figures).toBeGreaterThan(1500);
    expect(seen.changed).toBeGreaterThan(1200);
    expect(seen.withheldByGate).toBe(0);
  });

  it("the anonymous answers to a training, without breakdowns", async () => {
    const seen = await inTransaction(async (tx) => {
      const id = await newestOf(tx, "fortbildung");
      return compare(tx, id, await recount(tx, id));
    });
    expect(seen.figures).toBeGreaterThan(20);
    expect(seen.figures).toBe(seen.exact);
  });

  it("netzwerkziele under the strict rule, whose totals are protected too", async () => {
    const seen = await inTransaction(async (tx) => {
      const round = await tx
        .selectFrom("round")
        .select("round_id")
        .where("state", "=", "closed")
        .executeTakeFirstOrThrow();
      // The database keeps closed rounds as they are; this transaction is never committed.
      await sql`alter table round disable trigger keep_closed_round`.execute(tx);
      await tx.updateTable("round").set({ strict: true }).where("round_id", "=", round.round_id).execute();
      const { releaseId } = await makeRelease(tx, { roundId: round.round_id, actorId: null, now: new Date() });
      return compare(tx, releaseId, await recount(tx, releaseId));
    });
    expect(seen.figures).toBeGreaterThan(400);
    expect(seen.changed).toBeGreaterThan(300);
    expect(seen.withheldByGate).toBe(0);
  });
});
