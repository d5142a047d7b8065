import type { RouteConfigEntry } from "@remix-run/route-config";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endpoints } from "#app/api/index.server.ts";
import { letGuestIn } from "#app/http/guest.server.ts";
import routes from "#app/routes.ts";
import { startApp, type TestApp } from "../support/app.ts";
import type { TestDatabase } from "../support/database.ts";
import { createSeededDatabase } from "../support/seeded.ts";
import { sessionCookie } from "../support/sign-in.ts";
import { ACCESS, type Declared, VISITORS, type Visitor } from "./declared.ts";
import { makeObjects, type Objects } from "./objects.ts";

/** Every visitor × every route × own and foreign objects: who is not declared finds nothing. */

let database: TestDatabase;
let app: TestApp;
let objects: Objects;

const FILES = [
  ...routes.map((route) => (route as RouteConfigEntry).file.replace(/\.tsx?$/, "")),
  ...endpoints.map(({ name }) => `api/${name}`),
];

beforeAll(async () => {
  database = await createSeededDatabase();
  app = await startApp(database);
  objects = await makeObjects(database.db, app);
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
async function cookieOf(who: Visitor): Promise<string> {
  if (who === "nobody") return "";
  if (who !== "guest") return sessionCookie(app, objects.accounts[who]);
  let Cookie = "";
  for (const id of [objects.guestInvitationId, objects.guestSubmittedId]) {
    const header = await letGuestIn(new Request(app.origin, { headers: { Cookie } }), app.app, id);
    Cookie = header.split(";")[0] ?? "";
  }
  return Cookie;
}

async function outcomeOf(who: Visitor, { path, method, body }: Asking): Promise<Outcome> {
  const isJson = /\/(aenderungen|anwesend|gespraech|anonym|absenden)$/.test(path);
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
  // A stream would go on for ever.
  await response.body?.cancel();
  const leadsTo = new URL(response.headers.get("Location") ?? "/", app.origin).pathname;
  if (response.status >= 500) return `error ${response.status}`;
  if (response.status === 404) return "nothing";
  if (response.status === 401) return "sign-in";
  // What Remix answers where a route has no loader, or no action.
  if (response.status === 405 || (method === "GET" && response.status === 400)) return "no-method";
  return leadsTo === "/anmelden" && path !== "/abmelden" ? "sign-in" : "served";
}

/** A stranger is asked who they are; who is known finds nothing. A guest is known where questionnaires are filled in. */
const refusalsFor = (who: Visitor): Outcome[] =>
  who === "nobody" ? ["sign-in"] : who === "guest" ? ["sign-in", "nothing"] : ["nothing"];
const NONSENSE = { "no-such-field": "1" };

describe.each(Object.entries(ACCESS))("%s", (file, { own, foreign, read, change, valid }: Declared) => {
  const served = /^routes\/(sign-in\/|language|account\/address)/.test(file) ? /served|sign-in/ : /served/;

  test.each(VISITORS)("is seen by %s as declared", async (who) => {
    const outcome = await outcomeOf(who, { path: own(objects, who), method: "GET" });
    if (read === null) expect(["no-method", ...refusalsFor(who)]).toContain(outcome);
    else if (read.includes(who)) expect(outcome).toMatch(served);
    else expect(read.length === 0 ? ["nothing"] : refusalsFor(who)).toContain(outcome);
  });

  test.each(VISITORS)("is changed by %s as declared", async (who) => {
    const outcome = await outcomeOf(who, { path: own(objects, who), method: "POST", body: NONSENSE });
    if (!change) expect(["no-method", ...refusalsFor(who), "nothing"]).toContain(outcome);
    else if (change.includes(who)) expect(outcome).toMatch(served);
    else expect(refusalsFor(who)).toContain(outcome);
  });

  if (!foreign) return;
  test.each(VISITORS)("does not exist for %s where it belongs to others", async (who) => {
    const seen = await outcomeOf(who, { path: foreign(objects), method: "GET" });
    expect(read === null ? ["no-method"] : refusalsFor(read === VISITORS ? "coordination" : who)).toContain(seen);
    if (change && !valid) throw new Error("say what a valid change would be");
    const changed = await outcomeOf(who, { path: foreign(objects), method: "POST", body: valid ?? NONSENSE });
    expect(change ? refusalsFor(who) : ["no-method", ...refusalsFor(who), "nothing"]).toContain(changed);
  });
});
