import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertRound, participants } from "../release/sample-round.ts";

const now = new Date("2026-10-02T09:00:00Z");
let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.dispose());

describe("closing a round", () => {
  it("waits for answers that are being written, and lets in none after that", async () => {
    const { db } = database;
    const roundId = await insertRound(db, participants().slice(0, 6));
    const { response_id } = await db
      .selectFrom("response")
      .select("response_id")
      .where("round_id", "=", roundId)
      .executeTakeFirstOrThrow();
    const answer = { round_id: roundId, response_id, value: JSON.stringify("x") as never, rev: 1, changed_by: null };

    const writing = await db.startTransaction().execute();
    await writing
      .insertInto("field")
      .values({ ...answer, path: "vorher" })
      .execute();
    let closed = false;
    const closing = closeRound(db, { roundId, actorId: null, now }).then(() => {
      closed = true;
    });
    await wait(300);
    expect(closed).toBe(false);
    await writing.commit().execute();
    await closing;

    const late = db
      .insertInto("field")
      .values({ ...answer, path: "nachher" })
      .execute();
    await expect(late).rejects.toThrow(/the round is closed/);
    const fields = await db.selectFrom("field").select("path").where("round_id", "=", roundId).execute();
    expect(fields).toEqual([{ path: "vorher" }]);
  });

  it("closes once when two people press the button", async () => {
    const roundId = await insertRound(database.db, participants().slice(0, 6));
    const both = await Promise.allSettled([1, 2].map(() => closeRound(database.db, { roundId, actorId: null, now })));
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const events = await database.db.selectFrom("audit").select("verb").where("object_id", "=", roundId).execute();
    expect(events).toEqual([{ verb: "round.close" }]);
  });
});
