import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import type { TestDatabase } from "../support/database.ts";
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

/** Of each need of a round, counted anew from the answers: its weighted gap, and how many say what of how many. */
async function recount(roundId: string) {
  const { rows } = await sql<{ row: string; gap: number; important: number; covered: number; lacking: number }>`
    with given as (
      select split_part(item, '/', 1) as question, split_part(item, '/', 2) as row, code::int as step
      from cell join response using (round_id, response_id)
      where round_id = ${roundId} and state = 'submitted' and visible and code in ('1', '2', '3', '4', '5')
        and split_part(item, '/', 1) in ('bed_wichtig', 'bed_gedeckt')
    ), counted as (
      select row,
        avg(step) filter (where question = 'bed_wichtig') as w,
        avg(step) filter (where question = 'bed_gedeckt') as g,
        avg((step >= 4)::int) filter (where question = 'bed_wichtig') as important,
        avg((step >= 4)::int) filter (where question = 'bed_gedeckt') as covered,
        avg((step <= 2)::int) filter (where question = 'bed_gedeckt') as lacking
      from given group by row
    )
    select row, ((w - g) * w)::float8 as gap, important::float8, covered::float8, lacking::float8
    from counted order by gap desc`.execute(database.owner);
  return rows;
}

test("steering begins with what projects need most, as the answers of the last wave say it, and gets to the evidence", async () => {
  const visitor = await browser.openVisitor(app.origin);
  await signIn(visitor.context, app, (await findDemoAccount(database.db, "steering")) as string);
  const { page } = visitor;
  const released = await database.db
    .selectFrom("release")
    .select(["release_id", "round_id", "wave"])
    .where("questionnaire", "=", "bedarfe")
    .where("kind", "=", "final")
    .orderBy("closed_at", "desc")
    .execute();
  const [now, before] = released as [(typeof released)[number], (typeof released)[number]];
  await page.goto(paths.home());
  await page.getByRole("heading", { level: 1, name: "Überblick", exact: true }).waitFor();
  const [expected, earlier] = await Promise.all([recount(now.round_id), recount(before.round_id)]);
  const percent = (share: number) => `${Math.round(share * 100 + 1e-9)}\u202f%`;
  const list = page.getByRole("list", { name: "Die fünf dringendsten Bedarfe nach gewichteter Lücke" });
  const shown = await list
    .getByRole("listitem")
    .evaluateAll((all) =>
      all.map((one) => [one.querySelector(".overview__shares")?.textContent, one.querySelector("strong")?.textContent]),
    );
  expect(shown).toEqual(
    expected
      .slice(0, 5)
      .map(({ covered, lacking, gap }) => [
        `${percent(lacking)} nicht gedeckt · ${percent(covered)} gedeckt`,
        gap.toFixed(1).replace(".", ","),
      ]),
  );
  const first = expected[0] as (typeof expected)[number];
  await page
    .getByText(`: ${percent(first.important)} halten das für wichtig, ${percent(first.covered)} sehen es`)
    .waitFor();
  const place = earlier.findIndex(({ row }) => row === first.row) + 1;
  const words =
    place === 1 ? `Auf Platz 1 stand es auch ${before.wave}.` : `${before.wave} stand es auf Platz ${place}.`;
  await page.getByText(words).waitFor();

  // A measure would change how far the need is covered, not how important it is.
  const decide = await list.getByRole("link", { name: "Maßnahme" }).first().getAttribute("href");
  expect(decodeURIComponent(String(decide))).toContain(`bed_gedeckt/${first.row}`);

  const weak = page.getByRole("region", { name: "Wo die Zusammenarbeit hakt" });
  expect(await weak.getByRole("listitem").count()).toBe(3);
  const changes = page.getByRole("region", { name: "Was sich am meisten geändert hat" });
  expect(await changes.getByRole("listitem").count()).toBe(4);
  const goals = page.getByRole("region", { name: "Ziele 2028" });
  const { n } = await database.db
    .selectFrom("goal")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  expect(await goals.getByRole("listitem").count()).toBe(n);

  await page.getByRole("link", { name: "Alle Bedarfe ansehen" }).click();
  await page.waitForURL((url) => url.pathname === paths.needs(now.release_id));
});
