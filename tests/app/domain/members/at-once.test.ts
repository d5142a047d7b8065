import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import {
  changeOrganisation,
  changeProject,
  createOrganisation,
  createProject,
} from "#app/domain/members/edit-members.server.ts";
import { applyImport } from "#app/domain/members/import/apply-import.server.ts";
import * as preview from "#app/domain/members/import/preview.server.ts";
import { readWorkbook } from "#app/domain/members/import/read-workbook.server.ts";
import { undoImport } from "#app/domain/members/import/undo-import.server.ts";
import { insertInvitations } from "#db/queries/audience.server.ts";
import { insertProjects } from "#db/queries/projects.server.ts";
import { createDatabase, startTransaction, type TestDatabase } from "../../../support/database.ts";
import { insertAccount } from "../../../support/people.ts";
import { openPost, type TestPost } from "../../../support/post.ts";
import { insertRound, participants } from "../release/sample-round.ts";

const NOW = new Date("2026-11-23T12:00:00Z");
const VALUES = { land: ["by"], ph_haupt: ["re"], ansatz: ["beides"] };

let database: TestDatabase;
let post: TestPost;
let actorId: string;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
  actorId = await insertAccount(database.db, { role: "coordination" });
});
afterAll(async () => {
  await post?.close();
  await database?.dispose();
});

const form = (name: string, organisationId: string, newOrganisation = "") => ({
  ...{ name, organisationId, newOrganisation, activeFrom: "2026-01-01", activeUntil: null },
});

/** Faults of those that were refused; anything but a refusal is thrown. */
async function refusals(works: readonly Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(works);
  return settled.flatMap((one) => {
    if (one.status === "fulfilled") return [];
    expect(one.reason).toMatchObject({ code: "invalid-member" });
    return (one.reason.faults as { code: string; path: string }[]).map(({ code, path }) => `${path}: ${code}`);
  });
}

const five = [1, 2, 3, 4, 5];

test("of those who take a name at once one gets it, the others read that it is taken", async () => {
  const { db } = database;
  const organisation = { name: "Gleichzeitig e. V.", isPartner: false };
  expect(await refusals(five.map(() => createOrganisation(db, organisation, actorId)))).toEqual(
    Array(4).fill("/name: organisation-taken"),
  );
  const own = (n: number) => createProject(db, form(`P${n}`, "new", "Neu e. V."), VALUES, actorId);
  expect(await refusals(five.map(own))).toEqual(Array(4).fill("/newOrganisation: organisation-taken"));
  const id = await createOrganisation(db, { name: "Dach", isPartner: false }, actorId);
  expect(await refusals(five.map(() => createProject(db, form("Brücke", id), VALUES, actorId)))).toEqual(
    Array(4).fill("/name: name-taken"),
  );
  const organisations = await Promise.all(
    five.map((n) => createOrganisation(db, { name: `O${n}`, isPartner: false }, actorId)),
  );
  const called = { name: "Einer", isPartner: false };
  expect(await refusals(organisations.map((one) => changeOrganisation(db, one, called, actorId)))).toHaveLength(4);
  const projects = await Promise.all(five.map((n) => createProject(db, form(`Q${n}`, id), VALUES, actorId)));
  expect(await refusals(projects.map((one) => changeProject(db, one, form("Quer", id), actorId)))).toEqual(
    Array(4).fill("/name: name-taken"),
  );
});

/** Undone when the test has ended, however it did. */
async function ownTransaction() {
  const { tx, rollback } = await startTransaction(database.db);
  onTestFinished(rollback);
  return tx;
}

async function applyFile(text: string, services: Parameters<typeof applyImport>[0], welcome: boolean) {
  const { db } = services;
  const bytes = new TextEncoder().encode(text);
  const importId = await preview.beginImport({ db, readWorkbook }, { name: "a.csv", bytes }, { actorId, now: NOW });
  const all = { show: "all", line: undefined, page: 1 } as const;
  const fingerprint = (await preview.readImport(db, importId, all, NOW)).preview?.fingerprint ?? "";
  await applyImport(services, { importId, fingerprint, welcome, actorId, now: NOW });
  return importId;
}

test("two projects of one name swap their organisations in a file, and swap back", async () => {
  const tx = await ownTransaction();
  const [one, two] = [await createOrganisation(tx, { name: "Eins", isPartner: false }, actorId), randomUUID()];
  await tx.insertInto("organisation").values({ organisation_id: two, name: "Zwei", is_partner: false }).execute();
  const [a, b] = [
    await createProject(tx, form("Ausstieg", one), VALUES, actorId),
    await createProject(tx, form("Ausstieg", two), VALUES, actorId),
  ];
  const homes = async () => {
    const rows = tx.selectFrom("project").select(["project_id", "organisation_id", "name"]);
    const found = await rows.where("project_id", "in", [a, b]).execute();
    expect(found.map(({ name }) => name)).toEqual(["Ausstieg", "Ausstieg"]);
    return [a, b].map((id) => found.find((row) => row.project_id === id)?.organisation_id);
  };
  const file = `Kennung;Träger;Projekt\n${a};Zwei;Ausstieg\n${b};Eins;Ausstieg\n`;
  const importId = await applyFile(file, { db: tx, jobs: post.jobs }, false);
  expect(await homes()).toEqual([two, one]);
  await undoImport(tx, { importId, actorId, now: NOW });
  expect(await homes()).toEqual([one, two]);
});

test("thousands of new people are welcomed in a few steps", async () => {
  const tx = await ownTransaction();
  const steps: number[] = [];
  const jobs: typeof post.jobs = Object.create(post.jobs, {
    insert: {
      value: (...[name, list, options]: Parameters<typeof post.jobs.insert>) => {
        steps.push(list.length);
        return post.jobs.insert(name, list, options);
      },
    },
  });
  const heads = "Träger;Projekt;Land;Schwerpunkt;Ansatz;Leitung;E-Mail der Leitung\n";
  const row = (_: unknown, n: number) => `T;P${n};BY;re;person;L${n};l${n}@x.example\n`;
  await applyFile(heads + Array.from({ length: 4500 }, row).join(""), { db: tx, jobs }, true);
  expect(steps).toEqual([2000, 2000, 500]);
});

test("ten thousand projects are invited to one round", async () => {
  const tx = await ownTransaction();
  const roundId = await insertRound(tx, participants());
  const organisation_id = await createOrganisation(tx, { name: "Alle", isPartner: false }, actorId);
  const projects = Array.from({ length: 10_000 }, (_, n) => ({
    ...{ project_id: randomUUID(), organisation_id, name: `P${n}` },
    ...{ active_from: "2026-01-01", active_until: null },
  }));
  await insertProjects(tx, projects);
  const invited = await insertInvitations(
    tx,
    roundId,
    NOW,
    projects.map((one) => ({ ...one, attributes: VALUES })),
  );
  expect(new Set(invited.map(({ projectId }) => projectId)).size).toBe(10_000);
});
