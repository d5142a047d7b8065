import { afterAll, beforeAll, expect, test } from "vitest";
import { eraseResponse } from "#app/domain/rounds/erase-response.server.ts";
import { paths } from "#app/paths.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { findFaults, findViolations, ONE_THEME, PAIRS } from "../support/axe.ts";
import { setUpBrowser } from "../support/browser.ts";
import type { TestDatabase } from "../support/database.ts";
import { holdUp } from "../support/hold-up.ts";
import { focusedName, tabTo } from "../support/keyboard.ts";
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

async function visit(role: "coordination" | "steering", javaScript = true) {
  const visitor = await browser.openVisitor(app.origin, undefined, { javaScript });
  await signIn(visitor.context, app, (await findDemoAccount(database.db, role)) as string);
  return visitor;
}

async function roundIn(state: "open" | "closed" | "released"): Promise<string> {
  const rounds = database.db.selectFrom("round").select("round_id").where("state", "=", state);
  return (await rounds.where("privacy", "<>", "anonymous").executeTakeFirstOrThrow()).round_id;
}

test("by keyboard: an interim release is asked for, made beside the page, and marked wherever it is read", async () => {
  const visitor = await visit("coordination");
  const { page } = visitor;
  const roundId = await roundIn("open");
  await page.goto(paths.round(roundId), { waitUntil: "networkidle" });
  const goOn = await holdUp(database);
  await tabTo(page, "Zwischenstand erzeugen");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Zwischenstand jetzt erzeugen?" }).waitFor();
  expect(await focusedName(page)).toContain("Zwischenstand jetzt erzeugen?");
  await tabTo(page, "Ja, Zwischenstand erzeugen");
  await page.keyboard.press("Enter");
  await page.getByText("Ein Zwischenstand wird ausgewertet.").waitFor();
  await page
    .getByRole("status")
    .getByText(/^Schritt 4 von 4/)
    .waitFor();
  expect(await findViolations(page)).toEqual([]);
  // The round itself goes on meanwhile, and nobody can ask twice.
  await page.getByRole("button", { name: "Erhebung schließen" }).waitFor();
  expect(await page.getByRole("button", { name: "Zwischenstand erzeugen" }).count()).toBe(0);
  await goOn();
  const link = page.getByRole("link", { name: /^Zwischenstand 1 vom .* lesen$/ });
  await link.waitFor();
  await page.getByRole("status").getByText("Der Auswertungsstand ist fertig.").waitFor();
  await page.getByText(/^Noch nicht möglich: 0 Antwortbögen sind seit dem letzten Zwischenstand neu/).waitFor();
  const release = (await link.getAttribute("href")) as string;

  const reader = await visit("steering");
  await reader.page.goto(release);
  await reader.page.getByText("Zwischenstand, nur Gesamtwerte", { exact: true }).waitFor();
  expect(await reader.page.getByLabel("Aufschlüsseln nach").count()).toBe(0);
  const releaseId = release.split("/").at(-1) as string;
  await reader.page.goto(paths.releasePrint(releaseId));
  await reader.page.getByText(/^Zwischenstand, nur Gesamtwerte\. Die Erhebung lief noch/).waitFor();
  const csv = await reader.page.request.get(paths.releaseExport(releaseId, "csv"));
  expect((await csv.text()).split("\r\n")[1]).toContain("1 (Zwischenstand, nur Gesamtwerte)");
  const looks = [...ONE_THEME, ...PAIRS];
  expect(await findFaults(reader, app, release, looks)).toEqual([]);
  expect(await findFaults(visitor, app, paths.round(roundId, { schritt: "zwischenstand" }), looks)).toEqual([]);
});

test("without JavaScript the page says how far a release is, and a link shows how far it is now", async () => {
  const { page } = await visit("coordination", false);
  const roundId = await roundIn("closed");
  const goOn = await holdUp(database, roundId);
  await page.goto(paths.round(roundId, { schritt: "auswerten" }));
  await page.getByRole("button", { name: "Ja, Auswertungsstand erzeugen" }).click();
  await page.getByText("Die Erhebung wird ausgewertet.").waitFor();
  expect(await page.getByRole("button", { name: "Auswertungsstand erzeugen" }).count()).toBe(0);
  await goOn();
  const done = page.getByRole("link", { name: "Auswertung lesen" });
  await expect
    .poll(
      async () => {
        if ((await done.count()) === 0) await page.getByRole("link", { name: "Stand neu laden" }).click();
        return done.count();
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe(1);
  await done.click();
  await page.getByText(/^Auswertungsstand 1 vom/).waitFor();
});

/** Erases submitted responses of a round, one per organisation as far as there are, and gives back one more that is left. */
async function eraseSome(roundId: string, count: number): Promise<string> {
  const rows = await database.db
    .selectFrom("response")
    .innerJoin("invitation", "invitation.invitation_id", "response.invitation_id")
    .distinctOn("invitation.organisation_id")
    .select("invitation.invitation_id")
    .where("response.round_id", "=", roundId)
    .where("response.state", "=", "submitted")
    .execute();
  const [last, ...others] = rows.map((row) => row.invitation_id);
  const asked = { roundId, actorId: null, now: new Date() };
  for (const invitationId of others.slice(0, count))
    await eraseResponse(database.db, asked, { invitationId, reason: "Auf Wunsch." });
  return last as string;
}

test("a response is erased with a reason, and when enough are, a correction says why and points to what it corrects", async () => {
  const visitor = await visit("coordination");
  const { page } = visitor;
  visitor.allow(/status of 422/);
  const roundId = await roundIn("released");
  const looks = [...ONE_THEME, ...PAIRS];
  const last = await eraseSome(roundId, 5);
  await page.goto(paths.round(roundId), { waitUntil: "networkidle" });
  await page.getByText("Seit dieser Auswertung wurden 5 Antwortbögen gelöscht.").waitFor();
  await page.getByText(/^Eine Korrektur ist noch nicht möglich/).waitFor();
  const looking = await visit("coordination");
  expect(await findFaults(looking, app, paths.correction(roundId), looks)).toEqual([]);
  expect(await findFaults(looking, app, paths.eraseResponse(roundId, last), looks)).toEqual([]);

  await page.locator(`a[href="${paths.eraseResponse(roundId, last)}"]`).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Antwortbogen löschen" }).waitFor();
  await tabTo(page, "Endgültig löschen");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.getByLabel("Grund").getAttribute("aria-invalid")).toBe("true");
  await page.getByLabel("Grund").fill("Das Projekt bittet darum.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Seit dieser Auswertung wurden 6 Antwortbögen gelöscht.").waitFor();
  await page.getByText(/Grund: Das Projekt bittet darum\./).waitFor();
  await tabTo(page, "Korrektur erzeugen");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Auswertung korrigieren" }).waitFor();
  expect(await findViolations(page)).toEqual([]);
  await page.getByLabel("Grund").fill("Sechs Projekte ließen ihren Bogen löschen.");
  await page.getByRole("button", { name: "Korrektur erzeugen" }).click();
  await page.getByRole("status").getByText("Der Auswertungsstand ist fertig.").waitFor();

  const reader = await visit("steering");
  await page.getByRole("link", { name: "Auswertung lesen" }).waitFor();
  const release = (await page.getByRole("link", { name: "Auswertung lesen" }).getAttribute("href")) as string;
  await reader.page.goto(release);
  await reader.page.getByText("Grund: Sechs Projekte ließen ihren Bogen löschen.").waitFor();
  await reader.page.getByRole("link", { name: "Die korrigierte Auswertung lesen" }).click();
  await reader.page.getByRole("link", { name: /^Die Korrektur \d+ vom .* lesen$/ }).waitFor();
  expect(await findFaults(reader, app, release, looks)).toEqual([]);
});
