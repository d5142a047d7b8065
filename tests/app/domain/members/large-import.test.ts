import { afterAll, beforeAll, expect, test } from "vitest";
import { applyImport } from "#app/domain/members/import/apply-import.server.ts";
import * as preview from "#app/domain/members/import/preview.server.ts";
import { readWorkbook } from "#app/domain/members/import/read-workbook.server.ts";
import { undoImport } from "#app/domain/members/import/undo-import.server.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertAccount } from "../../../support/people.ts";
import { openPost, type TestPost } from "../../../support/post.ts";

const ROWS = 50_000;

let database: TestDatabase;
let post: TestPost;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
});
afterAll(async () => {
  await post?.close();
  await database?.dispose();
});

test("the largest file goes in at once, and out again", { timeout: 300_000 }, async () => {
  const { db } = database;
  const now = new Date();
  const actorId = await insertAccount(db, { role: "coordination" });
  const heads = "Träger;Projekt;Land;Schwerpunkt;Ansatz;Leitung;E-Mail der Leitung\r\n";
  const row = (n: number) => `T${n % 900};P${n};BY;re;person;L${n};l${n}@x.example\r\n`;
  const bytes = new TextEncoder().encode(heads + Array.from({ length: ROWS }, (_, n) => row(n)).join(""));
  const importId = await preview.beginImport({ db, readWorkbook }, { name: "alle.csv", bytes }, { actorId, now });
  const { preview: shown } = await preview.readImport(db, importId, { show: "all", line: undefined, page: 1 }, now);
  expect(shown?.counts.new).toBe(ROWS);
  const fingerprint = shown?.fingerprint ?? "";
  await applyImport({ db, jobs: post.jobs }, { importId, fingerprint, welcome: false, actorId, now });
  const projects = db.selectFrom("project").select((query) => query.fn.countAll<number>().as("n"));
  expect(await projects.executeTakeFirstOrThrow()).toEqual({ n: ROWS });
  await undoImport(db, { importId, actorId, now });
  expect(await projects.executeTakeFirstOrThrow()).toEqual({ n: 0 });
  const accounts = db.selectFrom("account").select("account_id");
  expect(await accounts.execute()).toEqual([{ account_id: actorId }]);
});
