import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listFiledMails } from "#app/domain/mail/files.server.ts";
import { paths } from "#app/paths.ts";
import { compareRows, type ReportRow } from "../recount/compare-rows.ts";
import { recount } from "../recount/recount.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import { startTransaction, type TestDatabase } from "../support/database.ts";
import { createSeededDatabase } from "../support/seeded.ts";
import { sessionCookie, signIn } from "../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
let open: Awaited<ReturnType<typeof findUnbegun>>;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createSeededDatabase();
  app = await startApp(database);
  open = await findUnbegun();
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

/** A project of the open round that has not begun, with a lead and a member. */
async function findUnbegun() {
  const part = (role: "lead" | "member") =>
    database.db
      .selectFrom("membership")
      .innerJoin("account", "account.account_id", "membership.account_id")
      .select(["membership.project_id", "membership.account_id", "account.address"])
      .where("membership.role", "=", role);
  return database.db
    .selectFrom("invitation")
    .innerJoin("round", "round.round_id", "invitation.round_id")
    .innerJoin(part("lead").as("lead"), "lead.project_id", "invitation.project_id")
    .innerJoin(part("member").as("member"), "member.project_id", "invitation.project_id")
    .leftJoin("response", "response.invitation_id", "invitation.invitation_id")
    .select([
      "invitation.invitation_id as id",
      "round.round_id as roundId",
      "round.wave",
      "lead.account_id as lead",
      "lead.address as address",
      "member.account_id as member",
    ])
    .where("round.state", "=", "open")
    .where("response.response_id", "is", null)
    .orderBy("invitation.invitation_id")
    .executeTakeFirstOrThrow();
}

async function visit(accountId: string) {
  const visitor = await browser.openVisitor(app.origin);
  await signIn(visitor.context, app, accountId);
  return visitor.page;
}
const accountOf = async (role: "coordination" | "steering") => {
  const part = database.db.selectFrom("membership").select("account_id").where("role", "=", role);
  return (await part.orderBy("account_id").executeTakeFirstOrThrow()).account_id;
};
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const radio = (page: Page, name: string) => page.getByRole("radio", { name, exact: true });
/** By keyboard: SurveyJS draws its own boxes over the inputs, and moves them when a question appears above. */
async function pick(choice: Locator): Promise<void> {
  await choice.press("Space");
  await expect.poll(() => choice.isChecked()).toBe(true);
}
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name }).waitFor();
const question = (page: Page, name: string) => page.locator(`[data-name="${name}"]`);
const saved = (page: Page) => page.getByText(/Alle Änderungen gespeichert · \d{2}:\d{2}/).waitFor();

describe("the whole line", { timeout: 180_000 }, () => {
  test("the lead begins and answers; a choice made by keyboard brings its follow-up question", async () => {
    const page = await visit(open.lead);
    await page.goto(paths.invitations());
    await page.getByRole("link", { name: new RegExp(`^Ausfüllen.*${open.wave}`) }).click();
    await page.getByRole("heading", { name: "Wer sieht unsere Antworten?" }).waitFor();
    await button(page, "Ausfüllen beginnen").click();
    await heading(page, "Zu dieser Erhebung");
    await pick(radio(page, "2 bis 3 Personen"));
    await button(page, "Weiter: Bedarfe: Wichtigkeit").click();
    await heading(page, "Bedarfe: Wichtigkeit");
    await pick(page.getByRole("radio", { name: "Supervision: sehr wichtig" }));
    await pick(page.getByRole("radio", { name: "Sicherheit der Mitarbeitenden: Kann ich nicht beurteilen" }));

    await button(page, /^Herausforderungen/).click();
    await heading(page, "Herausforderungen");
    expect(await question(page, "hf_schutz").count()).toBe(0);
    const challenge = (name: string) => question(page, "hf_rang").getByRole("button", { name, exact: true });
    const ranked = (words: string) => page.getByRole("status").filter({ hasText: words }).waitFor();
    for (const [i, name] of ["Bedrohung von Mitarbeitenden", "Personalmangel"].entries()) {
      await challenge(`Auswählen: ${name}`).press("Space");
      await ranked(`${name}: Platz ${i + 1} von ${i + 1}`);
    }
    // While it moves it is drawn twice.
    await expect.poll(() => challenge("Nach oben: Personalmangel").count()).toBe(1);
    await challenge("Nach oben: Personalmangel").press("Enter");
    await ranked("Personalmangel: Platz 1 von 2");
    await pick(question(page, "hf_schutz").getByRole("checkbox", { name: "Schutzkonzept" }));
    await pick(question(page, "hf_schutz").getByRole("checkbox", { name: "Sonstiges, und zwar" }));
    await question(page, "hf_schutz").getByRole("textbox").fill("Ein fester Ansprechpartner");
    await saved(page);
    await page.reload();
    await heading(page, "Herausforderungen");
    await question(page, "hf_schutz").getByRole("checkbox", { name: "Schutzkonzept" }).waitFor();
    expect(await question(page, "hf_schutz").getByRole("textbox").inputValue()).toBe("Ein fester Ansprechpartner");
  });

  test("a missing answer is shown at the field and above the foot; once given, all is kept over a reload", async () => {
    const page = await visit(open.lead);
    await page.goto(paths.fill(open.id, "mittel"));
    await pick(radio(page, "teilweise besetzt"));
    await button(page, "Weiter: Team").click();
    await page.getByText("Eine Antwort auf dieser Seite fehlt noch oder passt nicht.").waitFor();
    await heading(page, "Mittel und Planung");
    const plan = question(page, "res_plan");
    await plan.getByText("Bitte wählen Sie eine Antwort.", { exact: false }).waitFor();
    expect(await plan.locator("[aria-invalid='true']").count()).toBeGreaterThan(0);
    await pick(radio(page, "bis zu 12 Monate"));
    await question(page, "res_folge").waitFor();
    expect(await plan.getByText("Bitte wählen Sie eine Antwort.", { exact: false }).count()).toBe(0);
    await button(page, "Weiter: Team").click();
    await heading(page, "Team");
    await saved(page);
    await button(page, /^Mittel und Planung/).click();
    await page.reload();
    await heading(page, "Mittel und Planung");
    await radio(page, "bis zu 12 Monate").waitFor();
    expect(await radio(page, "bis zu 12 Monate").isChecked()).toBe(true);
    expect(await radio(page, "teilweise besetzt").isChecked()).toBe(true);
  });

  test("a member sees the review and cannot submit", async () => {
    const page = await visit(open.member);
    await page.goto(paths.review(open.id));
    await page.getByText("Einreichen kann die Projektleitung.", { exact: false }).waitFor();
    expect(await button(page, "Freigeben und einreichen").count()).toBe(0);
    const headers = { Cookie: await sessionCookie(app, open.member), Origin: app.origin };
    const body = new URLSearchParams({ submissionId: crypto.randomUUID(), seq: "1" });
    const forged = await fetch(app.origin + paths.review(open.id), { method: "POST", headers, body });
    expect(forged.status).toBe(404);
  });

  test("the lead reviews, submits, and has the receipt on the page and by mail", async () => {
    const page = await visit(open.lead);
    await page.goto(paths.fill(open.id, "fortbildung"));
    await pick(question(page, "fb_themen").getByRole("checkbox", { name: "Selbstschutz" }));
    await button(page, "Antworten prüfen").click();
    await heading(page, "Antworten prüfen");
    for (const answer of ["2. Bedrohung von Mitarbeitenden", "1. Personalmangel", "Ein fester Ansprechpartner"]) {
      await page.getByText(answer).first().waitFor();
    }
    await button(page, "Freigeben und einreichen").click();
    await heading(page, "Vielen Dank. Ihr Antwortbogen ist eingegangen.");
    const receipt = (await page.getByText(/^PS-\w{4}-\w{4}$/).textContent()) ?? "";
    const kept = database.db.selectFrom("submission").selectAll().where("receipt", "=", receipt);
    expect((await kept.executeTakeFirstOrThrow()).answers).toMatchObject({
      hf_rang: ["personalmangel", "bedrohung_team"],
      "hf_schutz-Comment": "Ein fester Ansprechpartner",
      res_plan: "bis12",
      fb_themen: ["selbstschutz"],
    });
    const mailed = async () => (await listFiledMails(app.dataDir)).filter((mail) => mail.to === open.address);
    await expect.poll(async () => (await mailed()).length, { timeout: 20_000 }).toBe(1);
    const [mail] = await mailed();
    expect(mail?.text).toContain(receipt);
    expect(mail?.text).not.toContain("Ansprechpartner");
    await page.getByRole("link", { name: "Antworten lesen" }).click();
    await page.getByText("Ein fester Ansprechpartner").waitFor();
  });

  test("the coordination closes the round and makes the release", async () => {
    const page = await visit(await accountOf("coordination"));
    await page.goto(paths.round(open.roundId));
    await button(page, "Erhebung schließen").click();
    await button(page, "Ja, Erhebung schließen").click();
    await button(page, "Auswertungsstand erzeugen").click();
    await button(page, "Ja, Auswertungsstand erzeugen").click();
    await page.getByRole("link", { name: "Auswertung lesen" }).click();
    await page.waitForURL(/\/auswertungen\/[0-9a-f-]{36}$/);
    await heading(page, `Bedarfe und Herausforderungen ${open.wave}`);
  });

  test("the steering group reads it; the CSV's figures are those of an independent count", async () => {
    const page = await visit(await accountOf("steering"));
    await page.goto(paths.releases());
    await page.getByRole("link", { name: `Bedarfe und Herausforderungen ${open.wave}` }).click();
    await heading(page, `Bedarfe und Herausforderungen ${open.wave}`);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Tabelle für Excel herunterladen" }).click();
    const file = await readFile(await (await download).path());
    expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows: ReportRow[] = parse(file, { bom: true, delimiter: ";", columns: true, record_delimiter: "\r\n" });
    const { tx, rollback } = await startTransaction(database.owner);
    const counted = await recount(tx, page.url().split("/").at(-1) ?? "");
    await rollback();
    expect(counted.sheets).toHaveLength(41);
    const compared = compareRows(rows, counted);
    for (const item of ["bed_wichtig/supervision", "fb_themen", "hf_rang", "hf_schutz"])
      expect(compared).toContain(item);

    const shown = counted.groups.find(({ breakdown }) => breakdown !== "total");
    await page.getByLabel("Aufschlüsseln nach").selectOption(shown?.breakdown ?? "");
    await button(page, "Anzeigen").click();
    const label = rows.find(
      (row) => row.Aufschlüsselung === shown?.breakdown && row.Gruppe === shown?.group_code,
    )?.Gruppenname;
    const size = await page
      .getByRole("status")
      .filter({ hasText: `${label} (` })
      .textContent();
    expect(Number(size?.split(`${label} (`)[1]?.split(")")[0])).toBe(shown?.shown);
  });
});
