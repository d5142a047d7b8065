import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { collectOwnData } from "#app/domain/account/own-data.server.ts";
import { askProject } from "#app/domain/exchange/ask-project.server.ts";
import { publishProfile, readOwnProfile, withdrawProfile } from "#app/domain/exchange/profile.server.ts";
import { readExchange } from "#app/domain/exchange/read-exchange.server.ts";
import { eraseKeptLongEnough } from "#app/domain/responses/retention.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { addressOf } from "../../../support/mail-round.ts";
import { insertAccount, insertProject, viewerOf } from "../../../support/people.ts";
import { openPost, type TestPost } from "../../../support/post.ts";
import { attempt, NO_RIGHT } from "../../../support/refusal.ts";

const NOT_FOUND = { code: "not-found" };
const DAY_MS = 86_400_000;
const SAID = { seeks: ["recht", "haft", "unsinn"], seeksText: " Eine Schulung ", offers: ["online"], offersText: "" };

type Team = { projectId: string; lead: Viewer; member: Viewer };

let database: TestDatabase;
let post: TestPost;
let own: Team;
let other: Team;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
});
afterAll(async () => {
  await post?.close();
  await database?.dispose();
});
beforeEach(async () => {
  [own, other] = [await makeTeam(), await makeTeam()];
});

async function makeTeam(): Promise<Team> {
  const { projectId } = await insertProject(database.db);
  const viewer = async (role: "lead" | "member") =>
    viewerOf(database.db, await insertAccount(database.db, { role, projectId }));
  return { projectId, lead: await viewer("lead"), member: await viewer("member") };
}

const publish = async ({ projectId, lead }: Team, typed = SAID, now = new Date()) => {
  const { number } = await readOwnProfile(database.db, lead, projectId);
  return publishProfile(database.db, lead, { projectId, typed, number, now });
};
const withdraw = ({ projectId, lead }: Team, now = new Date()) => withdrawProfile(database.db, lead, projectId, now);
const read = (viewer: Viewer, projectId: string | null = null) =>
  readExchange(database.db, viewer, projectId, new Date());
const seenBy = async (viewer: Viewer) => (await read(viewer)).profiles.map(({ projectId }) => projectId);
const stepsOf = ({ projectId }: Team) =>
  database.db.selectFrom("exchange_step").selectAll().where("project_id", "=", projectId).orderBy("number").execute();

describe("what a project seeks and offers", () => {
  test("is said by its lead, kept with its history, and the same again is no step", async () => {
    expect(await publish(own)).toEqual([]);
    expect(await publish(own)).toEqual([]);
    expect(await publish(own, { ...SAID, offers: [] })).toEqual([]);
    expect(
      (await stepsOf(own)).map(({ number, seeks, seeks_text, offers }) => [number, seeks, seeks_text, offers]),
    ).toEqual([
      [1, ["haft", "recht"], "Eine Schulung", ["online"]],
      [2, ["haft", "recht"], "Eine Schulung", []],
    ]);
    expect(await readOwnProfile(database.db, own.lead, own.projectId)).toMatchObject({
      ...{ number: 2, by: "Test lead", profile: { offers: [] } },
    });
    const step = sql`update exchange_step set seeks_text = 'anders' where project_id = ${own.projectId}`;
    expect(await attempt(database.db, step)).toBe(NO_RIGHT);
    expect(await attempt(database.db, sql`delete from exchange_step`)).toBe(NO_RIGHT);
    expect(await attempt(database.report, "select * from exchange_step")).toBe(NO_RIGHT);
  });

  test("of two leads who edit at once one writes; the other is told, and nothing is overwritten", async () => {
    const { projectId } = own;
    const account = await insertAccount(database.db, { role: "lead", projectId });
    const second = await viewerOf(database.db, account);
    const late = (offers: string[], number: number) =>
      publishProfile(database.db, second, { projectId, typed: { ...SAID, offers }, number, now: new Date() });
    await publish(own);
    await expect(late(["gender"], 0)).rejects.toMatchObject({ code: "changed-since" });
    // Who typed the very same has nothing to be told.
    expect(await late(SAID.offers, 0)).toEqual([]);
    await withdraw(own);
    await expect(late(["gender"], 1)).rejects.toMatchObject({ code: "changed-since" });
    await late(["gender"], 2);
    expect((await stepsOf(own)).map(({ offers }) => offers)).toEqual([["online"], [], ["gender"]]);
  });

  test("needs a topic, and keeps texts short", async () => {
    const nothing = { seeks: [], seeksText: "Text", offers: [], offersText: "" };
    expect(await publish(own, nothing)).toEqual([{ code: "missing", path: "/seeks" }]);
    expect(await publish(own, { ...SAID, offersText: "x".repeat(301) })).toEqual([
      { code: "too-long", path: "/offersText" },
    ]);
    expect(await stepsOf(own)).toEqual([]);
  });

  test("is changed by nobody but the own lead", async () => {
    const now = new Date();
    const { projectId } = own;
    for (const viewer of [own.member, other.lead]) {
      await expect(
        publishProfile(database.db, viewer, { projectId, typed: SAID, number: 0, now }),
      ).rejects.toMatchObject(NOT_FOUND);
      await expect(withdrawProfile(database.db, viewer, projectId, now)).rejects.toMatchObject(NOT_FOUND);
      await expect(readOwnProfile(database.db, viewer, projectId)).rejects.toMatchObject(NOT_FOUND);
    }
  });

  test("is seen by projects that say something themselves and by the steering group, until it is withdrawn", async () => {
    const steering = await viewerOf(database.db, await insertAccount(database.db, { role: "steering" }));
    await publish(own);
    expect(await seenBy(other.member)).toEqual([]);
    expect((await read(other.member)).count).toBeGreaterThan(0);
    expect(await seenBy(steering)).toContain(own.projectId);
    await publish(other);
    expect(await seenBy(other.member)).toContain(own.projectId);
    await withdraw(own);
    await withdraw(own);
    expect(await seenBy(other.member)).not.toContain(own.projectId);
    expect(await seenBy(steering)).not.toContain(own.projectId);
    expect(await seenBy(own.lead)).toEqual([]);
    expect((await stepsOf(own)).map(({ published }) => published)).toEqual([true, false]);
  });

  test("goes with the project that leaves", async () => {
    await publish(own);
    await publish(other);
    const gone = sql`update project set active_until = '2025-12-31' where project_id = ${own.projectId}`;
    await gone.execute(database.owner);
    expect(await read(own.lead)).toMatchObject({ own: null, isOutside: true, profiles: [] });
    expect(await seenBy(other.lead)).not.toContain(own.projectId);
    await expect(publish(own, { ...SAID, offers: [] })).rejects.toMatchObject(NOT_FOUND);
  });
});

describe("asking another project", () => {
  const ask = (viewer: Viewer, from: Team, to: Team) =>
    askProject({ db: database.db, jobs: post.jobs }, viewer, {
      fromProject: from.projectId,
      toProject: to.projectId,
      now: new Date(),
    });

  test("tells its lead once, without naming who asks, and shows there whom to answer", async () => {
    await publish(own);
    await publish(other);
    expect(await ask(own.lead, own, other)).toBe("asked");
    expect(await ask(own.lead, own, other)).toBe("again");
    const letters = await post.deliver(await addressOf(database.db, other.lead.accountId));
    expect(letters).toHaveLength(1);
    const address = await addressOf(database.db, own.lead.accountId);
    expect(letters[0]?.text).toContain("/suchen-und-bieten");
    expect(letters[0]?.text).not.toContain(address);
    const [contact] = (await read(other.lead)).contacts;
    expect(contact).toMatchObject({ received: true, address });
    expect((await read(other.member)).contacts).toMatchObject([{ received: true, name: null, address: null }]);
    expect((await read(own.member)).asked).toEqual([other.projectId]);
    expect((await read(own.member)).contacts).toMatchObject([{ received: false, address: null }]);
  });

  test("is for those who say something themselves, and for leads", async () => {
    await publish(other);
    await expect(ask(own.lead, own, other)).rejects.toMatchObject(NOT_FOUND);
    await publish(own);
    await expect(ask(own.member, own, other)).rejects.toMatchObject(NOT_FOUND);
    await expect(ask(own.lead, own, own)).rejects.toMatchObject(NOT_FOUND);
  });

  test("of an entry that went meanwhile, and of a project that nobody leads, keeps nothing and says so", async () => {
    const third = await makeTeam();
    for (const team of [own, other, third]) await publish(team);
    await withdraw(other);
    expect(await ask(own.lead, own, other)).toBe("gone");
    expect(await ask(other.lead, other, own)).toBe("own-gone");
    const close = sql`update account set disabled_at = now() where account_id = ${third.lead.accountId}`;
    await close.execute(database.owner);
    expect(await ask(own.lead, own, third)).toBe("nobody");
    expect((await read(own.lead)).contacts).toEqual([]);
  });

  test("names who asked no longer once they left the project, or their account was closed", async () => {
    await publish(own);
    await publish(other);
    await ask(own.lead, own, other);
    const shown = async () => (await read(other.lead)).contacts[0]?.address;
    expect(await shown()).toBe(await addressOf(database.db, own.lead.accountId));
    const { accountId } = own.lead;
    const disable = (at: string) =>
      sql`update account set disabled_at = ${sql.raw(at)} where account_id = ${accountId}`.execute(database.owner);
    await disable("now()");
    expect(await shown()).toBeNull();
    await disable("null");
    await database.owner.deleteFrom("membership").where("account_id", "=", accountId).execute();
    expect(await shown()).toBeNull();
  });
});

describe("what was said before", () => {
  test("is erased after half a year, and what counts stays", async () => {
    const ago = (days: number) => new Date(Date.now() - days * DAY_MS);
    await publish(own, SAID, ago(400));
    await publish(own, { ...SAID, offers: ["haft"] }, ago(300));
    await publish(own, { ...SAID, offers: ["gender"] }, ago(20));
    await publish(other, SAID, ago(400));
    await withdraw(other, ago(200));
    await eraseKeptLongEnough(database.db, new Date());
    expect((await stepsOf(own)).map(({ number }) => number)).toEqual([2, 3]);
    expect(await stepsOf(other)).toEqual([]);
    const tooSoon = sql`select erase_exchange(now() - interval '3 days')`;
    expect(await attempt(database.db, tooSoon)).toBe("P0101");
  });

  test("stands in the person's own data", async () => {
    await publish(own);
    const kept = await collectOwnData(database.db, own.lead, "de", new Date());
    expect(kept.seekingAndOffering).toMatchObject([{ step: "said", seeks: "haft, recht – Eine Schulung" }]);
  });
});
