import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  askAttributes,
  changeOwnAttributes,
  type RequestFault,
  withdrawRequest,
} from "#app/domain/team/project-data.server.ts";
import { listTeams, readOwnTeam, readTeam } from "#app/domain/team/read-team.server.ts";
import {
  addColleague,
  handOverLead,
  makeLead,
  removeColleague,
  stepDown,
} from "#app/domain/team/team-members.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { getAccount } from "#db/queries/accounts.server.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertAccount, insertProject, viewerOf } from "../../../support/people.ts";
import { openPost, SECRET, type TestPost } from "../../../support/post.ts";

const NOW = new Date("2026-11-23T12:00:00Z");

let database: TestDatabase;
let post: TestPost;
let projectId: string;
let lead: Viewer;
let member: Viewer;
let stranger: Viewer;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
});
afterAll(async () => {
  await post?.close();
  await database?.dispose();
});
beforeEach(async () => {
  await sql`delete from rate_limit`.execute(database.db);
  ({ projectId } = await insertProject(database.db));
  lead = await join("lead");
  member = await join("member");
  stranger = await join("lead", (await insertProject(database.db)).projectId);
  const values = { land: "sl", region5: "west", ph_haupt: "re", ph: "re", vzae: "u2" };
  const rows = Object.entries(values).map(([attribute, value]) => ({
    ...{ project_id: projectId, attribute, value },
    ...{ valid_from: "2025-01-01", valid_until: null },
  }));
  await database.db.insertInto("project_attribute").values(rows).execute();
});

const join = async (role: "lead" | "member", id = projectId) =>
  viewerOf(database.db, await insertAccount(database.db, { role, projectId: id }));
const again = (viewer: Viewer) => viewerOf(database.db, viewer.accountId);
const add = (address: string, as = lead, name = "Kim Neu") =>
  addColleague({ db: database.db, jobs: post.jobs, secret: SECRET }, as, { projectId, name, address });
const team = async (as = lead) => (await readTeam(database.db, as, projectId, NOW)).people;
const roles = async () => {
  const rows = database.db.selectFrom("membership").select(["account_id", "role"]).where("project_id", "=", projectId);
  return Object.fromEntries((await rows.execute()).map((row) => [row.account_id, row.role]));
};
const events = async (verb: string) => {
  const rows = database.db.selectFrom("audit").select(["object_id", "detail"]).where("verb", "=", verb);
  return rows.where("actor_id", "=", lead.accountId).orderBy("audit_id").execute();
};
const person = (one: Viewer) => ({ projectId, accountId: one.accountId });
const NOT_FOUND = { code: "not-found" };

test("members see names and parts of their own team; addresses and changes are the lead's; foreign projects are not there", async () => {
  const seen = await readTeam(database.db, member, projectId, NOW);
  expect(seen).toMatchObject({ mayEdit: false, values: { land: ["sl"], vzae: ["u2"] } });
  expect(seen.people.map(({ role, address, self }) => ({ role, address, self }))).toEqual([
    { role: "lead", address: undefined, self: false },
    { role: "member", address: undefined, self: true },
  ]);
  expect((await team())[1]?.address).toBe((await getAccount(database.db, member.accountId)).address);
  for (const id of [projectId, randomUUID(), "x"]) {
    await expect(readTeam(database.db, stranger, id, NOW)).rejects.toMatchObject(NOT_FOUND);
  }
  await expect(readOwnTeam(database.db, member, projectId, NOW)).rejects.toMatchObject(NOT_FOUND);
  const steering = await viewerOf(database.db, await insertAccount(database.db, { role: "coordination" }));
  await expect(readTeam(database.db, steering, projectId, NOW)).rejects.toMatchObject(NOT_FOUND);
  expect((await listTeams(database.db, lead)).map((one) => one.project_id)).toEqual([projectId]);
});

test("an unknown address gets account, part and one welcome; a known one part and welcome; a closed one nothing; all answers are the same", async () => {
  const unknown = `neu-${randomUUID().slice(0, 8)}@example.org`;
  const known = (await getAccount(database.db, stranger.accountId)).address;
  const closedId = await insertAccount(database.db, { role: "steering" });
  await sql`update account set disabled_at = now() where account_id = ${closedId}`.execute(database.db);
  const closed = (await getAccount(database.db, closedId)).address;
  for (const address of [unknown, known, closed]) expect(await add(address)).toBe("added");
  const people = await team();
  expect(people.map(({ name }) => name).sort()).toEqual(["Kim Neu", "Test lead", "Test lead", "Test member"]);
  expect(people.filter(({ accountId }) => accountId === stranger.accountId)).toMatchObject([{ role: "member" }]);
  expect((await getAccount(database.db, stranger.accountId)).name).toBe("Test lead");
  const mails = database.db.selectFrom("mail").select(["account_id", "subject_ids"]).where("kind", "=", "welcome");
  const fresh = people.find(({ name }) => name === "Kim Neu")?.accountId ?? "";
  expect((await mails.execute()).filter((mail) => mail.account_id === fresh)).toEqual([
    { account_id: fresh, subject_ids: { accountId: fresh } },
  ]);
  expect((await mails.execute()).map((mail) => mail.account_id).sort()).toEqual([fresh, stranger.accountId].sort());
  expect(await post.deliver(unknown)).toHaveLength(1);
  expect(await post.deliver(known)).toHaveLength(1);
  expect(await add(unknown)).toBe("in-team");
  expect((await events("account.create")).map((event) => event.object_id)).toEqual([fresh]);
  expect((await events("role.grant")).map((event) => event.detail)).toEqual([
    { role: "member", projectId },
    { role: "member", projectId },
  ]);
});

test("the same address added many times at once is one person", async () => {
  const address = `viele-${randomUUID().slice(0, 8)}@example.org`;
  const added = await Promise.all(Array.from({ length: 5 }, () => add(address)));
  expect(added.filter((one) => one === "added")).toHaveLength(1);
  expect(await team()).toHaveLength(3);
  await expect(add(address)).rejects.toMatchObject({ code: "too-many-requests" });
});

test("members and foreign leads change nothing", async () => {
  for (const as of [member, stranger]) {
    await expect(add("x@example.org", as)).rejects.toMatchObject(NOT_FOUND);
    for (const step of [removeColleague, makeLead, handOverLead]) {
      await expect(step(database.db, as, person(member))).rejects.toMatchObject(NOT_FOUND);
    }
    const asked = { projectId, values: { vzae: ["ab10"] }, validFrom: "2027-01-01", note: "", now: NOW };
    await expect(askAttributes(database.db, as, asked)).rejects.toMatchObject(NOT_FOUND);
    await expect(changeOwnAttributes(database.db, as, { ...asked, values: {} })).rejects.toMatchObject(NOT_FOUND);
  }
  await expect(removeColleague(database.db, lead, person(stranger))).rejects.toMatchObject(NOT_FOUND);
  await expect(handOverLead(database.db, lead, person(stranger))).rejects.toMatchObject(NOT_FOUND);
  expect(await roles()).toEqual({ [lead.accountId]: "lead", [member.accountId]: "member" });
});

test("handing over makes the other one lead and oneself a member, at once", async () => {
  await handOverLead(database.db, lead, person(member));
  expect(await roles()).toEqual({ [lead.accountId]: "member", [member.accountId]: "lead" });
  await expect(removeColleague(database.db, lead, person(member))).rejects.toMatchObject(NOT_FOUND);
  const granted = (await events("role.grant")).map((event) => [event.object_id, event.detail.role]);
  expect(granted).toEqual([
    [member.accountId, "lead"],
    [lead.accountId, "member"],
  ]);
});

test("a closed account becomes no lead", async () => {
  await sql`update account set disabled_at = now() where account_id = ${member.accountId}`.execute(database.db);
  for (const step of [makeLead, handOverLead]) {
    await expect(step(database.db, lead, person(member))).rejects.toMatchObject(NOT_FOUND);
  }
  expect(await roles()).toEqual({ [lead.accountId]: "lead", [member.accountId]: "member" });
  await removeColleague(database.db, lead, person(member));
  expect(await roles()).toEqual({ [lead.accountId]: "lead" });
});

test("the last lead neither goes nor steps down; with a second one both are possible", async () => {
  await expect(removeColleague(database.db, lead, person(lead))).rejects.toMatchObject({ code: "last-lead" });
  await expect(stepDown(database.db, lead, projectId)).rejects.toMatchObject({ code: "last-lead" });
  await makeLead(database.db, lead, person(member));
  expect(await roles()).toEqual({ [lead.accountId]: "lead", [member.accountId]: "lead" });
  await sql`update account set disabled_at = now() where account_id = ${member.accountId}`.execute(database.db);
  await expect(stepDown(database.db, lead, projectId)).rejects.toMatchObject({ code: "last-lead" });
  await sql`update account set disabled_at = null where account_id = ${member.accountId}`.execute(database.db);
  const both = [lead, await again(member)];
  const asked = await Promise.allSettled(both.map((one) => stepDown(database.db, one, projectId)));
  expect(asked.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(Object.values(await roles()).sort()).toEqual(["lead", "member"]);
});

test("whatever is done in whatever order, a project has a lead and nobody stands in it twice", async () => {
  const steps = fc.constantFrom("remove", "make", "hand", "down");
  const who = fc.integer({ min: 0, max: 3 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(steps, who, who), { maxLength: 12 }), async (moves) => {
      ({ projectId } = await insertProject(database.db));
      const people = [await join("lead"), await join("member"), await join("member"), await join("lead")];
      for (const [step, by, on] of moves) {
        const viewer = await again(people[by]!);
        const target = person(people[on]!);
        const work = { remove: removeColleague, make: makeLead, hand: handOverLead } as const;
        const move = async () =>
          step === "down" ? stepDown(database.db, viewer, projectId) : work[step](database.db, viewer, target);
        await move().catch((problem) => expect(["not-found", "last-lead"]).toContain(problem.code));
      }
      const rows = database.db
        .selectFrom("membership")
        .select(["account_id", "role"])
        .where("project_id", "=", projectId);
      const left = await rows.execute();
      expect(left.filter(({ role }) => role === "lead").length).toBeGreaterThan(0);
      expect(new Set(left.map((row) => row.account_id)).size).toBe(left.length);
    }),
    { numRuns: 25 },
  );
});

const ask = (values: Record<string, string[]>, validFrom = "2027-01-01", note = "Wir sind jetzt sechs.") =>
  askAttributes(database.db, lead, { projectId, values, validFrom, note, now: NOW });

test("what breakdowns use is asked for: only what differs is kept, one request waits at a time, and it can be withdrawn", async () => {
  expect(await ask({ vzae: ["5_u10"], land: ["sl"], ph_haupt: ["re"] })).toBeUndefined();
  const seen = await readTeam(database.db, lead, projectId, NOW);
  expect(seen.openRequest).toMatchObject({ changes: { vzae: ["5_u10"] }, valid_from: "2027-01-01", state: "open" });
  expect(seen.values.vzae).toEqual(["u2"]);
  await expect(ask({ vzae: ["ab10"] })).rejects.toMatchObject({ code: "request-open" });
  await withdrawRequest(database.db, lead, projectId);
  await withdrawRequest(database.db, lead, projectId);
  expect((await readTeam(database.db, lead, projectId, NOW)).openRequest).toBeUndefined();
  expect(await events("attribute-request.withdraw")).toHaveLength(1);
  expect(await ask({ vzae: ["ab10"] })).toBeUndefined();
  const [asked] = await events("attribute-request.ask");
  expect(asked?.detail).toEqual({ projectId, attributes: "vzae", from: "2027-01-01" });
  expect((await readTeam(database.db, member, projectId, NOW)).openRequest).toBeUndefined();
});

test("requests without a change, before the project or far ahead are sent back; unknown values are refused", async () => {
  const faults: [Record<string, string[]>, string, RequestFault][] = [
    [{ vzae: ["u2"] }, "2027-01-01", "nothing"],
    [{}, "2027-01-01", "nothing"],
    [{ vzae: ["ab10"] }, "2024-12-31", "before-project"],
    [{ vzae: ["ab10"] }, "2027-11-30", "too-far"],
  ];
  for (const [values, day, fault] of faults) expect(await ask(values, day)).toBe(fault);
  const refused: Record<string, string[]>[] = [
    { vzae: ["none"] },
    { vzae: ["u2", "ab10"] },
    { status: ["verbund"] },
    { ph: ["le"] },
  ];
  for (const values of refused) {
    await expect(ask(values)).rejects.toMatchObject({ code: "invalid-request" });
  }
  expect((await readTeam(database.db, lead, projectId, NOW)).openRequest).toBeUndefined();
});

test("what was decided is shown with its reason", async () => {
  await ask({ vzae: ["ab10"] });
  await sql`update attribute_request set state = 'refused', reason = 'Noch nicht belegt.', decided_at = now(),
    decided_by = ${lead.accountId} where project_id = ${projectId}`.execute(database.db);
  expect((await readTeam(database.db, lead, projectId, NOW)).decided).toMatchObject([
    { state: "refused", reason: "Noch nicht belegt." },
  ]);
});

test("phenomena and places of work change at once, from today on; the main phenomenon stays among them", async () => {
  await changeOwnAttributes(database.db, lead, { projectId, values: { ph: ["le"], setting: ["online"] }, now: NOW });
  const { values } = await readTeam(database.db, lead, projectId, NOW);
  expect(values).toMatchObject({ ph: ["re", "le"], setting: ["online"] });
  const before = await readTeam(database.db, lead, projectId, new Date("2026-11-22T12:00:00Z"));
  expect(before.values).toMatchObject({ ph: ["re"], setting: [] });
  await expect(
    changeOwnAttributes(database.db, lead, { projectId, values: { vzae: ["ab10"] }, now: NOW }),
  ).rejects.toMatchObject({ code: "invalid-request" });
});
