import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "#app/http/context.ts";
import { readEnv } from "#app/http/env.server.ts";
import { endSession, findViewer, startSession } from "#app/http/session.server.ts";
import { createDatabase, type TestDatabase } from "../../support/database.ts";
import { insertAccount } from "../../support/people.ts";

let database: TestDatabase;
let app: Pick<App, "db" | "env" | "visit">;

beforeAll(async () => {
  database = await createDatabase();
  app = { db: database.db, env: readEnv({ NODE_ENV: "test", DEMO: "1", PORT: "4999" }) };
});
afterAll(() => database?.dispose());

const asks = (cookie: string) => new Request("http://localhost:4999/", { headers: { Cookie: cookie } });
const find = (request: Request, visit?: App["visit"]) => findViewer(request, { ...app, visit } as App);

async function open() {
  const accountId = await insertAccount(database.db, { role: "steering" });
  const cookie = (await startSession(new Request("http://localhost:4999/"), app as App, accountId)).split(";")[0] ?? "";
  return { accountId, cookie };
}

test("who is signed in is looked up once per request, and anew for each request", async () => {
  const { accountId, cookie } = await open();
  const visit = {};
  const both = await Promise.all([find(asks(cookie), visit), find(asks(cookie), visit)]);
  expect(both[0]).toBe(both[1]);
  expect(both[0]?.accountId).toBe(accountId);
  await database.db.deleteFrom("session").where("account_id", "=", accountId).execute();
  expect(await find(asks(cookie), visit)).toBe(both[0]);
  expect(await find(asks(cookie), {})).toBeUndefined();
});

test("the app as a whole remembers nobody", async () => {
  const [one, two] = [await open(), await open()];
  expect((await find(asks(one.cookie)))?.accountId).toBe(one.accountId);
  expect((await find(asks(two.cookie)))?.accountId).toBe(two.accountId);
  expect(await find(asks(""))).toBeUndefined();
});

test("what was known is forgotten when a session starts or ends in the request", async () => {
  const [one, two] = [await open(), await open()];
  const visit = {};
  expect((await find(asks(one.cookie), visit))?.accountId).toBe(one.accountId);
  const begun = await startSession(asks(one.cookie), { ...app, visit } as App, two.accountId);
  expect((await find(asks(begun.split(";")[0] ?? ""), visit))?.accountId).toBe(two.accountId);
  await endSession(asks(two.cookie), { ...app, visit } as App);
  expect(await find(asks(two.cookie), visit)).toBeUndefined();
});
