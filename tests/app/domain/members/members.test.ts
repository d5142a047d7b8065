import { randomBytes, randomUUID } from "node:crypto";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { changeAttributes } from "#app/domain/members/change-attributes.server.ts";
import { changedSince, type DatedValue, valuesOn, withChange } from "#app/domain/members/dated-values.ts";
import { createProject } from "#app/domain/members/edit-members.server.ts";
import * as people from "#app/domain/members/people.server.ts";
import { readProject, readProjects } from "#app/domain/members/read-members.server.ts";
import { acceptRequest, readRequests, refuseRequest } from "#app/domain/members/requests.server.ts";
import { makeRelease } from "#app/domain/release/make-release.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { type Db, jsonb, type Tx } from "#db/client.server.ts";
import { insertRequest } from "#db/queries/attribute-requests.server.ts";
import { findImport, insertImport } from "#db/queries/member-imports.server.ts";
import { keepRoundingKey } from "#db/queries/rounding-keys.server.ts";
import { createDatabase, startTransaction, type TestDatabase } from "../../../support/database.ts";
import { insertAccount, insertProject } from "../../../support/people.ts";
import { openPost, type TestPost } from "../../../support/post.ts";
import { CLOSED_AT, insertRound, participants } from "../release/sample-round.ts";

const NOW = new Date("2026-11-23T12:00:00Z");
const VALUES = { land: ["by"], ph_haupt: ["re"], ansatz: ["beides"] };

let database: TestDatabase;
let post: TestPost;
let tx: Tx;
let db: Db;
let rollback: () => Promise<void>;
let viewer: Viewer;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
});
afterAll(async () => {
  await post?.close();
  await database?.dispose();
});
beforeEach(async () => {
  ({ tx, rollback } = await startTransaction(database.db));
  db = tx;
  const accountId = await insertAccount(tx, { role: "coordination" });
  viewer = { accountId, name: "K", locale: "de", parts: [{ role: "coordination", projectId: null }] };
});
afterEach(() => rollback());

const form = (name = "Brücke") => ({
  ...{ name, organisationId: "new", newOrganisation: `Träger von ${name}` },
  ...{ activeFrom: "2026-01-01", activeUntil: null },
});
const change = (projectId: string, values: Record<string, string[]>, from: string) =>
  changeAttributes(tx, { projectId, values, from, actorId: viewer.accountId, now: NOW });
const verbsOf = async (objectId: string) => {
  const rows = tx.selectFrom("audit").select(["verb", "detail", "actor_id"]).where("object_id", "=", objectId);
  return (await rows.orderBy("audit_id").execute()).map(({ verb }) => verb);
};

test("attributes keep their history: closed the day before, begun on the day, the region follows", async () => {
  const projectId = await createProject(tx, form(), VALUES, viewer.accountId);
  expect(await change(projectId, { land: ["sn"], ph_haupt: ["ri"] }, "2026-11-23")).toEqual([
    "land",
    "region5",
    "ph_haupt",
    "ph",
  ]);
  const { project, history } = await readProject(db, projectId, NOW);
  expect(project.attributes).toEqual({
    land: ["sn"],
    region5: ["mitteost"],
    ph_haupt: ["ri"],
    ph: ["re", "ri"],
    ansatz: ["beides"],
  });
  expect(history.find(({ attribute }) => attribute === "land")?.spans).toEqual([
    { from: "2026-11-23", until: null, values: ["sn"] },
    { from: "2026-01-01", until: "2026-11-22", values: ["by"] },
  ]);
  // The same day again corrects; an earlier day would rewrite what held.
  await change(projectId, { land: ["be"] }, "2026-11-23");
  await expect(change(projectId, { land: ["hh"] }, "2026-11-01")).rejects.toMatchObject({
    code: "invalid-member",
    faults: [{ code: "since", path: "/from", detail: { day: "2026-11-23" } }],
  });
  await expect(change(projectId, { land: [] }, "2026-12-01")).rejects.toMatchObject({ faults: [{ path: "/land" }] });
  expect(await change(projectId, { land: ["be"] }, "2026-12-01")).toEqual([]);
  expect(await verbsOf(projectId)).toEqual(["project.create", "project.attributes", "project.attributes"]);
});

test("for every history and every change: the past stays as it was, the new values hold from the day on", () => {
  const days = ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01"];
  const when = fc.constantFrom(...days);
  const step = fc.record({ from: when, values: fc.subarray(["a", "b", "c"]) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), step, when, (steps, last, today) => {
      const rows = steps.reduce<DatedValue[]>((all, one) => withChange(all, "x", one.values, one.from), []);
      if (changedSince(rows, ["x"], { from: last.from, today })) return;
      const after = withChange(rows, "x", last.values, last.from);
      for (const day of days) {
        const expected = day < last.from ? (valuesOn(rows, day).x ?? []) : last.values;
        expect((valuesOn(after, day).x ?? []).toSorted()).toEqual([...expected].sort());
      }
      const keys = after.map(({ value, valid_from }) => `${value} ${valid_from}`);
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 2000 },
  );
});

test("attributes that change after a round change neither its invitations nor its release", async () => {
  const roundId = await insertRound(tx, participants());
  const invited = tx.selectFrom("invitation").select(["project_id", "attributes"]).where("round_id", "=", roundId);
  const before = await invited.orderBy("project_id").execute();
  await closeRound(tx, { roundId, actorId: null, now: CLOSED_AT });
  const released = async () => {
    const { releaseId } = await makeRelease(tx, { roundId, actorId: null, now: CLOSED_AT });
    const row = tx.selectFrom("release").select("checksum").where("release_id", "=", releaseId);
    return (await row.executeTakeFirstOrThrow()).checksum;
  };
  // The key by which the figures are protected stays with the round.
  await keepRoundingKey(tx, { round_id: roundId, key_id: randomUUID(), key: randomBytes(32), made_at: CLOSED_AT });
  await sql`savepoint before_change`.execute(tx);
  const checksum = await released();
  await sql`rollback to savepoint before_change`.execute(tx);
  const land = { land: ["hh"], ansatz: ["fachkraefte"] };
  for (const { project_id: projectId } of before) await change(projectId ?? "", land, "2026-11-23");
  expect(await invited.orderBy("project_id").execute()).toEqual(before);
  expect(await released()).toBe(checksum);
});

test("projects are found by name, attribute and state, with counts", async () => {
  await createProject(tx, form("Alpha"), VALUES, viewer.accountId);
  await createProject(tx, form("Beta 100%"), { ...VALUES, land: ["sn"] }, viewer.accountId);
  const ended = await createProject(tx, { ...form("Gamma"), activeUntil: "2026-06-30" }, VALUES, viewer.accountId);
  const view = { text: "", values: {}, state: "active", sort: "land", page: 1 } as const;
  const names = async (more: object) =>
    (await readProjects(db, { ...view, ...more }, NOW)).projects.map(({ project }) => project);
  expect(await names({})).toEqual(["Alpha", "Beta 100%"]);
  expect(await names({ values: { land: "by" } })).toEqual(["Alpha"]);
  expect(await names({ values: { ph: "re" }, state: "ended" })).toEqual(["Gamma"]);
  expect(await names({ text: "100%" })).toEqual(["Beta 100%"]);
  expect(await names({ text: "_" })).toEqual([]);
  expect(await readProjects(db, view, NOW)).toMatchObject({ shown: 2, total: 3, active: 2, page: 1, pages: 1 });
  expect((await readProject(db, ended, NOW)).project.active_until).toBe("2026-06-30");
});

test("forms name every field that does not fit, and write nothing", async () => {
  const refused = createProject(
    tx,
    { ...form(" "), newOrganisation: "", activeFrom: undefined },
    { land: ["by"] },
    viewer.accountId,
  );
  await expect(refused).rejects.toMatchObject({
    code: "invalid-member",
    faults: [
      { code: "missing", path: "/name" },
      { code: "missing", path: "/newOrganisation" },
      { code: "day-missing", path: "/activeFrom" },
      { code: "missing", path: "/ph_haupt" },
      { code: "missing", path: "/ansatz" },
    ],
  });
  expect(await tx.selectFrom("organisation").select("name").execute()).toEqual([]);
});

test("a person is added with a welcome, once; an address that is known leads to its account", async () => {
  const { projectId } = await insertProject(tx);
  const services = { db, jobs: post.jobs };
  const part = { role: "member", projectId } as const;
  const accountId = await people.addPerson(services, viewer, {
    name: " Anna  B. ",
    address: "Anna@Example.org",
    locale: "en",
    part,
  });
  expect(await people.readPerson(db, accountId)).toMatchObject({
    name: "Anna B.",
    address: "anna@example.org",
    locale: "en",
  });
  const mails = await tx
    .selectFrom("mail")
    .select(["kind", "subject_ids"])
    .where("account_id", "=", accountId)
    .execute();
  expect(mails).toEqual([{ kind: "welcome", subject_ids: { accountId } }]);
  const again = people.addPerson(services, viewer, { name: "A", address: "anna@example.org", locale: "de", part });
  await expect(again).rejects.toMatchObject({ faults: [{ code: "has-account", detail: { accountId } }] });
  const analyst = { role: "analyst", projectId: null } as const;
  await expect(people.givePart(db, viewer, accountId, analyst)).rejects.toMatchObject({ code: "not-found" });
  await expect(people.givePart(db, viewer, accountId, { role: "lead", projectId: null })).rejects.toMatchObject({
    code: "not-found",
  });
  await people.takePart(db, viewer, accountId, part);
  expect(await verbsOf(accountId)).toEqual(["account.create", "role.grant", "role.revoke"]);
});

test("the last one who coordinates keeps part, account and name", async () => {
  await tx.deleteFrom("membership").where("account_id", "!=", viewer.accountId).execute();
  const part = { role: "coordination", projectId: null } as const;
  for (const work of [
    () => people.takePart(db, viewer, viewer.accountId, part),
    () => people.closeAccount(db, viewer, viewer.accountId, NOW),
    () => people.pseudonymise(db, viewer, viewer.accountId, NOW),
  ]) {
    await expect(work()).rejects.toMatchObject({ code: "last-coordination" });
  }
  const other = await insertAccount(tx, { role: "coordination" });
  await people.closeAccount(db, viewer, other, NOW);
  await expect(people.takePart(db, viewer, viewer.accountId, part)).rejects.toMatchObject({
    code: "last-coordination",
  });
  await people.reopenAccount(db, viewer, other);
  await people.takePart(db, viewer, viewer.accountId, part);
});

test("who is forgotten leaves an id and nothing else", async () => {
  const { projectId } = await insertProject(tx);
  const accountId = await insertAccount(tx, { role: "member", projectId });
  await tx
    .updateTable("account")
    .set({ name: "Zwiebelkuchen", address: "zwiebelkuchen@example.org" })
    .where("account_id", "=", accountId)
    .execute();
  await tx
    .insertInto("session")
    .values({ account_id: accountId, token_hash: Buffer.from("y") })
    .execute();
  const undo = { accounts: [{ accountId, made: false, before: "Zwiebelkuchen", after: "Zwiebel" }], projects: [] };
  const imported = {
    import_id: randomUUID(),
    file_name: "x",
    state: "applied",
    rows: jsonb({}),
    undo: jsonb(undo),
  } as const;
  const dates = { made_by: viewer.accountId, applied_at: NOW, ended_at: null };
  await tx
    .insertInto("member_import")
    .values({ ...imported, ...dates })
    .execute();
  await people.pseudonymise(db, viewer, accountId, NOW);
  const account = await tx
    .selectFrom("account")
    .selectAll()
    .where("account_id", "=", accountId)
    .executeTakeFirstOrThrow();
  expect(account).toMatchObject({
    address: `${accountId}@geloescht.invalid`,
    name: people.FORGOTTEN,
    disabled_at: NOW,
    pseudonymised_at: NOW,
  });
  const tables = ["session", "membership", "audit", "member_import", "account"] as const;
  const rows = await Promise.all(tables.map((table) => tx.selectFrom(table).selectAll().execute()));
  expect(JSON.stringify(rows)).not.toMatch(/zwiebel/i);
  expect(rows[0]).toEqual([]);
  await expect(people.reopenAccount(db, viewer, accountId)).rejects.toMatchObject({ code: "not-found" });
  expect(await verbsOf(accountId)).toEqual(["account.pseudonymise"]);
});

test("who is forgotten is not brought back by a file that waits for its yes", async () => {
  const accountId = await insertAccount(tx, { role: "steering" });
  const { address } = await people.readPerson(db, accountId);
  const kept = async (cells: Record<string, string>) => {
    const importId = randomUUID();
    const file = { form: "csv", columns: [], unknown: [], from: "2026-11-23", rows: [{ line: 2, cells }] };
    await insertImport(tx, { importId, fileName: "x", rows: file, madeBy: viewer.accountId, madeAt: NOW });
    return importId;
  };
  const own = [await kept({ lead_address: address.toUpperCase() }), await kept({ members: `"Ö" <${address}>` })];
  const other = await kept({ lead_address: "andere@example.org" });
  await people.pseudonymise(db, viewer, accountId, NOW);
  const ended = { state: "discarded", rows: {}, ended_at: NOW };
  for (const importId of own) {
    expect(await findImport(tx, importId)).toMatchObject(ended);
    expect(await verbsOf(importId)).toEqual(["member-import.discard"]);
  }
  expect(await findImport(tx, other)).toMatchObject({ state: "preview", ended_at: null });
});

test("a part that the coordination cannot give goes neither with closing nor with forgetting", async () => {
  const accountId = await insertAccount(tx, { role: "analyst" });
  const ungrantable = people.pseudonymise(db, viewer, accountId, NOW);
  await expect(ungrantable).rejects.toMatchObject({ code: "part-not-yours" });
  await people.closeAccount(db, viewer, accountId, NOW);
  expect((await people.readPerson(db, accountId)).parts).toMatchObject([{ role: "analyst" }]);
  await expect(people.pseudonymise(db, viewer, accountId, NOW)).rejects.toMatchObject({ code: "part-not-yours" });
  await tx.deleteFrom("membership").where("account_id", "=", accountId).execute();
  await people.pseudonymise(db, viewer, accountId, NOW);
  expect(await verbsOf(accountId)).toEqual(["account.close", "account.pseudonymise"]);
});

test("requests: a yes applies from its day, a no has a reason, both happen once", async () => {
  const projectId = await createProject(tx, form(), VALUES, viewer.accountId);
  const lead = await insertAccount(tx, { role: "lead", projectId });
  const ask = async (changes: Record<string, string[]>, validFrom: string) => {
    const requestId = randomUUID();
    await insertRequest(tx, { requestId, projectId, changes, validFrom, note: "Umzug", askedBy: lead });
    return requestId;
  };
  const decision = { actorId: viewer.accountId, now: NOW };
  const requestId = await ask({ land: ["hh"] }, "2026-12-01");
  const { open } = await readRequests(db);
  expect(open.map(({ changes }) => changes)).toEqual([[{ attribute: "land", before: ["by"], after: ["hh"] }]]);
  await acceptRequest(tx, { requestId, ...decision });
  await expect(acceptRequest(tx, { requestId, ...decision })).rejects.toMatchObject({ code: "changed-since" });
  expect((await readProject(db, projectId, NOW)).project.attributes.land).toEqual(["by"]);
  expect((await readProject(db, projectId, new Date("2026-12-01T12:00:00Z"))).project.attributes.land).toEqual(["hh"]);
  const second = await ask({ ansatz: ["umfeld"] }, "2026-12-01");
  await refuseRequest(tx, { requestId: second, reason: "Bitte zum Jahreswechsel", ...decision });
  const { decided } = await readRequests(db);
  expect(decided.map(({ state, reason }) => [state, reason]).sort()).toEqual([
    ["accepted", ""],
    ["refused", "Bitte zum Jahreswechsel"],
  ]);
  expect(await verbsOf(requestId)).toEqual(["attribute-request.accept"]);
  expect(await verbsOf(second)).toEqual(["attribute-request.refuse"]);
});
