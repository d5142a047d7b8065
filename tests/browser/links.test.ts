import { createRequire } from "node:module";
import type { Locator, Page } from "playwright-core";
import QRCode from "qrcode";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { invitationToken, openLinkToken } from "#app/domain/links/tokens.server.ts";
import { paths } from "#app/paths.ts";
import { invite, openLinkOf, openRoundByLink } from "../app/domain/links/by-link.ts";
import { openSampleSheet } from "../app/domain/responses/sample-sheet.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { setUpBrowser } from "../support/browser.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { openPost, SECRET, type TestPost } from "../support/post.ts";
import { sessionCookie, signIn } from "../support/sign-in.ts";

const PHONE = { width: 390, height: 844 };
let database: TestDatabase;
let post: TestPost;
let app: TestApp;
const browser = setUpBrowser();

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
  app = await startApp(database, { secret: SECRET });
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await post?.close();
  await database?.dispose();
});

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();
const linkOf = (invitationId: string) => paths.guestLink(invitationToken(SECRET, invitationId));
/** By keyboard: SurveyJS draws its own boxes over the inputs. */
async function pick(choice: Locator): Promise<void> {
  await choice.press("Space");
  await expect.poll(() => choice.isChecked()).toBe(true);
}
const answer = async (page: Page, words: string) => pick(page.getByRole("radio", { name: words, exact: true }));
const invitePerson = async (round: { roundId: string; actorId: string }, line: string) =>
  (await invite(database.db, post, round, line))[0] as string;
const sealed = async (roundId: string) => {
  const rows = await database.owner.selectFrom("inbox").selectAll().where("round_id", "=", roundId).execute();
  return rows.map((row) => row.answers);
};

describe("filling in without an account", { timeout: 120_000 }, () => {
  test("by a personal link: looking changes nothing, the token leaves the address, and the receipt is there", async () => {
    const round = await openRoundByLink(database.db);
    const id = await invitePerson(round, "Anna Muster;anna@example.org");
    const { page } = await browser.openVisitor(app.origin);
    await page.goto(linkOf(id));
    await heading(page, "Probe 2026/1");
    await page.getByText("Für Anna Muster").waitFor();
    expect(await page.getByRole("navigation", { name: "Hauptnavigation" }).count()).toBe(0);
    expect(await openedAt(id)).toBeNull();
    await button(page, "Beginnen").click();
    await page.waitForURL(`**${paths.fill(id)}**`);
    await answer(page, "lang");
    await page.getByText(/Alle Änderungen gespeichert/).waitFor();
    expect(await openedAt(id)).not.toBeNull();
    await button(page, "Weiter: Seite zwei").click();
    await button(page, "Antworten prüfen").click();
    await heading(page, "Antworten prüfen");
    await button(page, "Verbindlich einreichen").click();
    await heading(page, "Vielen Dank. Ihr Antwortbogen ist eingegangen.");
    await page.getByText(/^PS-/).waitFor();
    await button(page, "Auf diesem Gerät beenden").click();
    await heading(page, "Beendet.");
    await page.goto(paths.submitted(id));
    await page.waitForURL("**/anmelden?**");
    await page.goto(linkOf(id));
    await page.getByText("Ihre Antwort ist eingegangen.").waitFor();
    await button(page, "Antworten lesen").click();
    await page.getByRole("link", { name: "Antworten lesen" }).click();
    await heading(page, "Ihre Antworten");
  });

  test("by an open link: the own link is shown, and goes on at another device", async () => {
    const link = await openLinkOf(database.db, await openRoundByLink(database.db));
    const { page } = await browser.openVisitor(app.origin);
    await page.goto(paths.openLink(openLinkToken(SECRET, link.link_id)));
    await button(page, "Beginnen").click();
    await heading(page, "Ihr Link zum Weitermachen");
    const own = await page.getByLabel("Ihr Link").inputValue();
    expect(own).toMatch(new RegExp(`^${app.origin}/teilnahme/[\\w-]{43}$`));
    await page.getByRole("link", { name: "Weiter zum Fragebogen" }).click();
    await answer(page, "kurz");
    await page.getByText(/Alle Änderungen gespeichert/).waitFor();
    const other = await browser.openVisitor(app.origin);
    await other.page.goto(own);
    await button(other.page, "Weiter ausfüllen").click();
    await expect.poll(() => other.page.getByRole("radio", { name: "kurz", exact: true }).isChecked()).toBe(true);
  });

  test("by the address in the QR code, on a telephone, anonymously: nothing is kept but what was sent", async () => {
    const { db } = database;
    const round = await openRoundByLink(db, { privacy: "anonymous" });
    const link = await openLinkOf(db, round, 2);
    const address = await addressInCode(round, link.link_id);
    const { page, allow } = await browser.openVisitor(app.origin, PHONE);
    allow(/status of (409|422|404|502)|Failed to load|net::/);
    await page.goto(address);
    await page.getByText("Ihre Antworten bleiben bis zum Absenden nur in diesem Fenster.").waitFor();
    await button(page, "Beginnen").click();
    await page.waitForURL("**/ausfuellen");
    await answer(page, "lang");
    await page.reload();
    await button(page, "Weiter mit den angefangenen Antworten").click();
    await expect.poll(() => page.getByRole("radio", { name: "lang", exact: true }).isChecked()).toBe(true);
    const body = page.locator("body");
    expect(await body.evaluate((element) => element.scrollWidth <= window.innerWidth)).toBe(true);
    await button(page, "Weiter: Seite zwei").click();
    await button(page, "Antworten prüfen").click();
    await heading(page, "Antworten prüfen");
    await page.getByText("Wie lange reicht das Geld?").waitFor();
    // The answer of the server is lost: the same is sent again, and counts once.
    await page.route(
      "**/absenden",
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await button(page, "Anonym absenden").click();
    await page.getByText("Noch nicht abgesendet.", { exact: true }).waitFor();
    await button(page, "Anonym absenden").click();
    await heading(page, "Vielen Dank. Ihre Antwort ist eingegangen.");
    expect(await sealed(round.roundId)).toEqual([{ plan: "lang" }]);
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("lang");
    const rows = await db.selectFrom("open_link").select("uses").where("link_id", "=", link.link_id).execute();
    expect(rows).toEqual([{ uses: 1 }]);
    expect(await countRows(round.roundId)).toEqual({ invitations: 0, responses: 0, participation: 0 });
  });

  test("anonymously by a personal link: once; a missing answer is shown at its question", async () => {
    const round = await openRoundByLink(database.db, { privacy: "anonymous" });
    const id = await invitePerson(round, "Ben;ben@example.org;en");
    const { page, allow } = await browser.openVisitor(app.origin);
    allow(/status of 422/);
    await page.goto(linkOf(id));
    await page.getByText("Your answers stay in this window only").waitFor();
    await button(page, "Begin").click();
    await page.getByRole("radio", { name: "short", exact: true }).waitFor();
    await page.getByRole("button", { name: /^Page two/ }).click();
    await button(page, "Review the answers").click();
    await button(page, "Submit anonymously").click();
    await page.getByText("One answer is missing or does not fit").waitFor();
    await button(page, "How long will the money last?").click();
    await answer(page, "short");
    await button(page, "Next: Page two").click();
    await button(page, "Review the answers").click();
    await button(page, "Submit anonymously").click();
    await heading(page, "Thank you. Your answer has arrived.");
    await page.goto(linkOf(id));
    await page.getByText("This access has been used to answer.").waitFor();
    expect(await button(page, "Begin").count()).toBe(0);
    await page.goto(paths.fill(id));
    await heading(page, "Thank you. Your answer has arrived.");
  });

  test("declining, with a reason, and taking it back: guests by their link, projects through their lead", async () => {
    const id = await invitePerson(await openRoundByLink(database.db), "Carla;carla@example.org");
    const sheet = await openSampleSheet(database.db);
    const invitationId = (await sheet.invitation()).invitation_id;
    const guest = await browser.openVisitor(app.origin);
    const lead = await browser.openVisitor(app.origin);
    await signIn(lead.context, app, sheet.lead.accountId);
    for (const [page, path, who, words] of [
      [guest.page, linkOf(id), "Ich nehme", "Sie nehmen an dieser Erhebung nicht teil."],
      [lead.page, paths.invitation(invitationId), "Wir nehmen", "Ihr Projekt nimmt an dieser Erhebung nicht teil."],
    ] as const) {
      await page.goto(path);
      await page.getByText(`${who} nicht teil`, { exact: true }).click();
      await page.getByLabel("Grund").fill("Keine Zeit");
      await button(page, new RegExp(`^Ja, ${who.toLowerCase()} nicht teil`)).click();
      await page.getByText(words).waitFor();
      expect(await button(page, /Beginnen|Ausfüllen beginnen/).count()).toBe(0);
      await button(page, "Doch teilnehmen").click();
      await button(page, /Beginnen|Ausfüllen beginnen/).waitFor();
    }
  });

  test("links that lead nowhere say why", async () => {
    const { page, allow } = await browser.openVisitor(app.origin);
    allow(/status of 404/);
    for (const path of [paths.guestLink("x".repeat(43)), paths.openLink("x".repeat(43))]) {
      expect((await page.goto(path))?.status()).toBe(404);
      await heading(page, "Diesen Link kennen wir nicht.");
    }
    const past = await openRoundByLink(database.db, { closesInDays: -1 });
    const link = await openLinkOf(database.db, past);
    await page.goto(paths.openLink(openLinkToken(SECRET, link.link_id)));
    await heading(page, "Diese Erhebung ist abgeschlossen.");
  });
});

describe("the coordination's page of links", { timeout: 120_000 }, () => {
  test("a list is pasted, its faults are shown at the row, mended in place and taken; open links are made and withdrawn", async () => {
    const round = await openRoundByLink(database.db);
    const { page, context, allow } = await browser.openVisitor(app.origin);
    allow(/status of 422/);
    await signIn(context, app, round.actorId);
    await page.goto(paths.roundLinks(round.roundId));
    await page.getByLabel("Liste einfügen").fill("Anna;anna@example.org\nBen;keine Adresse\nAnna;ANNA@example.org");
    await button(page, "Liste prüfen").click();
    await page.getByText("1 neu, 1 mit Fehler.").waitFor();
    await page.getByText("Hier fehlt die E-Mail-Adresse.").waitFor();
    await page.getByText("doppelt: steht schon in Zeile 1").waitFor();
    expect(await button(page, /aufnehmen$/).count()).toBe(0);
    await page.getByLabel("Liste einfügen").fill("Anna;anna@example.org\nBen;ben@example.org;en");
    await button(page, "Liste prüfen").click();
    await button(page, "2 Personen aufnehmen").click();
    await page.getByText("2 Personen aufgenommen.").waitFor();
    const file = Buffer.from("Name;Adresse\nJörg Müller;joerg@example.org\n", "latin1");
    await page.getByLabel("Oder eine Datei").setInputFiles({ name: "liste.csv", mimeType: "text/csv", buffer: file });
    await button(page, "Liste prüfen").click();
    await page.getByRole("cell", { name: "Jörg Müller" }).waitFor();
    await button(page, "1 Person aufnehmen").click();
    await page.getByText("1 Person aufgenommen.").waitFor();

    await page.getByLabel("Höchstens so viele Antworten").fill("viele");
    await button(page, "Offenen Link anlegen").click();
    await page.getByText("Bitte geben Sie eine ganze Zahl von 1 bis 5.000 an.").waitFor();
    await page.getByLabel("Höchstens so viele Antworten").fill("30");
    await page.getByLabel("Bezeichnung").fill("Leipzig, Mai");
    await button(page, "Offenen Link anlegen").click();
    await page.getByRole("heading", { name: "Leipzig, Mai" }).waitFor();
    await page.getByRole("link", { name: "Blatt zum Drucken" }).click();
    await heading(page, "Probe 2026/1");
    await page.getByRole("img", { name: "QR-Code mit der Adresse der Befragung" }).waitFor();
    await page.getByRole("link", { name: "Zurück zu den Links" }).click();
    await button(page, /^Zurückziehen/).click();
    await button(page, "Ja, Link zurückziehen").click();
    await page.getByText("zurückgezogen", { exact: true }).waitFor();
  });
});

/** The address that both pictures of the code stand for: their squares are those of the same address, drawn anew. */
async function addressInCode(round: { roundId: string; actorId: string }, linkId: string): Promise<string> {
  const Cookie = await sessionCookie(app, round.actorId);
  const address = `${app.origin}${paths.openLink(openLinkToken(SECRET, linkId))}`;
  const { modules } = QRCode.create(address, { errorCorrectionLevel: "M" });
  const fetched = async (format: "svg" | "png") => {
    const response = await fetch(`${app.origin}${paths.linkQr(round.roundId, linkId, format)}`, {
      headers: { Cookie },
    });
    expect(response.headers.get("Content-Type")).toBe(format === "svg" ? "image/svg+xml" : "image/png");
    return Buffer.from(await response.arrayBuffer());
  };
  const dark = (row: number, column: number) => Boolean(modules.get(row, column));
  const squares = Array.from({ length: modules.size ** 2 }, (_, i) =>
    dark(Math.floor(i / modules.size), i % modules.size),
  );
  expect(squaresInSvg((await fetched("svg")).toString(), modules.size)).toEqual(squares);
  expect(squaresInPng(await fetched("png"), modules.size)).toEqual(squares);
  return address;
}

/** Rows of the path: "M4 4.5h7m2 0h1…" moves over light squares and draws over dark ones, one row at each half. */
function squaresInSvg(svg: string, size: number): boolean[] {
  const path = /stroke="#000000" d="([^"]+)"/.exec(svg)?.[1] ?? "";
  const squares = Array<boolean>(size ** 2).fill(false);
  let [x, y] = [0, 0];
  for (const [, command, a, b] of path.matchAll(/([Mmh])(-?[\d.]+)(?:\s+(-?[\d.]+))?/g)) {
    if (command === "M") [x, y] = [Number(a), Number(b)];
    else if (command === "m") [x, y] = [x + Number(a), y + Number(b)];
    else for (const end = x + Number(a); x < end; x++) squares[(Math.floor(y) - 4) * size + x - 4] = true;
  }
  return squares;
}

function squaresInPng(png: Buffer, size: number): boolean[] {
  const { PNG } = createRequire(createRequire(import.meta.url).resolve("qrcode"))("pngjs") as {
    PNG: { sync: { read: (bytes: Buffer) => { width: number; data: Buffer } } };
  };
  const { width, data } = PNG.sync.read(png);
  const square = width / (size + 8);
  return Array.from({ length: size ** 2 }, (_, i) => {
    const at = (part: number) => Math.floor((part + 4.5) * square);
    return (data[4 * (at(Math.floor(i / size)) * width + at(i % size))] as number) < 128;
  });
}

async function openedAt(invitationId: string): Promise<Date | null> {
  const row = await database.db
    .selectFrom("invitation")
    .select("first_opened_at")
    .where("invitation_id", "=", invitationId)
    .executeTakeFirstOrThrow();
  return row.first_opened_at;
}

async function countRows(roundId: string) {
  const count = async (table: "invitation" | "response" | "participation") => {
    const of = database.owner.selectFrom(table).select(({ fn }) => fn.countAll<number>().as("n"));
    return (await of.where("round_id", "=", roundId).executeTakeFirstOrThrow()).n;
  };
  return {
    invitations: await count("invitation"),
    responses: await count("response"),
    participation: await count("participation"),
  };
}
