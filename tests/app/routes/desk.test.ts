import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../../support/app.ts";
import { createDatabase, type TestDatabase } from "../../support/database.ts";
import { insertAccount } from "../../support/people.ts";
import { sessionCookie } from "../../support/sign-in.ts";
import { CANARY, openDeskRound, publish } from "../domain/rounds/desk/desk-sample.ts";

const DAY_MS = 86_400_000;
let database: TestDatabase;
let app: TestApp;
let coordination: string;
let versionId: string;
let round: Awaited<ReturnType<typeof openDeskRound>>;

const period = () => ({ opensAt: new Date(Date.now() - 9 * DAY_MS), closesAt: new Date(Date.now() + 9 * DAY_MS) });

beforeAll(async () => {
  database = await createDatabase();
  app = await startApp(database);
  coordination = await sessionCookie(app, await insertAccount(database.db, { role: "coordination" }));
  versionId = (await publish(database.db)).versionId;
  const people = [
    { name: "Nordlicht", state: "begun" as const, land: "sh" },
    { name: "Südwind", state: "invited" as const, land: "by" },
    { name: "Fertig", state: "submitted" as const, land: "by" },
  ];
  round = await openDeskRound(database.db, versionId, people, period());
});
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

const get = (path: string, cookie = coordination) =>
  fetch(app.origin + path, { headers: { Cookie: cookie }, redirect: "manual" });
const post = (path: string, fields: [string, string][], cookie = coordination) =>
  fetch(app.origin + path, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { Cookie: cookie, Origin: app.origin },
    redirect: "manual",
  });
const page = async (path: string) => (await get(path)).text();

describe("the page of a round, without JavaScript", () => {
  test("shows who is how far, and no answer", async () => {
    const html = await page(paths.round(round.roundId));
    expect(html).toContain("1 von 3 eingereicht");
    for (const name of ["Nordlicht", "Südwind", "Fertig"]) expect(html).toContain(name);
    expect(html).not.toContain(CANARY);
  });

  test("filters and ticks by its address", async () => {
    const html = await page(paths.round(round.roundId, { land: "by", stand: "waiting", auswahl: "alle" }));
    const table = html.slice(html.indexOf('id="teilnehmende"'));
    expect(table).toContain("Südwind");
    expect(table).not.toMatch(/Nordlicht<|Fertig</);
    expect(table.match(/<input type="checkbox"[^>]*checked=""/g)).toHaveLength(1);
  });

  test("says what came of reminding, on the same page", async () => {
    const chosen = round.rows.map((one): [string, string] => ["einladung", one.invitationId]);
    const first = await post(paths.round(round.roundId), [["intent", "remind"], ...chosen.slice(0, 1)]);
    expect(first.status).toBe(200);
    expect(await first.text()).toContain("1 Erinnerung verschickt.");
    const second = await post(paths.round(round.roundId), [["intent", "remind"], ...chosen]);
    expect(await second.text()).toContain(
      "1 Erinnerung verschickt, 1 nicht: letzte Erinnerung vor weniger als 7 Tagen.",
    );
  });

  test("asks for a choice where nothing was ticked", async () => {
    const answer = await post(paths.round(round.roundId), [["intent", "remind"]]);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("Wählen Sie zuerst mindestens eine Zeile aus.");
  });

  test.each([
    [
      "an id that is none",
      [
        ["intent", "remind"],
        ["einladung", "1"],
      ],
    ],
    [
      "an unknown field",
      [
        ["intent", "remind"],
        ["alle", "ja"],
      ],
    ],
    ["an unknown intent", [["intent", "erase"]]],
    ["nothing", []],
  ] as [string, [string, string][]][])("refuses %s with 400", async (_, fields) => {
    expect((await post(paths.round(round.roundId), fields)).status).toBe(400);
  });

  test("is not there for an id that is none", async () => {
    expect((await get(paths.round("1"))).status).toBe(404);
    expect((await get(paths.callList("1"))).status).toBe(404);
  });
});

describe("the call list", () => {
  test("comes as a file that no cache keeps", async () => {
    const file = await get(paths.callList(round.roundId));
    expect(file.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(file.headers.get("Content-Disposition")).toBe('attachment; filename="anrufliste-lage-2026.csv"');
    expect(file.headers.get("Cache-Control")).toContain("no-store");
    const text = await file.text();
    expect(text).toContain("Nordlicht;");
    expect(text).not.toContain("Fertig");
  });
});

describe("anonymous rounds", () => {
  test("show sums, remind nobody by hand and give out no call list", async () => {
    const { roundId } = await openRound(database.db, {
      ...{ versionId, wave: "anonym", privacy: "anonymous", audience: { kind: "link" }, actorId: null, ...period() },
    });
    const html = await page(paths.round(roundId));
    expect(html).toContain("Diese Erhebung ist anonym.");
    expect(html).not.toContain("Ausgewählte erinnern");
    expect((await get(paths.callList(roundId))).status).toBe(404);
    const fields: [string, string][] = [
      ["intent", "remind"],
      ["einladung", crypto.randomUUID()],
    ];
    expect((await post(paths.round(roundId), fields)).status).toBe(404);
  });
});

describe("the calendar", () => {
  test("shows the year asked for, this year where that is none", async () => {
    const year = new Date().getFullYear();
    for (const [asked, shown] of [
      [String(year + 1), year + 1],
      ["morgen", year],
      ["99999", year],
    ]) {
      const html = await page(`${paths.calendar()}?jahr=${asked}`);
      expect(html).toContain(`Alle Erhebungen des Jahres ${shown}`);
    }
  });

  test("warns above the limit, and says at the field what a limit is", async () => {
    expect(await page(`${paths.calendar()}?grenze=1`)).toMatch(/Projekte? lieg(t|en) über 1 Minuten im Jahr\./);
    expect(await page(`${paths.calendar()}?grenze=2000`)).toContain("Kein Projekt liegt über 2.000 Minuten im Jahr.");
    for (const typed of ["0", "1,5", "viel", "-3", "2001"]) {
      const answer = await get(`${paths.calendar()}?grenze=${typed}`);
      expect(answer.status, typed).toBe(400);
      const html = await answer.text();
      expect(html).toContain("Bitte geben Sie eine ganze Zahl von 1 bis 2.000 ein.");
      expect(html).toContain(`value="${typed}"`);
    }
  });
});

describe("others than the coordination", () => {
  test.each(["steering", "lead"] as const)(
    "%s: none of these pages is there, and the start page leads on",
    async (role) => {
      const part = role === "lead" ? { role, projectId: round.rows[0]?.projectId } : { role };
      const cookie = await sessionCookie(app, await insertAccount(database.db, part));
      const pages = [paths.rounds(), paths.calendar(), paths.round(round.roundId), paths.callList(round.roundId)];
      for (const path of pages) expect((await get(path, cookie)).status, path).toBe(404);
      const fields: [string, string][] = [["intent", "remind"]];
      expect((await post(paths.round(round.roundId), fields, cookie)).status).toBe(404);
      const start = await get(paths.home(), cookie);
      expect(start.headers.get("Location")).toBe(role === "lead" ? paths.invitations() : paths.overview());
    },
  );
});
