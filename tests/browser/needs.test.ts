import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import type { TestDatabase } from "../support/database.ts";
import { tabTo } from "../support/keyboard.ts";
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

/** Means of both questions, row by row, counted anew from the answers. */
async function recount(roundId: string) {
  const { rows } = await sql<{ row: string; w: number; g: number }>`
    with mean as (
      select split_part(item, '/', 1) as question, split_part(item, '/', 2) as row, avg(code::numeric)::float8 as mean
      from cell join response using (round_id, response_id)
      where round_id = ${roundId} and state = 'submitted' and visible and code in ('1', '2', '3', '4', '5')
        and split_part(item, '/', 1) in ('bed_wichtig', 'bed_gedeckt')
      group by 1, 2
    )
    select w.row, w.mean as w, g.mean as g from mean w join mean g using (row)
    where w.question = 'bed_wichtig' and g.question = 'bed_gedeckt'`.execute(database.owner);
  return rows.sort((a, b) => (b.w - b.g) * b.w - (a.w - a.g) * a.w);
}

test("from a release by keyboard to the needs, in the order of their weighted gap, and by region", async () => {
  const visitor = await browser.openVisitor(app.origin);
  await signIn(visitor.context, app, (await findDemoAccount(database.db, "steering")) as string);
  const { page } = visitor;
  const releases = database.db.selectFrom("release").select(["release_id", "round_id"]).where("kind", "=", "final");
  const release = await releases.where("questionnaire", "=", "bedarfe").executeTakeFirstOrThrow();
  await page.goto(paths.release(release.release_id), { waitUntil: "networkidle" });
  await tabTo(page, "Bedarfe");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Bedarfe", exact: true }).waitFor();
  await page.locator(".chart svg").first().waitFor();

  const expected = await recount(release.round_id);
  expect(expected).toHaveLength(20);
  const german = (value: number) => value.toFixed(1).replace(".", ",");
  const list = page.getByRole("table", { name: "Bedarfe nach gewichteter Lücke, die größte zuerst" });
  const shown = await list
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("td")].slice(0, 3).map((cell) => cell.textContent)),
    );
  expect(shown).toEqual(expected.map(({ w, g }) => [w, g, (w - g) * w].map(german)));

  await page.getByLabel("Aufschlüsseln nach").selectOption({ label: "Region" });
  await page.getByRole("button", { name: "Anzeigen" }).click();
  const groups = page.getByRole("table", { name: "Gewichtete Lücke jedes Bedarfs nach Region" });
  await groups.waitFor();
  expect(await groups.locator("tbody tr").count()).toBe(20);
  // An address with a breakdown that is not there says so at the field, which leads on.
  await page.goto(paths.needs(release.release_id, "quatsch"));
  const field = page.getByLabel("Aufschlüsseln nach");
  await page.getByText("Die Aufschlüsselung aus der Adresse gibt es hier nicht.").waitFor();
  expect(await field.getAttribute("aria-invalid")).toBe("true");
  await field.selectOption({ label: "Region" });
  await page.getByRole("button", { name: "Anzeigen" }).click();
  await groups.waitFor();
  expect(await field.getAttribute("aria-invalid")).toBeNull();
  // Whose questionnaire asks for no needs has no such page.
  const others = database.db.selectFrom("release").select("release_id").where("questionnaire", "=", "schnittstellen");
  const other = await others.executeTakeFirstOrThrow();
  visitor.allow(/status of 404/);
  expect((await page.goto(paths.needs(other.release_id)))?.status()).toBe(404);
  await page.goto(paths.release(other.release_id));
  expect(await page.getByRole("link", { name: "Bedarfe", exact: true }).count()).toBe(0);
});
