import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  amendRound,
  archiveRound,
  cancelRound,
  changeReminders,
  endRound,
  extendRound,
} from "#app/domain/rounds/change-round.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { changeDraft, deleteDraft } from "#app/domain/rounds/draft-round.server.ts";
import { closeDueRounds, openPlannedRounds } from "#app/domain/rounds/due-rounds.server.ts";
import { readHistory } from "#app/domain/rounds/history.server.ts";
import { openDraft, planOpening, unplanOpening } from "#app/domain/rounds/open-round.server.ts";
import type { Db } from "#db/client.server.ts";
import type { RoundState } from "#db/tables/round.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertAccount } from "../../../support/people.ts";
import { openPost, type TestPost } from "../../../support/post.ts";
import { outcomeOf } from "../responses/sample-sheet.ts";
import {
  amendSample,
  daysLater,
  insertNetwork,
  makeDraft,
  NOW,
  publishSample,
  stateOf,
  verbsOf,
} from "./sample-draft.ts";

let database: TestDatabase;
let db: Db;
let post: TestPost;
let actorId: string;
let other: string;
let amendment: string;
let versionId: string;

beforeAll(async () => {
  database = await createDatabase();
  db = database.db;
  post = await openPost(database);
  await insertNetwork(db, 12);
  [actorId, other] = [
    await insertAccount(db, { role: "coordination" }),
    await insertAccount(db, { role: "coordination" }),
  ];
  versionId = await publishSample(db);
  amendment = await amendSample(db, versionId);
});
afterAll(async () => {
  await post?.close();
  await database?.dispose();
});

const mails = async (roundId: string) =>
  db.selectFrom("mail").select(["kind", "account_id"]).where("round_id", "=", roundId).execute();

/** A round in the state, by the way it gets there. */
async function roundIn(state: RoundState): Promise<string> {
  const roundId = await makeDraft(db, { versionId, actorId, opensAt: daysLater(2) });
  const acting = { roundId, actorId, now: NOW };
  if (state === "draft") return roundId;
  await openDraft({ db, jobs: post.jobs }, acting);
  if (state === "open") return roundId;
  if (state === "cancelled") {
    await cancelRound(db, acting, "Falsche Fassung");
    return roundId;
  }
  await closeRound(db, acting);
  if (state === "closed") return roundId;
  await db.updateTable("round").set({ state: "released" }).where("round_id", "=", roundId).execute();
  if (state === "archived") await archiveRound(db, acting);
  return roundId;
}

type Step = (roundId: string) => Promise<unknown>;
const act = (roundId: string) => ({ roundId, actorId, now: NOW });
const ACTIONS: Record<string, Step> = {
  change: (id) => changeDraft(db, act(id), { step: "privacy", privacy: "named", strict: false }),
  plan: (id) => planOpening(db, act(id)),
  unplan: (id) => unplanOpening(db, act(id)),
  open: (id) => openDraft({ db, jobs: post.jobs }, act(id)),
  delete: (id) => deleteDraft(db, act(id)),
  extend: (id) => extendRound(db, act(id), daysLater(40)),
  reminders: (id) => changeReminders(db, act(id), [14, 7]),
  close: (id) => closeRound(db, act(id)),
  cancel: (id) => cancelRound(db, act(id), "Kein Geld"),
  amend: (id) => amendRound(db, act(id), amendment),
  end: (id) => endRound(db, act(id)),
  archive: (id) => archiveRound(db, act(id)),
};
/** State after the action, or the Problem that refuses it. Nothing that is not here is possible. */
const DRAFT_ONLY = ["change", "plan", "unplan", "open", "delete"];
const OPEN_ONLY = ["extend", "reminders", "close", "cancel", "amend"];
const AFTER: Record<RoundState, Record<string, string>> = {
  draft: { change: "draft", plan: "draft", unplan: "draft", open: "open", delete: "gone" },
  open: { extend: "open", reminders: "open", close: "closed", cancel: "cancelled", amend: "open" },
  closed: { end: "archived" },
  released: { archive: "archived" },
  archived: {},
  cancelled: {},
};

function refusalOf(state: RoundState, action: string): string {
  if (DRAFT_ONLY.includes(action)) return "round-not-draft";
  if (state === "draft") return "not-found";
  if (OPEN_ONLY.includes(action)) return "round-closed";
  return action === "end" ? "round-not-closed" : "round-not-released";
}

describe.each(Object.keys(AFTER) as RoundState[])("a round that is %s", (state) => {
  it.each(Object.keys(ACTIONS))("%s", async (action) => {
    const roundId = await roundIn(state);
    const [before, verbs] = [await stateOf(db, roundId), await verbsOf(db, roundId)];
    const outcome = await outcomeOf((ACTIONS[action] as Step)(roundId));
    const after = await stateOf(db, roundId);
    const allowed = AFTER[state][action];
    if (allowed) {
      expect(typeof outcome === "string" ? outcome : "done").toBe("done");
      expect(after?.state ?? "gone").toBe(allowed);
      // Taking back a plan that nobody made is nothing to note.
      if (action !== "unplan") expect((await verbsOf(db, roundId)).length).toBe(verbs.length + 1);
    } else {
      expect(outcome).toBe(refusalOf(state, action));
      expect(after).toEqual(before);
      expect(await verbsOf(db, roundId)).toEqual(verbs);
    }
  });
});

describe("opening", () => {
  it("invites everybody with the attributes of the day and queues one mail per lead, all or nothing", async () => {
    const roundId = await roundIn("draft");
    const opened = await openDraft({ db, jobs: post.jobs }, act(roundId));
    expect(opened).toEqual({ invited: 12, mails: 12 });
    expect((await mails(roundId)).map((mail) => mail.kind)).toEqual(Array(12).fill("invitation"));
    const round = await stateOf(db, roundId);
    expect(round).toMatchObject({ state: "open", opened_at: NOW, opens_at: NOW });
    const failing = { insert: () => Promise.reject(new Error("queue is away")) };
    const second = await roundIn("draft");
    await expect(openDraft({ db, jobs: failing as never }, act(second))).rejects.toThrow("queue is away");
    expect(await stateOf(db, second)).toMatchObject({ state: "draft", opened_at: null });
    expect(await db.selectFrom("invitation").select("project_id").where("round_id", "=", second).execute()).toEqual([]);
  });

  it("happens once when two people press the button", async () => {
    const roundId = await roundIn("draft");
    const both = await Promise.all(
      [actorId, other].map((by) => outcomeOf(openDraft({ db, jobs: post.jobs }, { roundId, actorId: by, now: NOW }))),
    );
    expect(both.filter((one) => one === "round-not-draft")).toHaveLength(1);
    expect(await mails(roundId)).toHaveLength(12);
    expect((await verbsOf(db, roundId)).filter((verb) => verb === "round.open")).toHaveLength(1);
  });

  it("at its planned time happens once, in the name of who planned it, and in several processes", async () => {
    const roundId = await roundIn("draft");
    await planOpening(db, { roundId, actorId: other, now: NOW });
    const context = { db, jobs: post.jobs };
    expect(await openPlannedRounds(context, daysLater(1))).toBe(0);
    await Promise.all([1, 2, 3].map(() => openPlannedRounds(context, daysLater(2))));
    expect((await verbsOf(db, roundId)).filter((verb) => verb === "round.open")).toHaveLength(1);
    expect(await mails(roundId)).toHaveLength(12);
    expect(await stateOf(db, roundId)).toMatchObject({ state: "open", opened_at: daysLater(2) });
    const [event] = (await readHistory(db, roundId)).filter(({ verb }) => verb === "round.open");
    expect(event).toMatchObject({ actor: "Test coordination", byItself: false, at: daysLater(2) });
  });

  it("is planned for the future only, and any change of the draft takes the plan back", async () => {
    const roundId = await roundIn("draft");
    await planOpening(db, act(roundId));
    await changeDraft(db, act(roundId), { step: "privacy", privacy: "confidential", strict: true });
    expect(await stateOf(db, roundId)).toMatchObject({ planned_by: null });
    await expect(planOpening(db, { ...act(roundId), now: daysLater(2) })).rejects.toMatchObject({
      faults: [{ code: "opening-past", path: "/opensAt" }],
    });
  });

  it("that was planned and is not possible any more leaves a draft and a line in its history", async () => {
    const lonely = await publishSample(db);
    const roundId = await makeDraft(db, { versionId: lonely, actorId, opensAt: daysLater(2), closesAt: daysLater(12) });
    await planOpening(db, act(roundId));
    // Nobody ran the job for two weeks.
    expect(await openPlannedRounds({ db, jobs: post.jobs }, daysLater(14))).toBe(0);
    expect(await stateOf(db, roundId)).toMatchObject({ state: "draft", planned_by: null });
    const [event] = await readHistory(db, roundId);
    expect(event).toMatchObject({ verb: "round.unplan", byItself: true, detail: { why: "deadline-past" } });
  });
});

describe("the deadline", () => {
  it("closes a round by itself, once in several processes, and says so", async () => {
    const roundId = await roundIn("open");
    const early = await roundIn("closed");
    expect(await closeDueRounds(db, new Date(daysLater(20).getTime() - 1))).toBe(0);
    const closed = await Promise.all([1, 2, 3, 4].map(() => closeDueRounds(db, daysLater(20))));
    expect(closed.reduce((sum, n) => sum + n)).toBeGreaterThanOrEqual(1);
    expect(await stateOf(db, roundId)).toMatchObject({ state: "closed", closed_at: daysLater(20) });
    const events = (await readHistory(db, roundId)).filter(({ verb }) => verb === "round.close");
    expect(events).toMatchObject([{ byItself: true, detail: { by: "deadline" } }]);
    expect(await stateOf(db, early)).toMatchObject({ closed_at: NOW });
  });

  it("is not closed over when it is extended at the same moment", async () => {
    for (let round = 0; round < 5; round += 1) {
      const roundId = await roundIn("open");
      const [extended] = await Promise.all([
        outcomeOf(extendRound(db, { roundId, actorId, now: daysLater(20) }, daysLater(30))),
        closeDueRounds(db, daysLater(20)),
      ]);
      const after = await stateOf(db, roundId);
      const shape = { state: after?.state, closes_at: after?.closes_at };
      const first = { state: "open", closes_at: daysLater(30) };
      const second = { state: "closed", closes_at: daysLater(20) };
      expect(shape).toEqual(extended === "round-closed" ? second : first);
      expect(await closeDueRounds(db, daysLater(29))).toBe(0);
    }
  });

  it("can be moved to a later time only", async () => {
    const roundId = await roundIn("open");
    const codes = async (closesAt: Date, now = NOW) =>
      extendRound(db, { roundId, actorId, now }, closesAt).catch((error) => error.faults[0].code);
    expect(await codes(daysLater(20))).toBe("deadline-not-later");
    expect(await codes(daysLater(3))).toBe("deadline-not-later");
    expect(await codes(daysLater(-1))).toBe("deadline-past");
    expect(await codes(daysLater(21), daysLater(22))).toBe("deadline-past");
    expect(await codes(new Date(daysLater(20).getTime() + 1))).toBeUndefined();
  });
});
