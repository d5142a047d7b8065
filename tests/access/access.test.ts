import type { RouteConfigEntry } from "@remix-run/route-config";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import routes from "#app/routes.ts";
import { startApp, type TestApp } from "../support/app.ts";
import type { TestDatabase } from "../support/database.ts";
import { insertAccount } from "../support/people.ts";
import { createSeededDatabase } from "../support/seeded.ts";
import { sessionCookie } from "../support/sign-in.ts";
import { ACCESS, type Declared, VISITORS, type Visitor } from "./declared.ts";
import { findObjects, type Objects } from "./objects.ts";

/** Every visitor × every route × own and foreign objects: who is not declared finds nothing. */

let database: TestDatabase;
let app: TestApp;
let objects: Objects;
let accounts: Partial<Record<Visitor, string>>;

const FILES = routes.map((route) => (route as RouteConfigEntry).file.replace(/\.tsx?$/, ""));

beforeAll(async () => {
  database = await createSeededDatabase();
  const found = await findObjects(database.db);
  objects = found;
  app = await startApp(database);
  const { project_id: projectId } = await database.db
    .selectFrom("membership")
    .select("project_id")
    .where("account_id", "=", found.accounts.lead)
    .executeTakeFirstOrThrow();
  accounts = {
    coordination: found.accounts.coordination,
    lead: found.accounts.lead,
    member: await insertAccount(database.db, { role: "member", projectId: projectId as string }),
    steering: await insertAccount(database.db, { role: "steering" }),
    analyst: await insertAccount(database.db, { role: "analyst" }),
  };
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

test("every route is declared, and nothing else", () => {
  expect(Object.keys(ACCESS).sort()).toEqual([...FILES].sort());
});

/** What a visitor got: the page or an answer of its own, the way to the sign-in page, nothing, or no such method. */
type Outcome = "served" | "sign-in" | "nothing" | "no-method" | `error ${number}`;
type Asking = { path: string; method: "GET" | "POST"; body?: Record<string, unknown> };

/** A fresh session each time: one of the routes ends it. */
const cookieOf = async (who: Visitor) => (accounts[who] ? sessionCookie(app, accounts[who]) : "");

async function outcomeOf(who: Visitor, { path, method, body }: Asking): Promise<Outcome> {
  const isJson = path.endsWith("/aenderungen");
  const headers: Record<string, string> = { Cookie: await cookieOf(who) };
  if (method === "POST") headers.Origin = app.origin;
  if (isJson) headers["Content-Type"] = "application/json";
  const sent = isJson ? JSON.stringify(body) : new URLSearchParams(body as Record<string, string>);
  const response = await fetch(app.origin + path, {
    method,
    headers,
    redirect: "manual",
    body: method === "POST" ? sent : undefined,
  });
  const leadsTo = new URL(response.headers.get("Location") ?? "/", app.origin).pathname;
  if (response.status >= 500) return `error ${response.status}`;
  if (response.status === 404) return "nothing";
  // What Remix answers where a route has no loader, or no action.
  if (response.status === 405 || (method === "GET" && response.status === 400)) return "no-method";
  return leadsTo === "/anmelden" && path !== "/abmelden" ? "sign-in" : "served";
}

const refusalFor = (who: Visitor): Outcome => (who === "nobody" || who === "guest" ? "sign-in" : "nothing");
const NONSENSE = { "no-such-field": "1" };

describe.each(Object.entries(ACCESS))("%s", (file, { own, foreign, read, change, valid }: Declared) => {
  const served = file.startsWith("routes/sign-in/") || file === "routes/language" ? /served|sign-in/ : /served/;

  test.each(VISITORS)("is seen by %s as declared", async (who) => {
    const outcome = await outcomeOf(who, { path: own(objects), method: "GET" });
    if (read === null) expect(["no-method", refusalFor(who)]).toContain(outcome);
    else if (read.includes(who)) expect(outcome).toMatch(served);
    else expect(outcome).toBe(read.length === 0 ? "nothing" : refusalFor(who));
  });

  test.each(VISITORS)("is changed by %s as declared", async (who) => {
    const outcome = await outcomeOf(who, { path: own(objects), method: "POST", body: NONSENSE });
    if (!change) expect(["no-method", refusalFor(who), "nothing"]).toContain(outcome);
    else if (change.includes(who)) expect(outcome).toMatch(served);
    else expect(outcome).toBe(refusalFor(who));
  });

  if (!foreign) return;
  test.each(VISITORS)("does not exist for %s where it belongs to others", async (who) => {
    const seen = await outcomeOf(who, { path: foreign(objects), method: "GET" });
    expect(read === null ? ["no-method"] : [refusalFor(who)]).toContain(seen);
    if (change && !valid) throw new Error("say what a valid change would be");
    const changed = await outcomeOf(who, { path: foreign(objects), method: "POST", body: valid ?? NONSENSE });
    expect(change ? [refusalFor(who)] : ["no-method", refusalFor(who), "nothing"]).toContain(changed);
  });
});
