import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { changeAttributes } from "#app/domain/members/change-attributes.server.ts";
import { applyImport } from "#app/domain/members/import/apply-import.server.ts";
import * as preview from "#app/domain/members/import/preview.server.ts";
import { readNetwork } from "#app/domain/members/import/read-network.server.ts";
import { readWorkbook } from "#app/domain/members/import/read-workbook.server.ts";
import { undoImport } from "#app/domain/members/import/undo-import.server.ts";
import { writeCsv } from "#app/domain/members/import/write-table.ts";
import { Problem } from "#app/domain/problem.ts";
import type { Db, Tx } from "#db/client.server.ts";
import { loadNetwork } from "#db/seed/load-network.server.ts";
import { sampleNetwork } from "#db/seed/network.ts";
import { createDatabase, startTransaction, type TestDatabase } from "../../../support/database.ts";
import { csvOf, FAULTY, FAULTY_ROWS, type FileLine, fileLine, spoiltFile } from "../../../support/member-file.ts";
import { insertAccount } from "../../../support/people.ts";
import { openPost, type TestPost } from "../../../support/post.ts";

const NOW = new Date("2026-11-23T12:00:00Z");
const ALL: preview.PreviewView = { show: "all", line: undefined, page: 1 };

let database: TestDatabase;
let post: TestPost;
let tx: Tx;
let db: Db;
let rollback: () => Promise<void>;
let actorId: string;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
  await database.db.transaction().execute((own) => loadNetwork(own, sampleNetwork(1), "2025-01-01"));
});
afterAll(async () => {
  await post?.close();
  await database?.dispose();
});
beforeEach(async () => {
  ({ tx, rollback } = await startTransaction(database.db));
  db = tx;
  actorId = await insertAccount(tx, { role: "coordination" });
});
afterEach(() => rollback());

async function begin(text: string, name = "mitglieder.csv"): Promise<string> {
  return preview.beginImport(
    { db, readWorkbook },
    { name, bytes: new TextEncoder().encode(text) },
    { actorId, now: NOW },
  );
}

async function shown(importId: string, view = ALL) {
  const { preview: found } = await preview.readImport(db, importId, view, NOW);
  if (!found) throw new Error("no preview any more");
  return found;
}

async function apply(importId: string, welcome = false): Promise<void> {
  const { fingerprint } = await shown(importId);
  await applyImport({ db, jobs: post.jobs }, { importId, fingerprint, welcome, actorId, now: NOW });
}

/** Everything that an import may change, without the order of rows. */
async function snapshot() {
  const { organisations, projects, accounts } = await readNetwork(tx);
  const memberships = await tx.selectFrom("membership").select(["account_id", "role", "project_id"]).execute();
  const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
  const rows = projects.map((one) => ({ ...one, attributes: sorted(one.attributes) }));
  return [organisations, rows, accounts, memberships].map(sorted);
}

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!(error instanceof Problem)) throw new Error(`no problem but ${String(error)}`);
  return error;
}

test("300 projects with 12 faulty rows: found, mended, applied at once, undone without a trace", async () => {
  const before = await snapshot();
  const importId = await begin(csvOf(spoiltFile(300)));
  const first = await shown(importId, { ...ALL, show: undefined });
  expect(first.show).toBe("problem");
  expect(first.unknown).toEqual(["Bemerkung"]);
  expect(first.plans.map(({ line }) => line)).toEqual(FAULTY_ROWS);
  expect(first.counts).toEqual({ new: 288, changed: 0, unchanged: 0, problem: 12, left: 0 });
  expect(
    first.plans.map(({ faults }) => faults.map(({ code, path }) => `${path}: ${code}`).join()),
  ).toMatchInlineSnapshot(`
    [
      "land: unknown-value",
      "ph_haupt: unknown-value",
      "active_from: day",
      "lead_address: address",
      "project: missing",
      "project: project-twice",
      "project: project-twice",
      "lead_address: address-twice",
      "lead_address: address-twice",
      "members: address",
      "vzae: unknown-value",
      "lead_name: nameless",
    ]
  `);
  expect(await snapshot()).toEqual(before);
  const early = await problemOf(apply(importId));
  expect(early.code).toBe("invalid-member");

  const COLUMN: Record<string, string> = {
    ...{ Träger: "organisation", Projekt: "project", Land: "land", Schwerpunkt: "ph_haupt", Ansatz: "ansatz" },
    ...{ Stellen: "vzae", "Aktiv ab": "active_from", Leitung: "lead_name", "E-Mail der Leitung": "lead_address" },
    "Weitere Teammitglieder": "members",
  };
  const corrections = Object.entries(FAULTY).map(([n, faults]): [number, Record<string, string>] => {
    const sound = fileLine(Number(n));
    const heads = Object.keys(faults) as (keyof FileLine)[];
    return [Number(n) + 1, Object.fromEntries(heads.map((head) => [COLUMN[head] as string, sound[head] ?? ""]))];
  });
  await preview.correctRows(db, importId, new Map(corrections));
  const mended = await shown(importId, { ...ALL, show: undefined });
  expect(mended.show).toBeUndefined();
  expect(mended.counts).toEqual({ new: 300, changed: 0, unchanged: 0, problem: 0, left: 0 });
  expect(mended.newOrganisations).toHaveLength(100);

  await apply(importId);
  const network = await readNetwork(tx);
  expect(network.projects).toHaveLength(420);
  const forty = network.projects.find(({ name }) => name === "Projekt 40 „Übergänge“");
  expect(forty).toMatchObject({ activeFrom: "2026-03-01", activeUntil: null });
  expect(forty?.leads.map(({ name, address }) => [name, address])).toEqual([
    ["Leitung 40", "leitung.40@traeger.example"],
  ]);
  expect(forty?.members.map(({ address }) => address)).toEqual(["kollege.40@traeger.example"]);
  expect(forty?.attributes.map(({ attribute, value }) => `${attribute}=${value}`).sort()).toEqual([
    ...["ansatz=beides", "land=by", "ph=ri", "ph_haupt=ri", "region5=sued"],
    ...["setting=beratungsstelle", "setting=schule", "vzae=2_u5"],
  ]);
  const done = await preview.readImport(db, importId, ALL, NOW);
  expect(done.ended).toMatchObject({ organisations: 100, people: 375, undoable: true, counts: { new: 300 } });
  // The file itself is gone: only what undoes it is kept.
  const { rows } = await tx
    .selectFrom("member_import")
    .select("rows")
    .where("import_id", "=", importId)
    .executeTakeFirstOrThrow();
  expect(JSON.stringify(rows)).not.toContain("@");

  await undoImport(db, { importId, actorId, now: NOW });
  expect(await snapshot()).toEqual(before);
  const kept = await tx
    .selectFrom("member_import")
    .selectAll()
    .where("import_id", "=", importId)
    .executeTakeFirstOrThrow();
  expect(kept).toMatchObject({ state: "undone", undo: null });
  const again = await problemOf(undoImport(db, { importId, actorId, now: NOW }));
  expect(again.code).toBe("changed-since");
  const verbs = await tx.selectFrom("audit").select(["verb", "detail"]).where("actor_id", "=", actorId).execute();
  const counted = Object.fromEntries(
    [...Map.groupBy(verbs, ({ verb }) => verb)].map(([verb, all]) => [verb, all.length]),
  );
  expect(counted).toEqual({
    "member-import.read": 1,
    "member-import.apply": 1,
    "organisation.create": 100,
    "project.create": 300,
    "account.create": 375,
    "role.grant": 375,
    "member-import.undo": 1,
  });
  expect(JSON.stringify(verbs)).not.toMatch(/@|Leitung|Träger/);
});

test("the export of the sample network changes nothing; its changes are applied from the day on and undone", async () => {
  const before = await snapshot();
  const exported = writeCsv(await readNetwork(tx), "2026-11-23");
  expect((await shown(await begin(exported))).counts).toEqual({
    new: 0,
    changed: 0,
    unchanged: 120,
    problem: 0,
    left: 0,
  });

  const network = await readNetwork(tx);
  const project = network.projects.find((one) => one.attributes.some(({ value }) => value === "sn"));
  if (!project?.leads[0]) throw new Error("the sample has no such project");
  const organisation = network.organisations.find((one) => one.organisationId === project.organisationId)?.name ?? "";
  const heads = [
    "Kennung",
    "Träger",
    "Projekt",
    "Land",
    "Aktiv bis",
    "Leitung",
    "E-Mail der Leitung",
    "Weitere Teammitglieder",
  ];
  const cells = [
    project.projectId,
    organisation,
    "Neuer Name",
    "Berlin",
    "2027-12-31",
    "Neue Leitung",
    "neu@traeger.example",
    "-",
  ];
  const importId = await begin(`${heads.join("\t")}\n${cells.join("\t")}\n`);
  await preview.setImportDay(db, importId, "2027-01-01");
  const found = await shown(importId);
  expect(found.plans[0]?.state).toBe("changed");
  expect(found.plans[0]?.changes.map(({ column, after }) => [column, after])).toEqual([
    ["project", ["Neuer Name"]],
    ["land", ["be"]],
    ["active_until", ["2027-12-31"]],
    ["lead_address", ["Neue Leitung <neu@traeger.example>"]],
    ...(project.members.length > 0 ? [["members", []]] : []),
  ]);
  await apply(importId);
  const after = (await readNetwork(tx)).projects.find((one) => one.projectId === project.projectId);
  const lands = after?.attributes.filter(({ attribute }) => attribute === "land" || attribute === "region5");
  expect(lands?.map(({ value, valid_from, valid_until }) => [value, valid_from, valid_until]).sort()).toEqual([
    ["be", "2027-01-01", null],
    ["mitteost", "2025-01-01", "2026-12-31"],
    ["nordost", "2027-01-01", null],
    ["sn", "2025-01-01", "2026-12-31"],
  ]);
  expect(after?.leads.map(({ name }) => name)).toEqual(["Neue Leitung"]);
  expect(after?.members).toEqual([]);
  await undoImport(db, { importId, actorId, now: NOW });
  expect(await snapshot()).toEqual(before);
});

test("two projects can swap their names", async () => {
  const [one, two] = (await readNetwork(tx)).projects.filter((project, _, all) => {
    return all.some((other) => other !== project && other.organisationId === project.organisationId);
  });
  const same = (await readNetwork(tx)).projects.filter((project) => project.organisationId === one?.organisationId);
  const [a, b] = same;
  if (!a || !b || !two) throw new Error("the sample has no organisation with two projects");
  const organisation = (await readNetwork(tx)).organisations.find((o) => o.organisationId === a.organisationId)?.name;
  const importId = await begin(
    `Kennung;Träger;Projekt\n${a.projectId};${organisation};${b.name}\n${b.projectId};${organisation};${a.name}\n`,
  );
  await apply(importId);
  const after = new Map((await readNetwork(tx)).projects.map((project) => [project.projectId, project.name]));
  expect([after.get(a.projectId), after.get(b.projectId)]).toEqual([b.name, a.name]);
});

test("what changed meanwhile is not overwritten: the plan is shown again", async () => {
  const importId = await begin(csvOf([fileLine(1)]));
  const { fingerprint } = await shown(importId);
  await apply(await begin(csvOf([fileLine(1)])));
  const confirmed = { importId, fingerprint, welcome: false, actorId, now: NOW };
  expect((await problemOf(applyImport({ db, jobs: post.jobs }, confirmed))).code).toBe("changed-since");
  expect((await shown(importId)).counts).toMatchObject({ unchanged: 1 });
});

test("an undo is refused row by row where something was changed since, and does nothing", async () => {
  const importId = await begin(csvOf([fileLine(1), fileLine(2), fileLine(3), fileLine(4)]));
  await apply(importId);
  const { projects, accounts } = await readNetwork(tx);
  const idOf = (n: number) => projects.find(({ name }) => name === `Projekt ${n} „Übergänge“`)?.projectId ?? "";
  const person = accounts.find(({ address }) => address === "leitung.4@traeger.example")?.accountId ?? "";
  const values = { land: ["hh"] };
  await changeAttributes(tx, { projectId: idOf(1), values, from: "2026-12-01", actorId, now: NOW });
  await tx.updateTable("project").set({ name: "Anders" }).where("project_id", "=", idOf(2)).execute();
  await tx
    .insertInto("membership")
    .values({ account_id: actorId, role: "member", project_id: idOf(3) })
    .execute();
  await tx
    .insertInto("session")
    .values({ account_id: person, token_hash: Buffer.from("x") })
    .execute();
  const before = await snapshot();
  const refused = await problemOf(undoImport(db, { importId, actorId, now: NOW }));
  expect(refused.code).toBe("changed-since");
  expect(refused.faults.map(({ code, detail }) => [code, detail?.name])).toEqual([
    ["undo-attributes", "Projekt 1 „Übergänge“"],
    ["undo-changed", "Anders"],
    ["undo-team", "Projekt 3 „Übergänge“"],
    ["undo-signed-in", "Leitung 4"],
  ]);
  expect(await snapshot()).toEqual(before);
});

test("rows are left out and taken in again; a discarded file is erased, and so is one that waits too long", async () => {
  const importId = await begin(csvOf([fileLine(1), fileLine(2, { Land: "Atlantis" })]));
  await preview.leaveRow(db, importId, 3, true);
  expect((await shown(importId)).counts).toMatchObject({ new: 1, left: 1, problem: 0 });
  await preview.leaveRow(db, importId, 3, false);
  expect((await shown(importId)).counts).toMatchObject({ new: 1, left: 0, problem: 1 });
  await preview.discardImport(db, importId, { actorId, now: NOW });
  const old = await begin(csvOf([fileLine(7)]));
  await tx
    .updateTable("member_import")
    .set({ made_at: new Date(Date.now() - 8 * 86_400_000) })
    .where("import_id", "=", old)
    .execute();
  await preview.tidyImports(db);
  const rows = await tx
    .selectFrom("member_import")
    .select(["state", "rows"])
    .where("import_id", "in", [importId, old])
    .execute();
  expect(rows).toEqual([
    { state: "discarded", rows: {} },
    { state: "discarded", rows: {} },
  ]);
});

test("new people are written to only where that is wished", async () => {
  await apply(await begin(csvOf([fileLine(1)])), false);
  await apply(await begin(csvOf([fileLine(2)])), true);
  const mails = await tx
    .selectFrom("mail")
    .innerJoin("account", "account.account_id", "mail.account_id")
    .select(["kind", "address", "subject_ids"])
    .select("account.account_id")
    .execute();
  expect(mails.map(({ kind, address }) => [kind, address])).toEqual([["welcome", "leitung.2@traeger.example"]]);
  expect(mails[0]?.subject_ids).toEqual({ accountId: mails[0]?.account_id });
});
