import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../../support/app.ts";
import { createDatabase, type TestDatabase } from "../../support/database.ts";
import { insertAccount } from "../../support/people.ts";
import { sessionCookie } from "../../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
let Cookie: string;

beforeAll(async () => {
  database = await createDatabase();
  app = await startApp(database);
  Cookie = await sessionCookie(app, await insertAccount(database.db, { role: "steering" }));
});
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

const ask = (path: string) => fetch(app.origin + path, { headers: { Cookie }, redirect: "manual" });
const titleOf = async (path: string) => /<title>(.*?)<\/title>/.exec(await (await ask(path)).text())?.[1];

test("an address leads to the same page however it is written, and so do its data", async () => {
  const list = paths.releases();
  const title = await titleOf(list);
  expect(title).toBeTruthy();
  const letter = `%${list.charCodeAt(1).toString(16)}`;
  for (const same of [`${list}/`, list.toUpperCase(), `/${letter}${list.slice(2)}`, `${list}?nach=land`])
    expect(await titleOf(same), same).toBe(title);
  for (const data of [`${list}.data`, `${paths.rule()}.data`, "/_root.data"]) {
    const answer = await ask(data);
    expect([data, answer.status < 400, answer.headers.get("Content-Type")]).toEqual([data, true, "text/x-script"]);
  }
});

test("what no area has is not found, with a page that says so", async () => {
  for (const path of ["/gibt-es-nicht", "/%zz", "/auswertungen/x/y/z", "//auswertungen"]) {
    const answer = await ask(path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(await answer.text()).toContain("<h1");
  }
});
