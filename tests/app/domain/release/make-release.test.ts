import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeRelease } from "#app/domain/release/make-release.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { type Tx, transact } from "#db/client.server.ts";
import { keepRoundingKey } from "#db/queries/rounding-keys.server.ts";
import { allowCounting } from "#db/queries/statistics.server.ts";
import { createDatabase, startTransaction, type TestDatabase } from "../../../support/database.ts";
import { insertRound, CLOSED_AT as now, participants, releaseRound } from "./sample-round.ts";

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

/** A row without the id of its release, for comparing two that were made of the same. */
const bytesOf = ({ release_id: _, ...row }: { release_id: string }) => JSON.stringify(row);

describe("making a release", () => {
  it("counts for minutes where there are very many answers, which nothing else may", async () => {
    const limit = async () =>
      (await sql<{ limit: string }>`select current_setting('statement_timeout') as limit`.execute(tx)).rows;
    expect(await limit()).toEqual([{ limit: "30s" }]);
    await allowCounting(tx);
    expect(await limit()).toEqual([{ limit: "15min" }]);
  });

  it.each([{ strict: false }, { strict: true }])(
    "gives the same bytes from the same answers: $strict",
    async (options) => {
      const made: Record<string, unknown>[] = [];
      const roundId = await insertRound(database.db, participants(), options);
      await closeRound(database.db, { roundId, actorId: null, now });
      const makeOnce = async (later: Date) => {
        const again = await startTransaction(database.db);
        const { releaseId } = await makeRelease(again.tx, { roundId, actorId: null, now: later });
        const of = <T extends "release_group" | "release_item" | "release_figure">(table: T) =>
          again.tx
            .selectFrom(table as "release_item")
            .selectAll()
            .where("release_id", "=", releaseId)
            .execute();
        const parts = [await of("release_group"), await of("release_item"), await of("release_figure")];
        const { checksum } = await again.tx
          .selectFrom("release")
          .select("checksum")
          .where("release_id", "=", releaseId)
          .executeTakeFirstOrThrow();
        made.push({ checksum, parts: parts.flat().map(bytesOf).sort() });
        await again.rollback();
      };
      await transact(database.db, (key) =>
        keepRoundingKey(key, { round_id: roundId, key_id: randomUUID(), key: randomBytes(32), made_at: now }),
      );
      for (const later of [now, new Date("2033-01-01T00:00:00Z")]) await makeOnce(later);
      expect(made[0]?.checksum).toMatch(/^[0-9a-f]{64}$/);
      expect(made[1]).toEqual(made[0]);
    },
  );

  it("makes the key of the round at its first release, and protects otherwise by another one", async () => {
    const [one, other] = [await releaseRound(tx, participants()), await releaseRound(tx, participants())];
    const keys = await tx.selectFrom("rounding_key").select(["round_id", "key_id", "key"]).execute();
    for (const { roundId, release } of [one, other]) {
      expect(keys.find((row) => row.round_id === roundId)?.key_id).toBe(release.key_id);
      expect(release).toMatchObject({ method: 3, rule: { multiple: 3, noise: 0.3, totals: "exact" } });
    }
    const countsOf = ({ figures }: typeof one, isTotal: boolean) =>
      figures
        .filter(({ breakdown }) => (breakdown === "total") === isTotal)
        .map((row) => [row.item, row.breakdown, row.group_code, row.base, row.counts]);
    expect(countsOf(other, true)).toEqual(countsOf(one, true));
    expect(countsOf(other, false)).not.toEqual(countsOf(one, false));
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
      { verb: "round.close", object_id: roundId, detail: { by: "deadline" } },
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
    const { release } = await releaseRound(database.db, participants());
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
