import { afterAll, beforeAll, expect, test } from "vitest";
import { makeRelease } from "#app/domain/release/make-release.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../../support/app.ts";
import { createDatabase, type TestDatabase } from "../../support/database.ts";
import { insertAccount } from "../../support/people.ts";
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
  const accountId = await insertAccount(database.db, { role: "steering" });
  await database.db.updateTable("account").set({ name, locale }).where("account_id", "=", accountId).execute();
  const Cookie = await sessionCookie(app, accountId);
  return async (path: string) => {
    const answer = await fetch(app.origin + path, { headers: { Cookie } });
    const html = await answer.text();
    const [, nonce] = /'nonce-([^']+)'/.exec(answer.headers.get("Content-Security-Policy") ?? "") ?? [];
    const nonces = [...html.matchAll(/nonce="([^"]+)"/g)].map(([, one]) => one);
    return { status: answer.status, html, nonce, nonces: [...new Set(nonces)] };
  };
}

test("a release that was drawn before shows everybody their own frame, and what is newer", async () => {
  const roundId = await insertRound(database.db, participants());
  const making = { roundId, actorId: null, now };
  const { releaseId } = await makeRelease(database.db, { ...making, kind: "interim" });
  const [ada, bob, eve] = [await reader("Ada Kern"), await reader("Bob Ohm"), await reader("Eve Hill", "en")];
  const page = paths.release(releaseId);

  const first = await ada(page);
  const again = await ada(page);
  expect([first.status, again.status]).toEqual([200, 200]);
  // The same page, but for the nonce, which its own policy names.
  expect(first.nonces).toEqual([first.nonce]);
  expect(again.nonces).toEqual([again.nonce]);
  expect(again.nonce).not.toBe(first.nonce);
  expect(again.html.replaceAll(again.nonce ?? "", "")).toBe(first.html.replaceAll(first.nonce ?? "", ""));

  const others = await bob(page);
  expect(others.html).toContain("Bob Ohm");
  expect(others.html).not.toContain("Ada Kern");
  expect((await eve(page)).html).toContain('<html lang="en"');
  expect((await ada(page)).html).toContain("Ada Kern");

  await closeRound(database.db, making);
  const { releaseId: final } = await makeRelease(database.db, making);
  expect(first.html).not.toContain(paths.release(final));
  expect((await ada(page)).html).toContain(paths.release(final));
  const nobody = await fetch(app.origin + page, { redirect: "manual" });
  expect(nobody.status).toBe(302);
});
