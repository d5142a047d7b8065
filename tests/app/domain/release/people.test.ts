import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { submitAnonymously, type Way } from "#app/domain/links/submit-anonymously.server.ts";
import { makeRelease } from "#app/domain/release/make-release.server.ts";
import { getRelease } from "#app/domain/report/read-report.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { paths } from "#app/paths.ts";
import { transact } from "#db/client.server.ts";
import { countAsked } from "#db/queries/rounds.server.ts";
import { type CheckingPool, createCheckingPool } from "#surveys/checking-pool.ts";
import { startApp, type TestApp } from "../../../support/app.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { openPost, type TestPost } from "../../../support/post.ts";
import { sessionCookie } from "../../../support/sign-in.ts";
import { asGuest, invite, openLinkOf, openRoundByLink } from "../links/by-link.ts";

const ANSWERS = { plan: "lang", thema: ["recht"] };
let database: TestDatabase;
let post: TestPost;
let checking: CheckingPool;
let app: TestApp;
let open: Awaited<ReturnType<typeof releaseOf>>;
let personal: typeof open;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
  checking = createCheckingPool({ threads: 1 });
  // Before the app runs, which sends mail as well.
  open = await releaseOf("open");
  personal = await releaseOf("personal");
  app = await startApp(database);
});
afterAll(async () => {
  await app?.stop();
  await checking?.close();
  await post?.close();
  await database?.dispose();
});

/**
 * An anonymous round that ten people have answered: by links of their own, of twelve (`personal`); two by such links and
 * the others by an open one (`open`). Gives back the release, and the letters that tell of it.
 */
async function releaseOf(way: "open" | "personal") {
  const { db } = database;
  const round = await openRoundByLink(db, { privacy: "anonymous" });
  const invited = way === "personal" ? 12 : 2;
  const list = Array.from({ length: invited }, (_, i) => `Person ${i};person${i}@${way}.example.org`).join("\n");
  const ids = await invite(db, post, round, list);
  const link = way === "open" ? await openLinkOf(db, round, 20) : undefined;
  for (let person = 0; person < 10; person++) {
    const by: Way =
      link && person >= invited
        ? { kind: "open", row: link }
        : { kind: "invitation", row: await asGuest(db, ids[person] as string) };
    await submitAnonymously({ db, checking }, by, { submissionId: randomUUID(), answers: ANSWERS }, "de");
  }
  await closeRound(db, { ...round, now: new Date() });
  const { releaseId } = await makeRelease(db, { ...round, jobs: post.jobs, now: new Date() });
  const letters = (await post.deliver()).filter(
    ({ to, text }) => to.includes(`@${way}.`) && text.includes("Beteiligung:"),
  );
  return { releaseId, actorId: round.actorId, letters: letters.map(({ text }) => text) };
}

async function pageOf({ actorId }: { actorId: string }, path: string): Promise<string> {
  const page = await fetch(app.origin + path, { headers: { Cookie: await sessionCookie(app, actorId) } });
  const html = (await page.text()).replaceAll("<!-- -->", "");
  return html.slice(html.indexOf("<main"), html.indexOf("</main"));
}

test("of an open link nobody knows how many were asked: the release counts answers, not projects", async () => {
  const release = await getRelease(database.report, open.releaseId);
  expect(release).toMatchObject({ invited: null, submitted: 10, respondents: "people", hasOrganisations: false });
  expect(await pageOf(open, paths.releases())).toMatch(/· 10 Antworten</);
  const html = await pageOf(open, paths.release(open.releaseId));
  expect(html).toContain(" · 10 Antworten · ");
  expect(html).toContain("Gezeigt werden nur Zahlen, hinter denen mindestens 6 Antworten stehen.");
  expect(html).not.toMatch(/Projekt|Träger/);
  expect(open.letters).toHaveLength(2);
  for (const text of open.letters) expect(text).toContain("Beteiligung: 10 Antworten");
});

test("people with links of their own are counted out of those who were asked, also in the letter", async () => {
  const release = await getRelease(database.report, personal.releaseId);
  expect(release).toMatchObject({ invited: 12, submitted: 10, respondents: "people" });
  expect(await pageOf(personal, paths.releases())).toContain("10 von 12 Personen (83");
  expect(await pageOf(personal, paths.release(personal.releaseId))).toContain("10 von 12 Personen · ");
  expect(personal.letters).toHaveLength(10);
  for (const text of personal.letters) expect(text).toContain("Beteiligung: 10 von 12 Eingeladenen");
});

test("who begins by an open link is not counted as asked", async () => {
  const { db } = database;
  const round = await openRoundByLink(db);
  await invite(db, post, round, "Anna;anna@example.org");
  const count = () => transact(db, (tx) => countAsked(tx, round.roundId));
  expect(await count()).toBe(1);
  await openLinkOf(db, round);
  expect(await count()).toBeNull();
});
