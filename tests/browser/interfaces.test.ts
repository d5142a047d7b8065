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

type Recounted = { field: string; aspect: string; n: number; base: number };

/** What each cell of the table counts, counted anew from the answers. */
async function recount(roundId: string): Promise<Recounted[]> {
  const { rows } = await sql<Recounted>`
    with answer as (
      select split_part(item, '/', 1) as question, split_part(item, '/', 2) as field, code,
        case split_part(item, '/', 1) when 'ss_freq' then 'contact' else split_part(item, '/', 3) end as aspect
      from cell join response using (round_id, response_id)
      where round_id = ${roundId} and state = 'submitted' and visible and code ~ '^[0-5]$'
    )
    select field, aspect, count(*)::int as base,
      count(*) filter (where code::int >= case aspect when 'contact' then 3 when 'form' then 1 else 4 end)::int as n
    from answer where question in ('ss_freq', 'ss_detail')
    group by field, aspect`.execute(database.owner);
  return rows;
}

const ASPECTS = ["contact", "form", "guete", "verl", "vertr"];
const percent = (share: number) => `${Math.round(share * 100 + 1e-9)} %`;
const spaced = (text: string | null) => (text ?? "").replaceAll(/\s+/g, " ").trim();

test("from a release by keyboard to the interfaces, the weakest first, and into the profile of one", async () => {
  const visitor = await browser.openVisitor(app.origin);
  await signIn(visitor.context, app, (await findDemoAccount(database.db, "steering")) as string);
  const { page } = visitor;
  const release = await database.db
    .selectFrom("release")
    .select(["release_id", "round_id"])
    .where("questionnaire", "=", "schnittstellen")
    .orderBy("closed_at", "desc")
    .executeTakeFirstOrThrow();
  await page.goto(paths.release(release.release_id), { waitUntil: "networkidle" });
  await tabTo(page, "Schnittstellen");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Schnittstellen", exact: true }).waitFor();
  await page.locator(".chart svg").first().waitFor();

  const cells = await recount(release.round_id);
  const expected = [...Map.groupBy(cells, ({ field }) => field)]
    .map(([field, own]) => {
      const five = ASPECTS.map((aspect) => own.find((cell) => cell.aspect === aspect) as Recounted);
      return { field, five, strength: five.reduce((sum, { n, base }) => sum + n / base, 0) / 5 };
    })
    .sort((a, b) => a.strength - b.strength);
  expect(expected).toHaveLength(12);
  const table = page.getByRole("table", {
    name: "Bereiche und fünf Punkte der Zusammenarbeit, der schwächste Bereich zuerst",
  });
  const rows = await table
    .locator("tbody tr")
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.innerText)));
  const parts = ({ n, base }: Recounted) => `${percent(n / base)} ${n} von ${base}`;
  expect(rows.map((row) => row.map(spaced))).toEqual(
    expected.map(({ five, strength }) => [...five.map(parts), percent(strength)]),
  );

  // The sentence names the first row, and the point that lies furthest below the mean of all fields.
  const averages = ASPECTS.map(
    (_, i) => expected.reduce((sum, { five }) => sum + (five[i] as Recounted).n / (five[i] as Recounted).base, 0) / 12,
  );
  const [weakest] = expected;
  const distances = (weakest?.five ?? []).map(({ n, base }, i) => n / base - (averages[i] as number));
  const named = weakest?.five[distances.indexOf(Math.min(...distances))] as Recounted;
  const name = spaced(await table.locator("tbody th a").first().innerText());
  const sentence = spaced(await page.locator(".figure__sentence").first().innerText());
  expect(sentence).toContain(`Am schwächsten ist die Zusammenarbeit mit „${name}“: `);
  expect(sentence).toContain(`${named.n} von ${named.base} Projekten`);

  // Another field, by region: its own profile, beside the wave before, and in groups.
  await page.getByLabel("Bereich", { exact: true }).selectOption({ label: "Polizei" });
  await page.getByLabel("Aufschlüsseln nach").selectOption({ label: "Region" });
  await page.getByRole("button", { name: "Anzeigen" }).click();
  await page.getByRole("heading", { name: "Im Profil: Polizei", exact: true }).waitFor();
  const profile = page.getByRole("table", { name: "Zusammenarbeit mit „Polizei“ in Zahlen" });
  const police = expected.find(({ field }) => field === "polizei")?.five ?? [];
  const earlier = await database.db
    .selectFrom("release")
    .select("round_id")
    .where("questionnaire", "=", "schnittstellen")
    .orderBy("closed_at")
    .executeTakeFirstOrThrow();
  const before = (await recount(earlier.round_id)).filter(({ field }) => field === "polizei");
  const figure = ({ n, base }: Recounted) => `${percent(n / base)} (${n} von ${base})`;
  const shown = await profile
    .locator("tbody tr")
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.innerText)));
  expect(shown.map((row) => row.map(spaced))).toEqual(
    ASPECTS.map((aspect, i) => [
      figure(police[i] as Recounted),
      percent(averages[i] as number),
      figure(before.find((cell) => cell.aspect === aspect) as Recounted),
    ]),
  );
  await page.getByRole("table", { name: "Zusammenarbeit mit Polizei nach Region" }).waitFor();

  // From a row of the table to its profile; and whose questionnaire asks for no interfaces has no such page.
  await table.getByRole("link", { name: "Schulen", exact: true }).click();
  await page.getByRole("heading", { name: "Im Profil: Schulen", exact: true }).waitFor();
  const others = database.db.selectFrom("release").select("release_id").where("questionnaire", "=", "bedarfe");
  visitor.allow(/status of 404/);
  const other = (await others.executeTakeFirstOrThrow()).release_id;
  expect((await page.goto(paths.interfaces(other)))?.status()).toBe(404);
});

test("in forced colours the table keeps its grounds, and the open page of a release can be told from the others", async () => {
  const visitor = await browser.openVisitor(app.origin);
  await signIn(visitor.context, app, (await findDemoAccount(database.db, "steering")) as string);
  const { page } = visitor;
  const { release_id: releaseId } = await database.db
    .selectFrom("release")
    .select("release_id")
    .where("questionnaire", "=", "schnittstellen")
    .orderBy("closed_at", "desc")
    .executeTakeFirstOrThrow();
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(paths.interfaces(releaseId), { waitUntil: "networkidle" });
  const grounds = await page
    .locator(".heat__cell")
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).backgroundColor));
  expect(new Set(grounds).size).toBeGreaterThan(3);
  const edges = (tab: string) =>
    page
      .locator(`.section-nav a${tab}`)
      .evaluateAll((tabs) =>
        tabs.map((one) => getComputedStyle(one)).map((of) => [of.borderTopColor, of.borderBottomColor]),
      );
  const [open, others] = [await edges("[aria-current]"), await edges(":not([aria-current])")];
  expect(open).toHaveLength(1);
  expect(others.length).toBeGreaterThan(1);
  for (const [top, bottom] of others) expect([top, bottom]).toEqual([open[0]?.[0], open[0]?.[0]]);
  expect(open[0]?.[1]).not.toBe(open[0]?.[0]);
});
