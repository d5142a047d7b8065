import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { amendRound, cancelRound, changeReminders } from "#app/domain/rounds/change-round.server.ts";
import { deleteDraft } from "#app/domain/rounds/draft-round.server.ts";
import { readHistory } from "#app/domain/rounds/history.server.ts";
import { openDraft } from "#app/domain/rounds/open-round.server.ts";
import type { Db } from "#db/client.server.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertAccount } from "../../../support/people.ts";
import { openPost, type TestPost } from "../../../support/post.ts";
import { amendSample, insertNetwork, makeDraft, NOW, publishSample, stateOf, verbsOf } from "./sample-draft.ts";

let database: TestDatabase;
let db: Db;
let post: TestPost;
let actorId: string;
let versionId: string;
let amendment: string;

beforeAll(async () => {
  database = await createDatabase();
  db = database.db;
  post = await openPost(database);
  await insertNetwork(db, 6);
  actorId = await insertAccount(db, { role: "coordination" });
  versionId = await publishSample(db);
  amendment = await amendSample(db, versionId);
});
afterAll(async () => {
  await post?.close();
  await database?.dispose();
});

const act = (roundId: string) => ({ roundId, actorId, now: NOW });

async function openSample(): Promise<string> {
  const roundId = await makeDraft(db, { versionId, actorId });
  await openDraft({ db, jobs: post.jobs }, act(roundId));
  return roundId;
}

describe("an open round", () => {
  it("takes a correction of its wording, also a correction of that, and nothing else", async () => {
    const corrected = await amendSample(db, amendment);
    const stranger = await publishSample(db);
    const roundId = await openSample();
    const refused = await amendRound(db, act(roundId), stranger).catch((error) => error.faults);
    expect(refused).toEqual([{ code: "not-an-amendment", path: "/versionId" }]);
    expect(await amendRound(db, act(roundId), versionId).catch((error) => error.faults[0].code)).toBe(
      "not-an-amendment",
    );
    await amendRound(db, act(roundId), corrected);
    expect(await stateOf(db, roundId)).toMatchObject({ version_id: corrected });
    const [event] = await readHistory(db, roundId);
    expect(event).toMatchObject({ verb: "round.amend", detail: { from: 1, to: 3 } });
    // There is no way back, not even past the domain.
    const back = db.updateTable("round").set({ version_id: versionId }).where("round_id", "=", roundId).execute();
    await expect(back).rejects.toThrow(/takes an amendment/);
  });

  it("is cancelled with a reason that its history keeps", async () => {
    const roundId = await openSample();
    expect(await cancelRound(db, act(roundId), "  ").catch((error) => error.faults[0].code)).toBe("reason-missing");
    expect(await cancelRound(db, act(roundId), "x".repeat(201)).catch((error) => error.faults[0].code)).toBe(
      "reason-long",
    );
    await cancelRound(db, act(roundId), " Zwei Fassungen verwechselt ");
    expect((await readHistory(db, roundId))[0]).toMatchObject({
      verb: "round.cancel",
      detail: { reason: "Zwei Fassungen verwechselt" },
    });
  });

  it("reminds on days of the list, a week apart", async () => {
    const roundId = await openSample();
    const code = (days: number[]) => changeReminders(db, act(roundId), days).catch((error) => error.faults[0].code);
    expect(await code([7, 3])).toBe("reminders-close");
    expect(await code([7, 7])).toBe("reminders-unknown");
    expect(await code([7, Number.NaN])).toBe("reminders-unknown");
    expect(await code([400])).toBe("reminders-unknown");
    await changeReminders(db, act(roundId), [3, 10]);
    expect(await stateOf(db, roundId)).toMatchObject({ reminders: [10, 3] });
    await changeReminders(db, act(roundId), []);
    expect(await stateOf(db, roundId)).toMatchObject({ reminders: [] });
  });
});

it("a draft with links and addressees is deleted with them; its history stays", async () => {
  const roundId = await makeDraft(db, { versionId, actorId, audience: { kind: "link" } });
  const link = { link_id: crypto.randomUUID(), token_hash: Buffer.alloc(32, 1), uses_limit: 10, made_by: actorId };
  await db
    .insertInto("open_link")
    .values({ ...link, round_id: roundId, revoked_at: null })
    .execute();
  const person = { invitation_id: crypto.randomUUID(), kind: "personal" as const, address: "a@example.org" };
  await db
    .insertInto("invitation")
    .values({
      ...person,
      round_id: roundId,
      project_id: null,
      organisation_id: null,
      attributes: {},
      first_opened_at: null,
    })
    .execute();
  await deleteDraft(db, act(roundId));
  expect(await stateOf(db, roundId)).toBeUndefined();
  expect((await verbsOf(db, roundId)).at(-1)).toBe("round.delete");
});
