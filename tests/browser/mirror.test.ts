import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import type { TestDatabase } from "../support/database.ts";
import { focusedName, tabTo } from "../support/keyboard.ts";
import { insertAccount } from "../support/people.ts";
import { createSeededDatabase } from "../support/seeded.ts";
import { signIn } from "../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createSeededDatabase();
  app = await startApp(database);
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

/** What the demo's project answered in the latest released round of needs. */
async function findOwn() {
  const lead = (await findDemoAccount(database.db, "lead")) as string;
  return database.db
    .selectFrom("membership")
    .innerJoin("invitation", "invitation.project_id", "membership.project_id")
    .innerJoin("release", "release.round_id", "invitation.round_id")
    .innerJoin("response", "response.invitation_id", "invitation.invitation_id")
    .select(["membership.project_id", "invitation.invitation_id", "release.round_id", "response.response_id"])
    .where("account_id", "=", lead)
    .where("questionnaire", "=", "bedarfe")
    .where("response.state", "=", "submitted")
    .orderBy("release.made_at", "desc")
    .executeTakeFirstOrThrow();
}

/** Of every row of a matrix: how many valid answers there are, and how many are the project's own. Counted from the answers. */
async function recount(own: { round_id: string; response_id: string }, question: string) {
  const { rows } = await sql<{ code: string; same: number; valid: number }>`
    select mine.code, count(*) filter (where cell.code = mine.code)::int as same,
      count(*) filter (where cell.code ~ '^[0-9]$')::int as valid
    from cell join response using (round_id, response_id)
      join cell mine on mine.round_id = cell.round_id and mine.item = cell.item and mine.response_id = ${own.response_id}
    where cell.round_id = ${own.round_id} and state = 'submitted' and cell.visible and mine.visible
      and split_part(cell.item, '/', 1) = ${question} and cell.item not like '%-comment'
    group by mine.item, mine.code, mine.position order by mine.position`.execute(database.owner);
  return rows;
}

test("a member reads by keyboard how many answered as the own project did", async () => {
  const own = await findOwn();
  const member = await insertAccount(database.db, { role: "member", projectId: own.project_id as string });
  const visitor = await browser.openVisitor(app.origin);
  await signIn(visitor.context, app, member);
  const { page } = visitor;
  await page.goto(paths.submitted(own.invitation_id), { waitUntil: "networkidle" });
  await tabTo(page, "Mit dem Netzwerk vergleichen");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /^Ihr Spiegel: Bedarfe/ }).waitFor();

  await tabTo(page, "Bedarfe: Deckung");
  await page.keyboard.press("Enter");
  await page.getByText("Abschnitt 3 von 7").waitFor();

  const expected = await recount(own, "bed_gedeckt");
  expect(expected.length).toBeGreaterThan(15);
  const card = page.getByRole("region", { name: "Wie weit ist dieser Bedarf in Ihrem Projekt derzeit gedeckt?" });
  const rows = await card.locator(".mirror-row").allTextContents();
  const said = rows.flatMap((row) => /(\d+)( von (\d+))? Projekte?n? antwort/.exec(row)?.slice(1) ?? []);
  expect(rows.filter((row) => !row.includes("keine Antwort"))).toHaveLength(expected.length);
  const inOrder = expected.flatMap(({ code, same, valid }) =>
    /^\d$/.test(code) ? [String(same), ` von ${valid}`, String(valid)] : [String(same), undefined, undefined],
  );
  expect(said).toEqual(inOrder);

  await page.getByLabel("Auch zeigen: Ihre Gruppe nach").selectOption({ label: "Region" });
  await page.getByRole("button", { name: "Anzeigen" }).click();
  await page.getByText("Ihre Gruppe:").waitFor();
  const grouped = await card.locator(".mirror-row").allTextContents();
  const inGroup = grouped.filter((row) => row.includes("In Ihrer Gruppe etwa")).length;
  const noneInGroup = grouped.filter((row) => row.includes("so wenige, dass die geschützte Zahl 0 ist")).length;
  expect(inGroup + noneInGroup).toBeGreaterThan(12);

  // The own answer is marked on the bar of everybody and on that of the group, but where the protected figure is 0, on no part.
  const strips = (selector: string) => card.locator(".mirror-row", { hasText: "In Ihrer Gruppe" }).locator(selector);
  expect(await strips(".mirror-strip").count()).toBe(2 * (inGroup + noneInGroup));
  expect(await strips(".mirror-strip--marked").count()).toBe(2 * inGroup + noneInGroup);

  await page.getByRole("link", { name: "Weiter: Herausforderungen" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Abschnitt 4 von 7").waitFor();
  await page.getByText("Ihre Gruppe:").waitFor();
  // The keyboard goes on at the section, and the group stays on the way over what stands out.
  await page.keyboard.press("Tab");
  expect(await focusedName(page)).toBe("Auch zeigen: Ihre Gruppe nach");
  await page.getByRole("link", { name: /^Bedarfe und Herausforderungen/ }).click();
  const sections = page.getByRole("region", { name: "Abschnitte dieses Fragebogens" });
  await sections.getByRole("link", { name: "Team", exact: true }).click();
  await page.getByText("Abschnitt 6 von 7").waitFor();
  await page.getByText("Ihre Gruppe:").waitFor();
});

test("from what stands out one comes to its row, and everything stands on one page to be printed", async () => {
  const own = await findOwn();
  const member = await insertAccount(database.db, { role: "member", projectId: own.project_id as string });
  const visitor = await browser.openVisitor(app.origin);
  await signIn(visitor.context, app, member);
  const { page } = visitor;
  await page.goto(paths.mirror(own.invitation_id), { waitUntil: "networkidle" });
  const [first] = await page.locator(".mirror-glance__list a").all();
  const href = await first?.getAttribute("href");
  await first?.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${href}`);
  const row = page.locator(`[id="${href?.split("#")[1]}"]`);
  expect(await row.isVisible()).toBe(true);
  const target = () => page.evaluate(() => document.querySelector(":target")?.textContent);
  expect(await target()).toContain("Sie:");

  await page.getByRole("link", { name: /^Alles auf einer Seite/ }).click();
  await page.getByRole("button", { name: "Drucken" }).waitFor();
  expect(await page.locator("section.stack > div > h2").count()).toBe(7);
  const sections = page.getByRole("region", { name: "Abschnitte dieses Fragebogens" });
  await sections.getByRole("link", { name: "Team", exact: true }).click();
  await page.waitForURL(/#abschnitt-6$/);
  expect(await target()).toBe("Team");

  visitor.allow(/status of 404/);
  expect((await page.goto(paths.mirror(own.invitation_id, { abschnitt: "gibt-es-nicht" })))?.status()).toBe(404);
});

test("nobody else's mirror is there, and a project that has answered nothing reads why there is none", async () => {
  const own = await findOwn();
  const { project_id: other } = await database.db
    .selectFrom("invitation")
    .select("project_id")
    .where("round_id", "=", own.round_id)
    .where("project_id", "!=", own.project_id as string)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("response")
            .select("response_id")
            .whereRef("response.invitation_id", "=", "invitation.invitation_id")
            .where("state", "=", "submitted"),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  const visitor = await browser.openVisitor(app.origin);
  visitor.allow(/status of 404/);
  await signIn(visitor.context, app, await insertAccount(database.db, { role: "lead", projectId: other as string }));
  const { page } = visitor;
  expect((await page.goto(paths.mirror(own.invitation_id)))?.status()).toBe(404);
  await page.goto(paths.invitations());
  await page.getByRole("link", { name: "Spiegel", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Ihr Spiegel", exact: true }).waitFor();
  await page.getByText("Ohne eigene Antworten gibt es keinen Spiegel.").first().waitFor();
});
