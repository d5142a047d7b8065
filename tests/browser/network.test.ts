import { readFile } from "node:fs/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeNaming } from "#app/domain/responses/naming.server.ts";
import { paths } from "#app/paths.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import type { TestDatabase } from "../support/database.ts";
import { focusedName, tabTo } from "../support/keyboard.ts";
import { viewerOf } from "../support/people.ts";
import { createSeededDatabase } from "../support/seeded.ts";
import { signIn } from "../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
let releaseId: string;
let roundId: string;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createSeededDatabase();
  app = await startApp(database);
  const release = await database.db
    .selectFrom("release")
    .select(["release_id", "round_id"])
    .where("questionnaire", "=", "netzwerk")
    .orderBy("made_at", "desc")
    .executeTakeFirstOrThrow();
  ({ release_id: releaseId, round_id: roundId } = release);
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

/** Who names whom, counted anew from the answers: among projects that submitted a yes. */
async function recount() {
  const { rows } = await sql<{ a: string; b: string; name_a: string; name_b: string }>`
    with yes as (
      select project_id, response_id, project.name from response
      join invitation using (round_id, invitation_id) join project using (project_id)
      where round_id = ${roundId} and state = 'submitted' and exists (select from cell
        where cell.round_id = response.round_id and cell.response_id = response.response_id
          and item = 'nw_ok' and code = 'true' and visible)
    )
    select a.project_id as a, b.project_id as b, a.name as name_a, b.name as name_b
    from cell join yes a using (response_id) join yes b on b.project_id::text = cell.code
    where cell.round_id = ${roundId} and cell.item = 'nw_kontakt' and cell.visible`.execute(database.owner);
  return rows;
}

const tableOf = (rows: Awaited<ReturnType<typeof recount>>) => {
  const friends = new Map<string, Set<string>>();
  for (const { name_a: a, name_b: b } of rows) {
    friends.set(a, (friends.get(a) ?? new Set()).add(b));
    friends.set(b, (friends.get(b) ?? new Set()).add(a));
  }
  return friends;
};

test("from a release by keyboard to the network, through its map, and what it shows is what was answered", async () => {
  const visitor = await browser.openVisitor(app.origin);
  await signIn(visitor.context, app, (await findDemoAccount(database.db, "steering")) as string);
  const { page } = visitor;
  const friends = tableOf(await recount());
  await page.goto(paths.release(releaseId), { waitUntil: "networkidle" });
  await tabTo(page, "Netzwerk");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Netzwerk", exact: true }).waitFor();
  const list = page.getByRole("table", { name: "Projekte auf der Karte, die mit den meisten Kontakten zuerst" });
  const shown = await list
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [row.querySelector("th")?.textContent, row.querySelectorAll("td")[1]?.textContent]),
    );
  for (const [name, contacts] of shown)
    expect(Number(contacts), String(name)).toBe(friends.get(String(name))?.size ?? 0);
  expect(shown.length).toBeGreaterThan(40);

  await page.locator(".map__drawing").waitFor();
  await tabTo(page, "Netzwerkkarte");
  const said = page.locator(".map__said");
  const [[first], [second]] = shown as [[string], [string]];
  await expect.poll(() => said.textContent()).toContain(`${first}: ${friends.get(first)?.size} Kontakte`);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => said.textContent()).toContain(`${second}:`);
  for (const name of friends.get(second) ?? []) expect(await said.textContent()).toContain(name);
  // What is read out is the option that the list names as the active one.
  const active = await page.locator(".map__drawing").getAttribute("aria-activedescendant");
  const option = page.locator(`[id="${active}"]`);
  expect([await option.getAttribute("aria-selected"), await option.getAttribute("aria-label")]).toEqual([
    ...["true", await said.textContent()],
  ]);
  await page.keyboard.press("End");
  await page.keyboard.press("Escape");
  await expect.poll(() => said.textContent()).toContain("Zeigen Sie auf ein Projekt");
  expect(await focusedName(page)).toContain("Netzwerkkarte");

  await page.getByLabel("Farbe und Form nach").selectOption({ label: "Region" });
  await page.getByRole("button", { name: "Anzeigen" }).click();
  await page.getByRole("columnheader", { name: "Region", exact: true }).waitFor();
  await page.getByRole("link", { name: "Matrix" }).click();
  const matrix = page.getByRole("table", { name: "Wer wen nennt" });
  await matrix.waitFor();
  const ties = await matrix.locator("td").evaluateAll((cells) => cells.filter((cell) => cell.textContent).length);
  expect(ties).toBe([...friends.values()].reduce((sum, { size }) => sum + size, 0));
});

test("a project that withdraws is gone from page, data and files with the next request", async () => {
  const visitor = await browser.openVisitor(app.origin);
  await signIn(visitor.context, app, (await findDemoAccount(database.db, "steering")) as string);
  const {
    invitation_id: invitationId,
    name,
    account_id: accountId,
  } = await database.owner
    .selectFrom("release_node")
    .innerJoin("invitation", "invitation.project_id", "release_node.project_id")
    .innerJoin("membership", "membership.project_id", "release_node.project_id")
    .select(["invitation.invitation_id", "release_node.name", "membership.account_id"])
    .where("release_node.release_id", "=", releaseId)
    .where("invitation.round_id", "=", roundId)
    .where("membership.role", "=", "lead")
    .where(
      "release_node.project_id",
      "in",
      (await recount()).map(({ a }) => a),
    )
    .orderBy("release_node.name")
    .executeTakeFirstOrThrow();
  const texts = async () => {
    const files = (["projekte", "kontakte"] as const).map((file) => paths.networkFile(releaseId, file));
    const page = paths.network(releaseId);
    const read = [page, paths.network(releaseId, { ansicht: "matrix" }), `${page}.data`, ...files];
    const all = read.map(async (path) => (await visitor.page.request.get(app.origin + path)).text());
    return (await Promise.all(all)).map((text) => text.includes(name.replaceAll("&", "&amp;")) || text.includes(name));
  };
  expect(await texts()).toEqual([true, true, true, true, true]);
  const lead = await viewerOf(database.db, accountId);
  await changeNaming(database.db, lead, invitationId, { withdrawn: true, now: new Date() });
  expect(await texts()).toEqual([false, false, false, false, false]);
  await changeNaming(database.db, lead, invitationId, { withdrawn: false, now: new Date() });
  expect(await texts()).toEqual([true, true, true, true, true]);
});

test("the map as a file names nobody whom it does not show by name", async () => {
  const visitor = await browser.openVisitor(app.origin);
  await signIn(visitor.context, app, (await findDemoAccount(database.db, "steering")) as string);
  const { page } = visitor;
  await page.goto(paths.network(releaseId));
  await page.locator(".map__drawing").waitFor();
  const names = await page
    .locator(".network-projects tbody th")
    .evaluateAll((heads) => heads.map((head) => (head.textContent ?? "").replace(/ \(nicht geantwortet\)$/, "")));
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Diagramm als SVG speichern" }).click();
  const svg = await readFile(await (await download).path(), "utf8");
  const written = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text).join("\n");
  const said = (text: string) => names.filter((name) => text.includes(name.replaceAll("&", "&amp;")));
  expect(names.length).toBeGreaterThan(40);
  expect(said(svg)).toEqual(said(written));
  expect(said(written).length).toBeLessThan(12);
  expect(svg).not.toMatch(/aria-|role=|tabindex|\sid="/);
});

test("whose questionnaire asks for no ties has no such page, and no link to it", async () => {
  const visitor = await browser.openVisitor(app.origin);
  await signIn(visitor.context, app, (await findDemoAccount(database.db, "steering")) as string);
  const others = database.db.selectFrom("release").select("release_id").where("questionnaire", "=", "bedarfe");
  const { release_id: other } = await others.executeTakeFirstOrThrow();
  visitor.allow(/status of 404/);
  expect((await visitor.page.goto(paths.network(other)))?.status()).toBe(404);
  await visitor.page.goto(paths.release(other));
  expect(await visitor.page.getByRole("link", { name: "Netzwerk", exact: true }).count()).toBe(0);
});
