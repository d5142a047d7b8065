import { createHash, randomUUID } from "node:crypto";
import path from "node:path";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { proposeMeasure, stepMeasure } from "#app/domain/measures/edit-measures.server.ts";
import { makeRelease } from "#app/domain/release/make-release.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../../support/app.ts";
import { createDatabase, type TestDatabase } from "../../support/database.ts";
import { insertAccount, insertProject } from "../../support/people.ts";
import { sessionCookie } from "../../support/sign-in.ts";
import { insertRound, CLOSED_AT as now, participants } from "../domain/release/sample-round.ts";

let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await createDatabase();
  app = await startApp(database);
});
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

/** Somebody of the steering group, who reads pages. */
async function reader(name: string, locale: "de" | "en" = "de") {
  return readerOf(await insertAccount(database.db, { role: "steering" }), name, locale);
}

async function readerOf(accountId: string, name: string, locale: "de" | "en") {
  await database.db.updateTable("account").set({ name, locale }).where("account_id", "=", accountId).execute();
  const Cookie = await sessionCookie(app, accountId);
  return async (path: string, encoding = "gzip") => {
    const answer = await fetch(app.origin + path, { headers: { Cookie, "Accept-Encoding": encoding } });
    const html = await answer.text();
    const policy = /script-src ([^;]*);/.exec(answer.headers.get("Content-Security-Policy") ?? "")?.[1] ?? "";
    return { status: answer.status, html, policy, encoding: answer.headers.get("Content-Encoding") };
  };
}

/** The scripts that stand in a page, as a policy has to name them. */
const scriptsIn = (html: string) =>
  [...html.matchAll(/<script[^>]*>([^<]+)<\/script>/g)].map(
    ([, code]) =>
      `'sha256-${createHash("sha256")
        .update(code ?? "")
        .digest("base64")}'`,
  );

test("a release that was drawn before shows everybody their own frame, and what is newer", async () => {
  const roundId = await insertRound(database.db, participants());
  const making = { roundId, actorId: null, now };
  const { releaseId } = await makeRelease(database.db, { ...making, kind: "interim" });
  const [ada, bob, eve] = [await reader("Ada Kern"), await reader("Bob Ohm"), await reader("Eve Hill", "en")];
  const page = paths.release(releaseId);

  const first = await ada(page);
  const again = await ada(page);
  expect([first.status, again.status]).toEqual([200, 200]);
  // The same page for everybody: its policy names the scripts themselves, and no nonce.
  expect(again).toEqual(first);
  expect(first.policy).not.toContain("nonce");
  expect(scriptsIn(first.html).length).toBeGreaterThan(2);
  expect(first.policy.split(" ")).toEqual(expect.arrayContaining(scriptsIn(first.html)));
  expect(first.encoding).toBe("gzip");
  for (const other of ["identity", "gzip;q=0, identity"]) {
    const plain = await ada(page, other);
    expect(plain.encoding).toBeNull();
    expect(plain.html).toBe(first.html);
  }

  const others = await bob(page);
  expect(others.html).toContain("Bob Ohm");
  expect(others.html).not.toContain("Ada Kern");
  expect((await eve(page)).html).toContain('<html lang="en"');
  expect((await ada(page)).html).toContain("Ada Kern");

  await closeRound(database.db, making);
  const { releaseId: final } = await makeRelease(database.db, making);
  expect(first.html).not.toContain(paths.release(final));
  expect((await ada(page)).html).toContain(paths.release(final));

  // That it was drawn helps nobody who may not read it.
  const nobody = await fetch(app.origin + page, { redirect: "manual" });
  expect(nobody.status).toBe(302);
  const { projectId } = await insertProject(database.db);
  const member = await insertAccount(database.db, { role: "member", projectId });
  const stranger = await (await readerOf(member, "Udo Fremd", "de"))(page);
  expect(stranger.status).toBe(404);
  expect(stranger.html).not.toContain("Ada Kern");
  // Between pages the browser asks for the data alone.
  const { status, html } = await ada(`${page}.data`);
  expect(status).toBe(200);
  expect(html).not.toContain("<html");
});

test("only a page that was drawn, asked for by somebody who may read it, is answered in front of Remix", async () => {
  const roundId = await insertRound(database.db, participants());
  const { releaseId } = await makeRelease(database.db, { roundId, actorId: null, now, kind: "interim" });
  const build: ServerBuild = await import(path.resolve("build/server/index.js"));
  const entry = build.entry.module as unknown as typeof import("#app/entry.server.tsx");
  const answer = entry.createDrawnAnswers(build);
  const Cookie = await sessionCookie(app, await insertAccount(database.db, { role: "steering" }));
  const page = app.origin + paths.release(releaseId);
  const ask = (url: string, init: RequestInit = {}) =>
    answer(new Request(url, { headers: { Cookie }, ...init }), { ...app.app, nonce: "", clientKey: "", visit: {} });

  expect(await ask(page)).toBeUndefined();
  const drawn = await (await fetch(page, { headers: { Cookie } })).text();
  expect(await (await ask(page))?.text()).toBe(drawn);

  expect(await ask(page, { headers: {} })).toBeUndefined();
  expect(await ask(page, { method: "HEAD" })).toBeUndefined();
  for (const other of [
    `${page}.data`,
    `${page}?nach=region5`,
    app.origin + paths.home(),
    app.origin + paths.measureCalendar(),
  ]) {
    expect(await ask(other)).toBeUndefined();
  }
});

test("the board of measures, drawn once, is another one after a step, and for those who decide", async () => {
  const actorId = await insertAccount(database.db, { role: "coordination" });
  const acting = { measureId: randomUUID(), actorId, now };
  await proposeMeasure(database.db, acting, {
    ...{ title: "Arbeitsgruppe Therapieplätze", kind: "working_group", why: "", audience: "", budget: "open" },
    ...{ responsible: "", responsibleName: "", startsOn: "1.3.2027", endsOn: "2027-06-30", result: "", roundId: "" },
    evidence: [],
  });
  const member = await insertAccount(database.db, { role: "analyst" });
  const [deciding, reading] = [await readerOf(actorId, "Ida Rat", "de"), await readerOf(member, "Udo Maß", "de")];
  const first = await deciding(paths.measures());
  expect(await deciding(paths.measures())).toEqual(first);
  expect(first.policy).not.toContain("nonce");
  expect(first.html).toContain("Ida Rat");
  expect(first.html).toContain('value="decided"');
  await stepMeasure(database.db, { ...acting, revision: 1, to: "decided" });
  expect((await deciding(paths.measures())).html).not.toContain('value="decided"');

  const others = await reading(paths.measures());
  expect(others.status).toBe(200);
  expect(others.html).toContain("Arbeitsgruppe Therapieplätze");
  expect(others.html).not.toMatch(/Ida Rat|value="running"/);
});
