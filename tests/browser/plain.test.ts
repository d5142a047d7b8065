import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listFiledMails } from "#app/domain/mail/files.server.ts";
import { getInvitation } from "#app/domain/responses/access.server.ts";
import { readDraft, readStanding } from "#app/domain/responses/read-response.server.ts";
import { saveChanges } from "#app/domain/responses/save-changes.server.ts";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import type { TestDatabase } from "../support/database.ts";
import { openSamplePages } from "../support/pages.ts";
import { viewerOf } from "../support/people.ts";
import { SECRET, secretsIn } from "../support/post.ts";
import { createSeededDatabase } from "../support/seeded.ts";
import { signIn } from "../support/sign-in.ts";

/** Filling in with a browser that runs no JavaScript at all. */

let database: TestDatabase;
let app: TestApp;
let sample: Awaited<ReturnType<typeof openSamplePages>>;
let open: Awaited<ReturnType<typeof findUnbegun>>;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createSeededDatabase();
  open = await findUnbegun();
  sample = await openSamplePages(database.db);
  app = await startApp(database, { secret: SECRET });
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

/** A project of the open round that has not begun, with a lead and a member. */
function findUnbegun() {
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

async function visit(accountId?: string): Promise<Page> {
  const visitor = await browser.openVisitor(app.origin, undefined, { javaScript: false });
  // A page that comes back with what is wrong says so by its status.
  visitor.allow(/status of 422/);
  if (accountId) await signIn(visitor.context, app, accountId);
  return visitor.page;
}
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
const check = (page: Page, group: string, name: string, role: "radio" | "checkbox" = "radio") =>
  page.getByRole("group", { name: group }).getByRole(role, { name, exact: true }).check();
const fieldsOf = async (accountId: string, id: string) => {
  const viewer = await viewerOf(database.db, accountId);
  const invitation = await getInvitation(database.db, viewer, id, "response.edit");
  const standing = await readStanding(database.db, invitation);
  return { viewer, invitation, standing, ...(await readDraft(database.db, invitation)) };
};
const sheetOf = (group: string) => {
  const path = sample.pages.find((page) => page.group === group)?.path ?? "";
  return path.split("/")[2] as string;
};

async function codeFor(address: string): Promise<string> {
  const mailed = async () => (await listFiledMails(app.dataDir)).find((mail) => mail.to === address);
  await expect.poll(mailed, { timeout: 20_000 }).toBeDefined();
  return secretsIn(await mailed()).code;
}

describe("bedarfe, completely", { timeout: 180_000 }, () => {
  test("from the sign-in page over the cover to the first pages", async () => {
    const page = await visit();
    await page.goto(paths.signIn(paths.invitations()));
    await page.getByLabel("Ihre E-Mail-Adresse").fill(open.address);
    await button(page, "Link anfordern").click();
    await page.getByLabel(/Code/).fill(await codeFor(open.address));
    await page.locator("main form button[type=submit]").click();
    await page.getByRole("link", { name: new RegExp(`^Ausfüllen.*${open.wave}`) }).click();
    await page.getByRole("heading", { name: "Wer sieht unsere Antworten?" }).waitFor();
    await button(page, "Ausfüllen beginnen").click();
    await page.getByRole("link", { name: "Ohne JavaScript ausfüllen" }).click();

    await heading(page, "Zu dieser Erhebung");
    await page.getByRole("heading", { name: "Worum geht es?" }).waitFor();
    await check(page, "Wie viele Personen", "2 bis 3 Personen");
    await button(page, "Speichern und weiter: Bedarfe: Wichtigkeit").click();
    await heading(page, "Bedarfe: Wichtigkeit");
    await page.getByRole("radio", { name: "Supervision: sehr wichtig" }).check();
    await page.getByRole("radio", { name: "Sicherheit der Mitarbeitenden: Kann ich nicht beurteilen" }).check();
    await button(page, "Zurück").click();
    await heading(page, "Zu dieser Erhebung");
    expect(await page.getByRole("radio", { name: "2 bis 3 Personen" }).isChecked()).toBe(true);
    expect((await fieldsOf(open.lead, open.id)).answers).toEqual({
      team_anzahl: "2_3",
      bed_wichtig: { supervision: 5, eigensicherung: "wn" },
    });
  });

  test("the ranking brings questions; what does not fit stays and is said at the field", async () => {
    const page = await visit(open.lead);
    await page.goto(paths.plain(open.id, 4));
    await heading(page, "Herausforderungen");
    const place = (n: number) => page.getByRole("combobox", { name: `${n}. Platz` });
    await place(1).selectOption({ label: "Bedrohung von Mitarbeitenden" });
    await place(2).selectOption({ label: "Bedrohung von Mitarbeitenden" });
    await button(page, /^Speichern und weiter/).click();
    const summary = page.getByRole("region", { name: "Fehler" }).or(page.locator(".error-summary"));
    await summary.first().waitFor();
    await page.getByText("Bitte wählen Sie jede Antwort nur einmal.").first().waitFor();
    expect(await place(2).inputValue()).toBe("bedrohung_team");
    expect((await fieldsOf(open.lead, open.id)).answers.hf_rang).toBeUndefined();
    await place(2).selectOption({ label: "Personalmangel" });
    await button(page, /^Speichern und weiter/).click();

    await page.getByText("Es sind Fragen dazugekommen.").waitFor();
    await heading(page, "Herausforderungen");
    await page.getByRole("radio", { name: "Personalmangel: stark zugenommen" }).check();
    await check(page, "Was würde Ihrem Team", "Schutzkonzept", "checkbox");
    await check(page, "Was würde Ihrem Team", "Sonstiges, und zwar", "checkbox");
    await page.getByRole("textbox", { name: "Text zu „Sonstiges, und zwar“" }).fill("Ein fester Ansprechpartner");
    await button(page, /^Speichern und weiter/).click();
    await heading(page, "Mittel und Planung");
    expect((await fieldsOf(open.lead, open.id)).answers).toMatchObject({
      hf_rang: ["bedrohung_team", "personalmangel"],
      hf_trend: { personalmangel: 5 },
      hf_schutz: ["schutzkonzept", "other"],
      "hf_schutz-Comment": "Ein fester Ansprechpartner",
    });
  });

  test("a required question that is left open keeps the page, with a way to it", async () => {
    const page = await visit(open.lead);
    await page.goto(paths.plain(open.id, 5));
    await check(page, "Wie weit sind die bewilligten Stellen", "teilweise besetzt");
    await button(page, "Speichern und weiter: Team").click();
    await page.getByText("Eine Antwort auf dieser Seite fehlt noch oder passt nicht.").waitFor();
    await page.getByRole("link", { name: /^Wie lange ist die Finanzierung/ }).click();
    expect(await page.getByRole("radio", { name: "teilweise besetzt" }).isChecked()).toBe(true);
    await check(page, "Wie lange ist die Finanzierung", "bis zu 12 Monate");
    await button(page, "Speichern und weiter: Team").click();
    await page.getByText("Es sind Fragen dazugekommen.").waitFor();
    await check(page, "Wie steht es um die Finanzierung danach?", "noch offen");
    await button(page, "Speichern und weiter: Team").click();
    await heading(page, "Team");
  });

  test("a colleague answers at the same time: both versions come back, and one is chosen", async () => {
    const page = await visit(open.lead);
    await page.goto(paths.plain(open.id, 6));
    await check(page, "Wie viele Mitarbeitende haben Ihr Projekt", "keine");
    const colleague = await fieldsOf(open.member, open.id);
    const theirs = { opId: randomUUID(), path: "team_wechsel", base: 0, value: "viele" };
    await saveChanges(database.db, colleague.viewer, colleague.invitation, [theirs]);
    await page.getByRole("button", { name: "Speichern", exact: true }).click();
    await page.getByText("Jemand hat inzwischen dieselbe Frage beantwortet.").waitFor();
    await page.getByText(`Inzwischen hat ${colleague.viewer.name} geantwortet: viele`).waitFor();
    expect((await fieldsOf(open.lead, open.id)).answers.team_wechsel).toBe("viele");
    await page.getByRole("radio", { name: "Meine Antwort gilt: keine" }).check();
    await page.getByRole("button", { name: "Speichern", exact: true }).click();
    await page.getByText(/^Gespeichert · \d\d:\d\d$/).waitFor();
    expect(await page.getByText("Zwei Fassungen").count()).toBe(0);
    const { answers, standing } = await fieldsOf(open.lead, open.id);
    expect(answers.team_wechsel).toBe("keine");
    expect(standing.clashes).toEqual([]);
  });

  test("too many picks; then the last page leads to the review, the submission and the receipt", async () => {
    const page = await visit(open.lead);
    await page.goto(paths.plain(open.id, 6));
    await button(page, /^Fortbildung und Ausblick/).click();
    await heading(page, "Fortbildung und Ausblick");
    const topics = "Zu welchen Themen wünscht sich Ihr Projekt Fortbildungen?";
    const six = ["Gesprächsführung", "Selbstschutz", "Arbeit im digitalen Raum", "Rechtliche Grundlagen"];
    for (const name of [...six, "Psychische Erkrankungen", "Gendersensible Arbeit"])
      await check(page, topics, name, "checkbox");
    await page.getByRole("textbox", { name: /^Was sollte das Netzwerk/ }).fill("Mehr Zeit\nfür Austausch");
    await button(page, "Speichern und Antworten prüfen").click();
    await page.getByText("Bitte wählen Sie höchstens 5 Antworten.").first().waitFor();
    expect(await page.getByRole("checkbox", { name: "Gendersensible Arbeit" }).isChecked()).toBe(true);
    expect((await fieldsOf(open.lead, open.id)).answers.netz_wunsch).toBe("Mehr Zeit\nfür Austausch");
    await page.getByRole("checkbox", { name: "Gendersensible Arbeit" }).uncheck();
    await button(page, "Speichern und Antworten prüfen").click();
    await heading(page, "Antworten prüfen");
    await page.getByText("Ein fester Ansprechpartner").waitFor();
    await button(page, "Freigeben und einreichen").click();
    await page.getByText(/^PS-\w{4}-\w{4}$/).waitFor();
  });
});

describe("other questionnaires, page by page", { timeout: 120_000 }, () => {
  test("netzwerk: entries are added, filled in and removed", async () => {
    const id = sheetOf("netzwerk");
    const page = await visit(sample.accounts.lead);
    await page.goto(paths.plain(id, 4));
    await heading(page, "Zusammenarbeit");
    const entries = page.locator(".plain-entry");
    expect(await entries.count()).toBe(1);
    await entries.first().getByRole("radio", { name: "mindestens einmal im Monat" }).check();
    await button(page, "Projekt hinzufügen").click();
    await expect.poll(() => entries.count()).toBe(2);
    expect(await entries.last().getByRole("radio").count()).toBe(0);
    await button(page, /^Eintrag entfernen: Projekt: [A-ZÄÖÜ]/)
      .first()
      .click();
    await expect.poll(() => entries.count()).toBe(1);
    const { answers } = await fieldsOf(sample.accounts.lead, id);
    expect(answers.nw_tie).toEqual([{}]);
  });

  test("schnittstellen: rows with lists and boxes, and a page of entries up to its maximum", async () => {
    const id = sheetOf("schnittstellen");
    const page = await visit(sample.accounts.lead);
    await page.goto(paths.plain(id, 3));
    await heading(page, "Zusammenarbeit");
    const youth = page.getByRole("group", { name: /^Kinder- und Jugendhilfe/ });
    await youth.getByRole("combobox", { name: "Qualität der Zusammenarbeit" }).selectOption({ label: "gut" });
    await button(page, "Speichern und weiter: Gründe und Wünsche").click();
    await heading(page, "Gründe und Wünsche");
    await page.getByRole("group", { name: "Polizei" }).getByRole("checkbox").first().check();
    await button(page, "Speichern und weiter: Hürden").click();
    await heading(page, "Hürden");
    await button(page, "Bereich hinzufügen").click();
    await button(page, "Bereich hinzufügen").click();
    await page.getByText("Mehr als 3 Einträge sind nicht möglich.").waitFor();
    const { answers } = await fieldsOf(sample.accounts.lead, id);
    expect(answers.ss_detail).toEqual({ jugendhilfe: { guete: 4 } });
    expect(Object.keys(answers.ss_kein as object)).toEqual(["polizei"]);
    expect(answers.ss_hind).toHaveLength(3);
  });
});
