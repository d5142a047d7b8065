import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { transact } from "#db/client.server.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { findRelease, insertRelease, listFigures, listGroups, listItems } from "#db/queries/releases.server.ts";
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

const finals = (questionnaire: string) =>
  database.db
    .selectFrom("release")
    .selectAll()
    .where("questionnaire", "=", questionnaire)
    .where("kind", "=", "final")
    .orderBy("closed_at")
    .execute();

async function openSteering() {
  const visitor = await browser.openVisitor(app.origin);
  await signIn(visitor.context, app, (await findDemoAccount(database.db, "steering")) as string);
  return visitor;
}

/** Of each row of the matrix: who answered 4 or 5 in a round, out of how many, and the mean; counted anew from the answers. */
async function recount(roundId: string) {
  const { rows } = await sql<{ row: string; n: number; base: number; mean: number }>`
    select split_part(item, '/', 2) as row, count(*) filter (where code in ('4', '5'))::int as n, count(*)::int as base,
      avg(code::numeric)::float8 as mean
    from cell join response using (round_id, response_id)
    where round_id = ${roundId} and state = 'submitted' and visible and code in ('1', '2', '3', '4', '5')
      and split_part(item, '/', 1) = 'bed_gedeckt'
    group by 1`.execute(database.owner);
  return new Map(rows.map((one) => [one.row, one]));
}

test("from a release by keyboard to its waves: shares, bases and differences are those of the answers", async () => {
  const [first, second] = await finals("bedarfe");
  if (!first || !second) throw new Error("the sample has two waves of bedarfe");
  const visitor = await openSteering();
  const { page } = visitor;
  await page.goto(paths.release(second.release_id), { waitUntil: "networkidle" });
  await tabTo(page, "Verlauf");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Verlauf", exact: true }).waitFor();
  await page.locator(".chart svg").first().waitFor();

  const [before, after] = await Promise.all([recount(first.round_id), recount(second.round_id)]);
  const items = await listItems(database.report, second.release_id);
  const asked = items.filter(({ question }) => question === "bed_gedeckt");
  const figure = page.locator("section.figure", {
    has: page.getByRole("heading", { level: 2, name: asked[0]?.title.de ?? "", exact: true }),
  });
  const cells = await figure
    .locator("table tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll("th, td")].map((cell) => cell.textContent?.replace(/ \([^)]*%\)/, "")),
      ),
    );
  const share = ({ n, base }: { n: number; base: number }) =>
    `${Math.round((100 * n) / base)}\u202f%, ${n} von ${base}`;
  const german = (value: number) => value.toFixed(1).replace(".", ",");
  const expected = asked.flatMap(({ item, label }) => {
    const row = item.split("/")[1] as string;
    const [then, now] = [before.get(row), after.get(row)];
    if (!then || !now) throw new Error(`${row} was not answered`);
    const points = Math.round(Math.abs(100 * (now.n / now.base - then.n / then.base)) + 1e-9);
    const sign = points === 0 ? "" : now.n / now.base > then.n / then.base ? "+" : "−";
    const mean = (one: typeof now) => `${german(one.mean)} (n = ${one.base})`;
    return [
      [label.de, share(then), share(now), `${sign}${points}`],
      [label.de, mean(then), mean(now)],
    ];
  });
  // The upper end and the mean by turns; the name of the figure, the difference of means and the test are not compared.
  expect(cells.map(([name, , ...rest], at) => [name, ...rest.slice(0, at % 2 === 0 ? 3 : 2)])).toEqual(expected);
  expect(await figure.locator("table thead th").allTextContents()).toEqual([
    ...["Merkmal", "Kennzahl", first.wave, second.wave, `seit ${first.wave}`, "Test (p)"],
    "nur wer beide Male geantwortet hat",
  ]);
  // The first wave has nothing before it.
  visitor.allow(/status of 404/);
  expect((await page.goto(paths.trends(first.release_id)))?.status()).toBe(404);
  await page.goto(paths.release(first.release_id));
  expect(await page.getByRole("link", { name: "Verlauf", exact: true }).count()).toBe(0);
});

/** Share of 4 and 5 and base of the same projects in both waves, as the release has them. */
async function panelOf(releaseId: string, item: string) {
  const rows = (await listFigures(database.report, releaseId, ["panel"])).filter((row) => row.item === item);
  return ["before", "now"].map((group) => {
    const { base, counts } = rows.find((row) => row.group_code === group) ?? { base: 0, counts: [] };
    const top = counts.reduce((sum, { code, n }) => sum + (code === "4" || code === "5" ? n : 0), 0);
    return { base, share: `${Math.round((100 * top) / base)}\u202f%` };
  });
}

test("beside everybody stand those who answered both times, rounded, or that they are too few", async () => {
  const second = (await finals("bedarfe")).at(-1);
  if (!second) throw new Error("the sample has two waves of bedarfe");
  const { page } = await openSteering();
  await page.goto(paths.trends(second.release_id), { waitUntil: "networkidle" });
  const items = (await listItems(database.report, second.release_id)).filter((one) => one.question === "bed_gedeckt");
  const figure = page.locator("section.figure", {
    has: page.getByRole("heading", { level: 2, name: items[0]?.title.de ?? "", exact: true }),
  });
  await figure.locator(".chart svg").first().waitFor();
  const shown = items.filter(({ withheld }) => !withheld.includes("panel"));
  expect(shown.length).toBeGreaterThan(0);
  // Dashed, one per line that shows it.
  expect(await figure.locator(".chart svg line[stroke-dasharray]").count()).toBe(shown.length);
  const cells = await figure.locator("table tbody tr td:last-child").allTextContents();
  for (const [at, { item, withheld }] of items.entries()) {
    const [before, now] = await panelOf(second.release_id, item);
    const expected = withheld.includes("panel")
      ? "zu wenige"
      : `erst etwa ${before?.share}, jetzt etwa ${now?.share} (n etwa ${now?.base})`;
    expect(cells[2 * at]).toBe(expected);
  }
  expect(
    await figure.getByText(/^Bei den etwa \d+ Projekten, die beide Male geantwortet haben: erst etwa/).count(),
  ).toBe(2);
  const groups = await listGroups(database.report, second.release_id);
  const n = groups.find(({ breakdown, group_code }) => breakdown === "panel" && group_code === "now")?.n;
  expect(await page.getByText(new RegExp(`^Etwa ${n} Projekte haben in beiden Wellen geantwortet`)).count()).toBe(1);

  // Where they are too few the page says so, and the rule says why.
  const hidden = page.locator(".figure__withheld", { hasText: "nur die zu zeigen, die beide Male geantwortet haben" });
  expect(await hidden.count()).toBeGreaterThan(0);
  await hidden.first().getByRole("link").click();
  await page.getByText(/Der Verlauf zeigt daneben die Projekte, die zweimal/).waitFor();

  // In the report they are a breakdown; where groups are compared as parts of a whole they are none.
  const offered = (address: string) =>
    page.goto(address).then(() => page.locator("select[name=nach] option").allTextContents());
  const name = "Projekte, die beide Male geantwortet haben";
  expect(await offered(paths.release(second.release_id))).toContain(name);
  expect(await offered(paths.needs(second.release_id))).not.toContain(name);
  await page.goto(paths.needs(second.release_id, "panel"));
  expect(await page.locator("select[name=nach]").inputValue()).toBe("");
});

test("where a later version asks otherwise the line breaks, and both wordings are to be read", async () => {
  const last = (await finals("puls")).at(-1);
  if (!last) throw new Error("the sample has waves of puls");
  const next = await database.db
    .selectFrom("round")
    .select("round_id")
    .where("state", "=", "draft")
    .executeTakeFirstOrThrow();
  const releaseId = randomUUID();
  const items = await listItems(database.db, last.release_id);
  const figures = await listFigures(database.db, last.release_id, ["total"]);
  const groups = (await listGroups(database.db, last.release_id)).filter(({ breakdown }) => breakdown === "total");
  const [reworded, recoded] = [
    items.find(({ scale }) => scale === "ordinal"),
    items.find(({ scale }) => scale === "multiple"),
  ];
  if (!reworded || !recoded) throw new Error("puls asks for an ordered scale and for several answers");
  await transact(database.db, async (tx) => {
    const closed_at = new Date(last.closed_at.getTime() + 90 * 86_400_000);
    const about = {
      release_id: releaseId,
      round_id: next.round_id,
      version: 2,
      wave: "2027/Q1",
      closed_at,
      made_at: closed_at,
    };
    await insertRelease(
      tx,
      { ...((await findRelease(tx, last.release_id)) ?? last), ...about },
      {
        groups: groups.map((group, position) => ({ ...group, position })),
        quotes: [],
        figures,
        items: items.map((item) => ({
          ...item,
          ...(item.item === reworded.item ? { title: { de: "Neu gefragt?" }, label: { de: "Neu gefragt?" } } : {}),
          ...(item.item === recoded.item ? { codes: item.codes.slice(1) } : {}),
        })),
      },
    );
  });
  const { page } = await openSteering();
  await page.goto(paths.trends(releaseId), { waitUntil: "networkidle" });
  const broken = page.locator("section.figure", { hasText: recoded.title.de });
  await broken.locator(".chart svg").first().waitFor();
  // Two strokes per line between the last waves; no line there, two between the four waves before.
  const lines = recoded.codes.filter(({ missing }) => !missing).length - 1;
  expect(await broken.locator(".chart svg line[stroke='var(--warn)']").count()).toBe(2 * lines);
  expect(await broken.locator(".chart svg line[stroke='var(--accent)']").count()).toBe(2 * lines);
  expect(await broken.getByText("wird seit 2027/Q1 anders gefragt").count()).toBe(1);
  const told = await broken.locator("table tbody tr").first().locator("td").allTextContents();
  expect(told.slice(-2)).toEqual(["anders gefragt", "–"]);

  const marked = page.locator("section.figure", { hasText: "Neu gefragt?" });
  await marked.locator(".chart svg").first().waitFor();
  expect(await marked.locator(".chart svg path").count()).toBe(1);
  await marked.getByText("1 Merkmal ist anders formuliert").click();
  expect(await marked.locator("del").first().textContent()).toBe(reworded.title.de);
  expect(await marked.locator("ins").first().textContent()).toBe("Neu gefragt?");
});
