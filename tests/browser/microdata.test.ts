import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listFiledMails } from "#app/domain/mail/files.server.ts";
import { findOpenInsight, listMicrodataRounds, openInsight } from "#app/domain/microdata/read-microdata.server.ts";
import { paths } from "#app/paths.ts";
import { findDemoAccount, getAccount } from "#db/queries/accounts.server.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import type { TestDatabase } from "../support/database.ts";
import { roundWithNames } from "../support/microdata-pages.ts";
import { insertAccount, viewerOf } from "../support/people.ts";
import { SECRET, secretsIn } from "../support/post.ts";
import { createSeededDatabase } from "../support/seeded.ts";
import { signIn } from "../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
let analyst: string;
let round: Awaited<ReturnType<typeof listMicrodataRounds>>[number];
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createSeededDatabase();
  app = await startApp(database, { secret: SECRET });
  analyst = await insertAccount(database.db, { role: "analyst" });
  const found = (await listMicrodataRounds(database.db)).find(({ privacy }) => privacy === "confidential");
  if (!found) throw new Error("the sample has no confidential round that is over");
  round = found;
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** The session began an hour ago. */
const ageSessions = () =>
  database.db
    .updateTable("session")
    .set({ created_at: new Date(Date.now() - 3_600_000) })
    .where("account_id", "=", analyst)
    .execute();

async function codeFor(accountId: string): Promise<string> {
  const { address } = await getAccount(database.db, accountId);
  const mail = async () => (await listFiledMails(app.dataDir)).find((one) => one.to === address);
  await expect.poll(async () => (await mail()) !== undefined, { timeout: 20_000 }).toBe(true);
  return secretsIn(await mail()).code;
}

test("an analyst shows who they are, gives a reason, gets the file, and the projects read why", async () => {
  const { page, context, allow } = await browser.openVisitor(app.origin);
  allow(/status of 422/);
  await signIn(context, app, analyst);
  await ageSessions();
  await page.goto(paths.releases());
  await page.getByRole("link", { name: "Einzeldaten für die Auswertung" }).click();
  await page.goto(paths.microdataOfRound(round.round_id));
  await button(page, "Code anfordern").click();
  const field = page.getByLabel("Code aus der E-Mail");
  await field.waitFor();
  await field.fill(await codeFor(analyst));
  await button(page, "Mit Code anmelden").click();
  const reason = page.getByLabel("Wozu brauchen Sie die Daten?");
  await reason.fill("kurz");
  await button(page, "Abruf festhalten und Datei bereitstellen").click();
  await page.getByText("Bitte begründen Sie den Abruf mit mindestens 10 Zeichen.").waitFor();
  expect(await reason.inputValue()).toBe("kurz");
  await reason.fill("Vergleich der Wellen für den Jahresbericht");
  await button(page, "Abruf festhalten und Datei bereitstellen").click();
  await page.getByText("Die Datei steht bereit.").waitFor();
  // The keyboard goes on at the file: at the button it would record a second look.
  await page.locator("a:focus", { hasText: "Archiv herunterladen" }).waitFor();
  expect(await reason.inputValue()).toBe("");

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Archiv herunterladen" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^einzeldaten-.*-fiktiv\.zip$/);
  const files = unzipSync(await readFile(await download.path()));
  expect(Object.keys(files)).toEqual([
    "LIESMICH.txt",
    "einzeldaten-lang.csv",
    "einzeldaten-breit.csv",
    "einlesen.sps",
    "einlesen.R",
    "einlesen.py",
  ]);
  const wide: string[][] = parse(strFromU8(files["einzeldaten-breit.csv"] ?? new Uint8Array()), { from_line: 2 });
  expect(wide).toHaveLength(round.submitted ?? -1);
  expect(new Set(wide.map(([pseudonym]) => pseudonym)).size).toBe(wide.length);
  await expectNothingThatNames(strFromU8(files["einzeldaten-lang.csv"] ?? new Uint8Array()));

  const team = await teamOf();
  const other = await browser.openVisitor(app.origin);
  await signIn(other.context, app, team.lead);
  await other.page.goto(paths.team(team.projectId));
  await other.page.getByText("Vergleich der Wellen für den Jahresbericht").waitFor();
}, 120_000);

test("a project withdraws its name, and what is exported with names from then on has it no more", async () => {
  const network = await roundWithNames(database.db, await listMicrodataRounds(database.db));
  const [own, ...others] = await consenting(network.round_id);
  if (!own) throw new Error("nobody of the sample has consented");
  const earlier = { roundId: network.round_id, reason: "Vergleich der Wellen", withNames: true, now: new Date(0) };
  await openInsight(database.db, await viewerOf(database.db, analyst), earlier);
  const lead = await browser.openVisitor(app.origin);
  await signIn(lead.context, app, own.lead);
  await lead.page.goto(paths.submitted(own.invitationId));
  await button(lead.page, "Zustimmung widerrufen").click();
  await lead.page.getByText(/hat die Zustimmung am .+ widerrufen/).waitFor();
  await button(lead.page, "Wieder zustimmen").click();
  await lead.page.getByText(/hat am .+ wieder zugestimmt/).waitFor();
  await button(lead.page, "Zustimmung widerrufen").click();
  await lead.page.getByText(/hat die Zustimmung am .+ widerrufen/).waitFor();

  const { page, context } = await browser.openVisitor(app.origin);
  await signIn(context, app, analyst);
  await page.goto(paths.microdata());
  await page.getByText("Seit Ihrem letzten Abruf mit Namen hat 1 Projekt widerrufen.").waitFor();
  await page.goto(paths.microdataOfRound(network.round_id));
  await page.getByText("Bitte löschen Sie die früheren Dateien mit Namen").waitFor();
  await page.getByLabel("Wozu brauchen Sie die Daten?").fill("Karte für das Netzwerktreffen");
  await page.getByRole("checkbox", { name: "Mit Namen" }).check();
  await button(page, "Abruf festhalten und Datei bereitstellen").click();
  await page.getByText("Das Archiv enthält Namen.").waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Archiv herunterladen" }).click(),
  ]);
  expect(download.suggestedFilename()).toContain("mit-namen");
  const files = unzipSync(await readFile(await download.path()));
  const wide: Record<string, string>[] = parse(strFromU8(files["einzeldaten-breit.csv"] ?? new Uint8Array()), {
    columns: true,
  });
  const named = wide.flatMap(({ projekt }) => projekt || []);
  expect(named.sort()).toEqual(others.map(({ project }) => project).sort());
  expect(named).not.toContain(own.project);
  await lead.page.goto(paths.team(own.projectId));
  const marked = lead.page.getByText("Mit den Namen der Projekte, die zugestimmt und das nicht widerrufen haben.");
  await expect.poll(() => marked.count()).toBe(2);

  // A round without names has no such choice, and a forged one is refused.
  await page.goto(paths.microdataOfRound(round.round_id));
  expect(await page.getByRole("checkbox", { name: "Mit Namen" }).count()).toBe(0);
  const form = { intent: "open", reason: "Vergleich der Wellen", names: "yes" };
  const forged = await page.request.post(paths.microdataOfRound(round.round_id), {
    form,
    headers: { Origin: app.origin },
    maxRedirects: 0,
  });
  expect(forged.status()).toBe(400);
}, 120_000);

/** Projects whose submitted answer lets them be named, with their lead, by an order that stays. */
async function consenting(roundId: string) {
  const rows = await database.db
    .selectFrom("response")
    .innerJoin("invitation", "invitation.invitation_id", "response.invitation_id")
    .innerJoin("project", "project.project_id", "invitation.project_id")
    .innerJoin("membership", "membership.project_id", "invitation.project_id")
    .innerJoin("cell", "cell.response_id", "response.response_id")
    .select(["invitation.invitation_id", "project.project_id", "project.name", "membership.account_id"])
    .where("response.round_id", "=", roundId)
    .where("response.state", "<>", "draft")
    .where("membership.role", "=", "lead")
    .where("cell.item", "=", "nw_ok")
    .where("cell.code", "=", "true")
    .orderBy("project.name")
    .execute();
  return rows.map(({ invitation_id: invitationId, project_id: projectId, name: project, account_id: lead }) => {
    return { invitationId, projectId, project, lead };
  });
}

test("the file is for the person who asked, for a quarter of an hour", async () => {
  const [viewer, somebody] = [
    await viewerOf(database.db, analyst),
    await viewerOf(database.db, await insertAccount(database.db, { role: "analyst" })),
  ];
  const now = new Date();
  const roundId = round.round_id;
  const insightId = await openInsight(database.db, viewer, { roundId, reason: "Probe der Frist", now });
  const open = async (who: typeof viewer, minutes: number, asked = roundId) => {
    const asking = { roundId: asked, insightId, now: new Date(now.getTime() + minutes * 60_000) };
    return (await findOpenInsight(database.db, who, asking)) !== undefined;
  };
  expect([await open(viewer, 14), await open(viewer, 16), await open(somebody, 1)]).toEqual([true, false, false]);
  const another = (await listMicrodataRounds(database.db)).find((one) => one.round_id !== roundId);
  expect(await open(viewer, 1, another?.round_id)).toBe(false);
  await expect(openInsight(database.db, viewer, { roundId, reason: "kurz", now })).rejects.toThrow();
});

/** A lead whose project answered in the round. */
async function teamOf(): Promise<{ projectId: string; lead: string }> {
  const demo = await findDemoAccount(database.db, "lead");
  const found = await database.db
    .selectFrom("response")
    .innerJoin("invitation", "invitation.invitation_id", "response.invitation_id")
    .innerJoin("membership", "membership.project_id", "invitation.project_id")
    .select(["invitation.project_id", "membership.account_id"])
    .where("response.round_id", "=", round.round_id)
    .where("response.state", "<>", "draft")
    .where("membership.role", "=", "lead")
    .orderBy((eb) =>
      eb
        .case()
        .when("membership.account_id", "=", demo ?? null)
        .then(0)
        .else(1)
        .end(),
    )
    .executeTakeFirstOrThrow();
  return { projectId: found.project_id ?? "", lead: found.account_id };
}

/** No project, organisation, person or free text of the network stands in the file. */
async function expectNothingThatNames(file: string): Promise<void> {
  const { db } = database;
  const texts = await db
    .selectFrom("cell")
    .select("text")
    .where("round_id", "=", round.round_id)
    .where("text", "is not", null)
    .where("code", "is", null)
    .execute();
  const names = [
    ...(await db.selectFrom("project").select(["project_id as id", "name"]).execute()),
    ...(await db.selectFrom("organisation").select(["organisation_id as id", "name"]).execute()),
    ...(await db.selectFrom("response").select(["response_id as id", "response_id as name"]).execute()),
  ];
  const found = [...names.flatMap(({ id, name }) => [id, name]), ...texts.flatMap(({ text }) => text ?? [])].filter(
    (word) => word.length > 3 && !/^\d{4}-\d\d-\d\d$/.test(word) && file.includes(word),
  );
  expect(found).toEqual([]);
}
