import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { collectOwnData } from "#app/domain/account/own-data.server.ts";
import { listFiledMails } from "#app/domain/mail/files.server.ts";
import { paths } from "#app/paths.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import type { TestDatabase } from "../support/database.ts";
import { tabTo } from "../support/keyboard.ts";
import { addressOf } from "../support/mail-round.ts";
import { insertAccount, viewerOf } from "../support/people.ts";
import { SECRET } from "../support/post.ts";
import { createSeededDatabase } from "../support/seeded.ts";
import { signIn } from "../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createSeededDatabase();
  app = await startApp(database, { secret: SECRET });
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

async function visitAs(accountId: string) {
  const visitor = await browser.openVisitor(app.origin);
  await signIn(visitor.context, app, accountId);
  return visitor;
}

test("two people discuss a figure: written, mentioned by a mail that says nothing, answered, settled, changed, taken back", async () => {
  const coordination = await insertAccount(database.db, { role: "coordination" });
  const steering = await insertAccount(database.db, { role: "steering" });
  const { name } = await viewerOf(database.db, steering);
  const { release_id: releaseId } = await database.db
    .selectFrom("release")
    .select("release_id")
    .where("questionnaire", "=", "bedarfe")
    .orderBy("closed_at", "desc")
    .executeTakeFirstOrThrow();
  const [first, second] = [await visitAs(coordination), await visitAs(steering)];

  // From the release by keyboard; what is empty comes back with its fault at the field.
  const { page } = first;
  first.allow(/status of 422/);
  await page.goto(paths.release(releaseId), { waitUntil: "networkidle" });
  await tabTo(page, "Anmerkungen");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Anmerkungen", exact: true }).waitFor();
  await page.getByRole("button", { name: "Anmerkung speichern" }).click();
  await page.getByText("Bitte schreiben Sie etwas.").waitFor();
  await page.getByLabel("Worum geht es?").selectOption({ value: "bed_wichtig/psych_netz" });
  await page.getByLabel("Ihre Anmerkung").fill("Warum so selten?\nDas sollten wir mit der Polizei besprechen.");
  const form = page.getByRole("region", { name: "Neue Anmerkung" });
  await form.locator("summary", { hasText: "Kolleginnen und Kollegen ansprechen (@)" }).click();
  await form.getByRole("checkbox", { name, exact: true }).check();
  await page.getByRole("button", { name: "Anmerkung speichern" }).click();
  await page.getByText("2 offene Anmerkungen").waitFor();
  await page.getByText(`An: @${name}`).waitFor();

  // The mail leads there and says neither who nor what.
  const to = await addressOf(database.db, steering);
  const mail = await vi.waitUntil(
    async () => (await listFiledMails(app.dataDir)).find((one) => one.to === to && /Anmerkung/.test(one.text)),
    { timeout: 30_000 },
  );
  expect(mail.subject).toBe("Jemand spricht Sie an");
  expect(mail.text).toContain(paths.notes(releaseId));
  expect(mail.text).not.toMatch(/Polizei|selten|bed_wichtig/);

  // The other one reads it, cannot change it, answers and settles it.
  const other = second.page;
  const need = "Zusammenarbeit mit dem psychotherapeutischen Hilfesystem";
  await other.goto(paths.needs(releaseId), { waitUntil: "networkidle" });
  await tabTo(other, `Anmerken zu: ${need}`);
  await other.keyboard.press("Enter");
  await other.getByRole("heading", { level: 2, name: "Neue Anmerkung" }).waitFor();
  expect(await other.getByLabel("Worum geht es?").inputValue()).toBe("bed_wichtig/psych_netz");
  expect(await other.getByLabel("Worum geht es?").locator("option:checked").textContent()).toContain(need);
  await other.goto(paths.needs(releaseId), { waitUntil: "networkidle" });
  await tabTo(other, `1 offene Anmerkung zu: ${need}`);
  await other.keyboard.press("Enter");
  await other.getByText("Das sollten wir mit der Polizei besprechen.").waitFor();
  expect(await other.getByText("Ändern", { exact: false }).count()).toBe(0);
  await other.locator("summary", { hasText: "Antworten" }).click();
  await other.getByLabel("Ihre Antwort").fill("Ich frage im Landesnetz nach.");
  await other.getByRole("button", { name: "Antwort speichern" }).click();
  await other.locator(".thread__text", { hasText: "Ich frage im Landesnetz nach." }).waitFor();
  await other.goto(paths.notes(releaseId, "bed_wichtig/psych_netz"), { waitUntil: "networkidle" });
  // As many are open at this figure, before, as there are at all others afterwards.
  await other.getByText("1 offene Anmerkung").waitFor();
  await other.getByRole("button", { name: "Als erledigt markieren" }).click();
  await other.getByRole("button", { name: "Wieder öffnen" }).waitFor();
  await other.getByText("1 offene Anmerkung").waitFor();
  // At the figure nothing waits any more, and the page that was drawn before says so too.
  for (const path of [paths.release(releaseId), paths.needs(releaseId)]) {
    await other.goto(path, { waitUntil: "networkidle" });
    expect(await other.getByRole("link", { name: /^1 offene Anmerkung zu/ }).count(), path).toBe(1);
  }

  // Its author opens it again, changes the words, which keeps those before, and takes it back, which does not.
  await page.goto(paths.notes(releaseId, "bed_wichtig/psych_netz"), { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Wieder öffnen" }).click();
  await page.getByText("2 offene Anmerkungen").waitFor();
  await page.locator("summary", { hasText: "Ändern" }).click();
  await page.getByLabel("Neuer Wortlaut").fill("Das klären wir im Herbst.");
  await page.getByRole("button", { name: "Änderung speichern" }).click();
  await page.locator("summary", { hasText: "Frühere Fassungen" }).click();
  await page.getByText("Das sollten wir mit der Polizei besprechen.").waitFor();
  const kept = JSON.stringify(
    await collectOwnData(database.db, await viewerOf(database.db, coordination), "de", new Date()),
  );
  expect(kept).toContain("Das klären wir im Herbst.");
  expect(kept).toContain("Das sollten wir mit der Polizei besprechen.");
  const spoken = await collectOwnData(database.db, await viewerOf(database.db, steering), "de", new Date());
  expect(spoken.mentionedInNotes).toHaveLength(1);
  expect(JSON.stringify(spoken)).not.toContain("Polizei");
  await page.locator("summary", { hasText: "Ändern" }).click();
  await page.locator("summary", { hasText: "Zurücknehmen" }).click();
  await page.getByRole("button", { name: "Ja, zurücknehmen" }).click();
  await page.getByText("Diese Anmerkung wurde zurückgenommen.").waitFor();
  expect(await page.getByText("Das sollten wir mit der Polizei besprechen.").count()).toBe(0);
  const texts = await database.db.selectFrom("figure_note_text").selectAll().execute();
  expect(texts).toEqual([]);

  // What is not one's own cannot be changed by a form of one's own making; projects see none of it.
  const answer = await database.db
    .selectFrom("figure_note")
    .select("note_id")
    .where("author_id", "=", steering)
    .executeTakeFirstOrThrow();
  const stolen = { step: "change", noteId: answer.note_id, text: "Fremd" };
  const refused = await first.context.request.post(`${app.origin}${paths.notes(releaseId)}`, {
    form: stolen,
    headers: { Origin: app.origin },
  });
  expect(refused.status()).toBe(404);
  const lead = await visitAs((await findDemoAccount(database.db, "lead")) as string);
  lead.allow(/status of 404/);
  expect((await lead.page.goto(paths.notes(releaseId)))?.status()).toBe(404);
});

test("what is being typed stays when others write meanwhile; a form begins anew once its own note is there", async () => {
  const { release_id: releaseId } = await database.db
    .selectFrom("release")
    .select("release_id")
    .where("questionnaire", "=", "schnittstellen")
    .executeTakeFirstOrThrow();
  const [{ page: first }, { page: second }] = [
    await visitAs(await insertAccount(database.db, { role: "coordination" })),
    await visitAs(await insertAccount(database.db, { role: "steering" })),
  ];
  const write = async (page: typeof first, text: string) => {
    await page.getByLabel("Ihre Anmerkung").fill(text);
    await page.getByRole("button", { name: "Anmerkung speichern" }).click();
    await page.locator(".thread__text", { hasText: text }).waitFor();
    expect(await page.getByLabel("Ihre Anmerkung").inputValue()).toBe("");
  };
  await first.goto(paths.notes(releaseId), { waitUntil: "networkidle" });
  for (const text of ["Eine Frage", "Noch etwas"]) await write(first, text);

  await second.goto(paths.notes(releaseId), { waitUntil: "networkidle" });
  const [one, more] = ["Eine Frage", "Noch etwas"].map((hasText) => second.locator("article", { hasText }));
  await one?.locator("summary", { hasText: "Antworten" }).click();
  await one?.getByLabel("Ihre Antwort").fill("Halbe Antwort");
  await second.getByLabel("Ihre Anmerkung").fill("Noch nicht fertig");

  await write(first, "Ein Drittes");
  await first.locator("article", { hasText: "Eine Frage" }).locator("summary", { hasText: "Antworten" }).click();
  await first.locator("article", { hasText: "Eine Frage" }).getByLabel("Ihre Antwort").fill("Ganze Antwort");
  await first.locator("article", { hasText: "Eine Frage" }).getByRole("button", { name: "Antwort speichern" }).click();
  await first.locator(".thread__text", { hasText: "Ganze Antwort" }).waitFor();

  await more?.getByRole("button", { name: "Als erledigt markieren" }).click();
  for (const text of ["Ein Drittes", "Ganze Antwort"]) {
    await second.locator(".thread__text", { hasText: text }).waitFor();
  }
  expect(await second.getByLabel("Ihre Anmerkung").inputValue()).toBe("Noch nicht fertig");
  await write(second, "Jetzt fertig");
  expect(await one?.getByLabel("Ihre Antwort").inputValue()).toBe("Halbe Antwort");
});
