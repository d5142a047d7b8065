import { sql } from "kysely";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeNetwork } from "#app/domain/network/describe-network.ts";
import type { NetworkNode, TieReport } from "#app/domain/network/graph.ts";
import { tiesOfKind } from "#app/domain/network/kinds.ts";
import { paths } from "#app/paths.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { figuresElsewhere } from "../app/domain/network/elsewhere.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import type { TestDatabase } from "../support/database.ts";
import { tabTo } from "../support/keyboard.ts";
import { createSeededDatabase } from "../support/seeded.ts";
import { signIn } from "../support/sign-in.ts";

type Node = NetworkNode & { answered: boolean };
type Row = { from: string; to: string; frequency: string | null; kinds: string[]; closest: boolean | null };

let database: TestDatabase;
let app: TestApp;
let releaseId: string;
let nodes: Node[];
let ties: Row[];
let invited: number;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createSeededDatabase();
  app = await startApp(database);
  const release = await database.db
    .selectFrom("release")
    .select(["release_id", "invited"])
    .where("questionnaire", "=", "netzwerk")
    .orderBy("closed_at", "desc")
    .executeTakeFirstOrThrow();
  releaseId = release.release_id;
  invited = release.invited ?? 0;
  // As released, read by the role that can read nothing else.
  nodes = (
    await sql<Node>`select project_id as id, name, answered, attributes from shown_node
      where release_id = ${releaseId} order by name, project_id`.execute(database.report)
  ).rows;
  ties = (
    await sql<Row>`select from_project_id as "from", to_project_id as "to", frequency, kinds, closest from shown_tie
      where release_id = ${releaseId}`.execute(database.report)
  ).rows;
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

const elsewhere = (rows: readonly Row[]) =>
  figuresElsewhere(
    nodes.map(({ id }) => id),
    rows.map(({ from, to }) => [from, to]),
  );
const percent = (share: number) => `${Math.round(100 * share + 1e-9)} %`;
const plain = (text: string | null | undefined) => (text ?? "").replace(/[\u00a0\u202f]/g, " ").trim();

async function open(view: Parameters<typeof paths.network>[1] = {}): Promise<Page> {
  const visitor = await browser.openVisitor(app.origin);
  await signIn(visitor.context, app, (await findDemoAccount(database.db, "steering")) as string);
  await visitor.page.goto(paths.network(releaseId, view), { waitUntil: "networkidle" });
  return visitor.page;
}

/** Value and explanation of each card, by its name. */
async function cardsOf(page: Page): Promise<Map<string, { value: string; means: string }>> {
  const cards = await page
    .locator(".network-card")
    .evaluateAll((all) => all.map((card) => [...card.querySelectorAll("p")].map((part) => part.textContent)));
  return new Map(cards.map(([label, value, means]) => [plain(label), { value: plain(value), means: plain(means) }]));
}

/** The cells of each project: its group, contacts, confirmed, named, names, pairs, of these across, and what follows. */
async function projectsOf(page: Page): Promise<Map<string, string[]>> {
  const rows = await page
    .locator(".network-projects tbody tr")
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
  return new Map(rows.map(([name = "", ...cells]) => [name.replace(/ \(nicht geantwortet\)$/, ""), cells.map(plain)]));
}

test("the figures of the page are those of an independent library on the ties as released", async () => {
  const page = await open();
  const other = elsewhere(ties);
  const cards = await cardsOf(page);
  expect(cards.get("Kontakte")?.value).toBe(String(other.contacts));
  expect(cards.get("Dichte")?.value).toBe(percent(other.density.contacts));
  // Only those who answered could name anybody.
  const answered = new Set(nodes.filter((node) => node.answered).map(({ id }) => id));
  const reports = (other.density.reports * nodes.length) / answered.size;
  expect(cards.get("Dichte")?.means).toContain(percent(reports));
  // Of contacts between two that answered.
  const among = elsewhere(ties.filter(({ from, to }) => answered.has(from) && answered.has(to)));
  expect(cards.get("Bestätigt")).toMatchObject({ value: percent(among.confirmed / among.contacts) });
  expect(cards.get("Bestätigt")?.means).toContain(`${among.confirmed} von ${among.contacts} Kontakten`);
  const sizes = other.parts.map(({ length }) => length).sort((a, b) => b - a);
  expect(cards.get("Größter Zusammenhang")?.value).toBe(`${sizes[0]} von ${nodes.length}`);
  expect(cards.get("Ohne Kontakt")?.value).toBe(String(sizes.filter((size) => size === 1).length));

  const rows = await projectsOf(page);
  expect(rows.size).toBe(nodes.length);
  const group = new Map(nodes.map(({ id, attributes }) => [id, attributes.ph_haupt]));
  for (const { id, name, answered: said } of nodes) {
    const [, contacts, , named, names, pairs, across] = rows.get(name) ?? [];
    const apart = other.apart(id);
    const bridged = apart.filter(([a, b]) => group.get(a) && group.get(b) && group.get(a) !== group.get(b));
    expect([contacts, named, names, pairs, across], name).toEqual([
      ...[String(other.degree(id)), String(other.named(id)), said ? String(other.names(id)) : "–"],
      ...[String(apart.length), String(bridged.length)],
    ]);
  }
  // What the page rounds, or leaves out because too few answered, before that.
  const picture = describeNetwork({ nodes, ties: ties as TieReport[], asked: nodes.length }, "ph_haupt");
  expect(picture.density.contacts).toBeCloseTo(other.density.contacts, 12);
  expect(picture.density.reports).toBeCloseTo(reports, 12);
  for (const { id, between } of picture.nodes) expect(between).toBeCloseTo(other.between[id] ?? -1, 9);
  const share = answered.size / invited;
  expect(await page.getByRole("columnheader", { name: "Brücken" }).count()).toBe(share >= 0.75 ? 1 : 0);
});

test("a kind of contact is chosen by keyboard, has an address, and map, matrix, tables and files follow it", async () => {
  const page = await open();
  const cases = ties.filter(({ kinds }) => kinds.includes("fallberatung"));
  const other = elsewhere(cases);
  expect(other.contacts).toBeGreaterThan(30);
  expect(other.contacts).toBeLessThan(elsewhere(ties).contacts);
  const before = await cardsOf(page);
  const link = page.getByRole("link", { name: /^Fallberatung/ });
  expect(plain(await link.textContent())).toBe(`Fallberatung ${other.contacts}`);
  await tabTo(page, "Fallberatung");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 2, name: "Wer mit wem in Kontakt steht: Fallberatung" }).waitFor();
  expect(new URL(page.url()).searchParams.get("art")).toBe("fallberatung");
  const rows = await projectsOf(page);
  for (const { id, name } of nodes) expect(rows.get(name)?.[1], name).toBe(String(other.degree(id)));
  await page.locator(".map__drawing").waitFor();
  // Below the map stands what its lines mean; what is in it are lines between two places each.
  expect(await page.locator(".map__drawing > g:first-child line").count()).toBe(other.contacts);
  // The figures above are of all contacts.
  expect(await cardsOf(page)).toEqual(before);

  await page.getByRole("link", { name: "Matrix", exact: true }).click();
  const matrix = page.getByRole("table", { name: "Wer wen nennt: Fallberatung" });
  await matrix.waitFor();
  const cells = await matrix.locator("td").evaluateAll((all) => all.flatMap((cell) => cell.textContent || []));
  expect(cells.length).toBe(2 * other.contacts);
  const close = elsewhere(tiesOfKind(cases, "engste") as Row[]);
  expect(close.contacts).toBeGreaterThan(5);
  // Closest for both, of those where both say that it is about this.
  const signs = Map.groupBy(cells, (sign) => sign);
  expect((signs.get("=")?.length ?? 0) + (signs.get("==")?.length ?? 0)).toBe(2 * other.confirmed);
});

test("closest contacts are those that both sides count among them, and nobody is sent the others", async () => {
  const page = await open({ art: "engste" });
  const closest = ties.filter((tie) => tie.closest);
  const other = elsewhere(closest);
  await page.getByRole("heading", { level: 2, name: "Wer mit wem in Kontakt steht: für beide am engsten" }).waitFor();
  expect(other.confirmed).toBe(other.contacts);
  await page.locator(".map__drawing").waitFor();
  expect(await page.locator(".map__drawing > g:first-child .map__tie--closest").count()).toBe(other.contacts);
  // Counted anew from the answers.
  const { rows } = await sql<{ a: string; b: string }>`
    with said as (
      select invitation.project_id::text as a, cell.code as b from cell
      join response using (round_id, response_id) join invitation using (round_id, invitation_id)
      where cell.round_id = (select round_id from release where release_id = ${releaseId}) and cell.item = 'nw_top'
        and cell.visible and response.state = 'submitted'
    )
    select said.a, said.b from said join said other on other.a = said.b and other.b = said.a`.execute(database.owner);
  const named = new Set(nodes.map(({ id }) => id));
  const both = rows.filter(({ a, b }) => named.has(a) && named.has(b)).map(({ a, b }) => `${a} ${b}`);
  expect(both.sort()).toEqual(closest.map(({ from, to }) => `${from} ${to}`).sort());
});
