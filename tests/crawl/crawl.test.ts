import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { openArchive } from "../app/domain/export/archive.ts";
import { checkBooks, checkFigures, checkOverview, type Kind } from "../office/checks.ts";
import { startApp, type TestApp } from "../support/app.ts";
import type { TestDatabase } from "../support/database.ts";
import { createSeededDatabase } from "../support/seeded.ts";
import { sessionCookie } from "../support/sign-in.ts";
import { checkFile, numbersOfFiles } from "./check-file.ts";
import { numbersIn, numbersOfHead, numbersOfQuestion, piecesOf, wordsOf } from "./check-page.ts";
import { checkPayload } from "./check-payload.ts";
import { crawl, type Visited } from "./crawl.ts";
import { numbersOfGoalFile, numbersOfGoals, readGoalRows, takeGoals } from "./goals.ts";
import { numbersOfInterfaces } from "./interfaces.ts";
import { LEAKS, type LeakyReport } from "./leaks.ts";
import { type Measures, numbersBeside, readMeasureSource } from "./measures.ts";
import { numbersOfNeeds } from "./needs.ts";
import { checkNetworkFile, checkNetworkPayload, numbersOfNetwork } from "./network.ts";
import { type Note, numbersOfNotes, numbersOfOpen, openNotes, openOn, wordsOfTime } from "./notes.ts";
import { numbersOfOverview } from "./overview.ts";
import { decodePayload, payloadInPage } from "./payload.ts";
import { readSheets } from "./read-sheets.ts";
import { type Released, readReleased } from "./released.ts";
import { earlierNetworks, numbersAroundSlides, numbersOfSlides } from "./slides.ts";
import { numbersOfApp, strangers } from "./strangers.ts";
import { numbersOfTrends, wavesOf } from "./trends.ts";

/**
 * As a member of the steering group, from the home page on, everything that can be reached: no number but those of releases.
 *
 * Where a number may come from:
 * 1. the rows of the release tables, read by the role that can read nothing else: the very row that is named beside the number
 * 2. what is worked out from these rows alone: whole per cents, means with a digit or two, sums over rows of a matrix
 * 3. facts of the release: its number, version, dates, rule, method, checksum, how many were asked and how many answered
 * 4. texts of the app itself (rule, privacy, imprint): they stand in its sources, and are the same for every network
 * 5. what the coordination wrote about goals: the rows of their versions; what goals are measured at is worked out from 1
 * 6. measures: what the steering group typed about them, their days, states and history; the figures beside them are of 1 and 2,
 *    of the very items that a measure names
 * 7. the reader's own account: its address, its sessions with their times
 * 8. what projects say of themselves under "we seek, we offer": how many there are, of every topic
 * 9. notes of the consortium on a release: what they say, when it was said, how many are open
 */

let database: TestDatabase;
let app: TestApp;
let visited: Visited[];
let releases: Map<string, Released>;
let own: Set<string>;
let goals: Awaited<ReturnType<typeof readGoalRows>>;
let measures: Measures;
let profiles: string[];
let notes: Note[];
const UNKNOWN = "00000000-0000-4000-8000-000000000000";

beforeAll(async () => {
  database = await createSeededDatabase();
  app = await startApp(database);
  const account = await database.db
    .selectFrom("membership")
    .innerJoin("account", "account.account_id", "membership.account_id")
    .selectAll("account")
    .where("role", "=", "steering")
    .orderBy("account.account_id")
    .executeTakeFirstOrThrow();
  const cookie = await sessionCookie(app, account.account_id);
  releases = await readReleased(database.report);
  goals = await readGoalRows(database.db);
  const [first = ""] = releases.keys();
  // What is not there, and a breakdown that is none, show no more.
  const wrong = [paths.release(UNKNOWN), paths.release(first, "traeger_id"), paths.releaseExport(first, "alles")];
  visited = await crawl(app.origin, cookie, [paths.home(), ...wrong]);
  measures = await readMeasureSource(database.db);
  profiles = await countProfiles();
  notes = await database.db.selectFrom("figure_note").selectAll().execute();
  const said = notes.flatMap(({ text, at, resolved_at: settled }) => [text, at, ...(settled ? [settled] : [])]);
  const told = said.map((one) => (one instanceof Date ? one.toISOString() : one));
  own = new Set([...(await textsOf(account.account_id, account.address, account.name)), ...told]);
}, 600_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

/** How many projects say what they seek and offer, and of how many each topic is. */
async function countProfiles(): Promise<string[]> {
  const steps = await database.db
    .selectFrom("exchange_step")
    .distinctOn("project_id")
    .select(["seeks", "offers", "published"])
    .orderBy("project_id")
    .orderBy("number", "desc")
    .execute();
  const said = steps.filter(({ published }) => published).map(({ seeks, offers }) => new Set([...seeks, ...offers]));
  const topics = new Set(said.flatMap((one) => [...one]));
  return [said.length, ...[...topics].map((topic) => said.filter((one) => one.has(topic)).length)].map(String);
}

/** What the account's own pages may say. */
async function textsOf(accountId: string, ...more: string[]): Promise<Set<string>> {
  const sessions = await database.db.selectFrom("session").selectAll().where("account_id", "=", accountId).execute();
  const parts = sessions
    .flatMap((row) => Object.values(row))
    .map((one) => (one instanceof Date ? one.toISOString() : one));
  return new Set([...more, ...parts.filter((one) => typeof one === "string")]);
}

const releasedAt = (address: string) => releases.get(/^\/auswertungen\/([0-9a-f-]{36})/.exec(address)?.[1] ?? "");
const isGoals = (address: string) => /^\/ziele\b/.test(address);
const kindAt = (address: string) => new URL(address, app.origin).searchParams.get("art");
const breakdownAt = (address: string) => new URL(address, app.origin).searchParams.get("nach") ?? undefined;
/** Pages of what is worked out from figures are one piece each. */
function derivedOn({ path: at }: Visited, released: Released): Set<string> {
  const id = String(released.release.release_id);
  if (at.startsWith(paths.presentation(id))) return slidesOf(released);
  if (at.startsWith(paths.needs(id))) return numbersOfNeeds(released, breakdownAt(at));
  if (at.startsWith(paths.interfaces(id))) return numbersOfInterfaces(released, breakdownAt(at), releases.values());
  if (at.startsWith(paths.network(id)))
    return numbersOfNetwork(released, earlierNetworks(released, [...releases.values()]), kindAt(at));
  // The waves of trends are those that the release tables give.
  if (at === paths.trends(id)) return numbersOfTrends(wavesOf(releases.values(), released));
  if (at.startsWith(paths.notes(id))) return numbersOfNotes(notes, id);
  return new Set();
}
/** How many notes are open, beside what is worked out from several items. */
const noted = ({ release }: Released) => numbersOfOpen(notes, String(release.release_id));
/** There are many slides of each release: what they may say is worked out once. */
const ofSlides = new Map<Released, Set<string>>();
function slidesOf(released: Released): Set<string> {
  const numbers = ofSlides.get(released) ?? numbersOfSlides(released, [...releases.values()]);
  ofSlides.set(released, numbers);
  return numbers;
}
const aroundSlides = ({ path: at }: Visited, released: Released) =>
  at.startsWith(paths.presentation(String(released.release.release_id))) ? numbersAroundSlides(released) : [];
const pages = () => visited.filter(({ type, status }) => type.startsWith("text/html") && status === 200);
const text = ({ body }: Visited) => body.toString("utf8");

describe("everything that the steering group can reach", () => {
  it("is reached: every release with every breakdown, on screen, on paper and in every format", () => {
    const seen = new Set(visited.filter(({ status }) => status === 200).map((one) => one.path));
    expect(visited.filter(({ status }) => status >= 500)).toEqual([]);
    for (const [id, { groups }] of releases) {
      for (const breakdown of new Set(groups.map((row) => String(row.breakdown)))) {
        const chosen = breakdown === "total" ? undefined : breakdown;
        for (const page of [paths.release(id, chosen), paths.releasePrint(id, chosen)]) {
          expect(seen, page).toContain(page);
          expect(seen, page).toContain(page.replace(/(\?|$)/, ".data$1"));
        }
      }
      expect(seen).toContain(paths.presentation(id, 2));
      if (releases.get(id)?.release.questionnaire === "bedarfe") expect(seen).toContain(paths.needs(id));
      if (releases.get(id)?.release.questionnaire === "schnittstellen") {
        expect(seen).toContain(paths.interfaces(id));
        expect(seen).toContain(paths.interfaces(id, { breakdown: "region5" }));
        expect(seen).toContain(paths.interfaces(id, { field: "polizei" }));
      }
      const { release } = releases.get(id) as Released;
      const hasWaves = wavesOf(releases.values(), releases.get(id) as Released).length > 1;
      expect(seen.has(paths.trends(id)), `${release.questionnaire} ${release.wave}`).toBe(hasWaves);
      for (const format of ["csv", "analyse", "codebuch", "xlsx", "zip"])
        expect(seen).toContain(paths.releaseExport(id, format));
    }
    for (const { goal_id } of goals) expect(seen).toContain(paths.goal(goal_id));
    for (const page of [
      paths.overview(),
      paths.goals(),
      paths.goalsFile(),
      paths.measures(),
      paths.annualPlan(),
      paths.measureCalendar(),
      paths.outcomes(),
      paths.rule(),
      paths.account(),
      paths.ownData(),
      paths.privacy(),
    ])
      expect(seen).toContain(page);
  });

  it("sends data that are those of the releases, place by place", () => {
    let compared = 0;
    const faults: string[] = [];
    const check = ({ path: at }: Visited, wire: string) => {
      const data = decodePayload(wire) as Record<string, unknown> & { loaderData?: Record<string, unknown> };
      // Texts of the app itself come as blocks of headings and paragraphs.
      for (const routes of [data, data.loaderData ?? {}]) {
        for (const route of Object.keys(routes).filter((one) => one.startsWith("routes/legal/"))) {
          faults.push(
            ...strangers(JSON.stringify(routes[route]), numbersOfApp(releases)).map((one) => `${at}: ${one}`),
          );
          delete routes[route];
        }
        faults.push(...takeGoals(routes, goals).map((one) => `${at} ${one}`));
      }
      const result = checkPayload(
        data,
        releases,
        new Set([...own, ...measures.texts]),
        measures.rows,
        openNotes(notes),
      );
      faults.push(...result.faults.map((fault) => `${at} ${fault}`));
      compared += result.compared;
    };
    const sent = visited.filter((one) => /\.data(\?|$)/.test(one.path));
    for (const one of sent) check(one, text(one));
    for (const page of pages()) check(page, payloadInPage(text(page)));
    expect(few(faults)).toEqual([]);
    expect(sent.length).toBeGreaterThan(100);
    expect(compared).toBeGreaterThan(50_000);
  });

  it("would be found out: a number that is added, exchanged, written into a text, or told by an order", () => {
    const page = visited.find(
      ({ path: at }) =>
        /^\/auswertungen\/[0-9a-f-]{36}\.data\?nach=region5$/.test(at) &&
        releasedAt(at)?.release.questionnaire === "bedarfe",
    ) as Visited;
    for (const [what, leak] of Object.entries(LEAKS)) {
      const data = structuredClone(decodePayload(text(page))) as Record<string, { data: LeakyReport }>;
      const report = Object.entries(data).find(([route]) => route.includes("report"))?.[1].data;
      if (report) leak(report);
      expect(checkPayload(data, releases, own).faults.length, what).toBeGreaterThan(0);
    }
  });

  it("draws ties and names that the release role reads today, and no others, on the page and in its files", () => {
    let seen = 0;
    for (const [id, released] of releases) {
      const { network } = released;
      const own = visited.filter((one) => one.path.startsWith(paths.network(id)) && one.status === 200);
      if (!network) expect(own.map((one) => one.path)).toEqual([]);
      if (!network) continue;
      const sent = own.filter((one) => /\.data(\?|$)/.test(one.path));
      for (const one of sent) expect(checkNetworkPayload(decodePayload(text(one)), releases, id), one.path).toEqual([]);
      for (const file of ["projekte", "kontakte"] as const) {
        const one = own.find(({ path: at }) => at === paths.networkFile(id, file)) as Visited;
        expect(checkNetworkFile(file, text(one), network), one.path).toEqual([]);
      }
      seen += sent.length;
    }
    expect(seen).toBeGreaterThan(4);
  });

  it("shows no number in the figures of a question that its released figures do not give", () => {
    let questions = 0;
    const faults: string[] = [];
    for (const page of pages()) {
      const released = releasedAt(page.path);
      if (!released) continue;
      const order = [...new Set(released.items.map(({ question }) => String(question)))];
      for (const { id, html } of piecesOf(text(page))) {
        const place = /^frage-(\d+)$/.exec(id)?.[1];
        const { words, styles } = wordsOf(html);
        const allowed = place
          ? new Set([
              ...numbersOfQuestion(released, order[Number(place) - 1] ?? "", breakdownAt(page.path)),
              ...aroundSlides(page, released),
              openOn(notes, released, order[Number(place) - 1] ?? ""),
            ])
          : new Set([
              ...numbersOfHead(released),
              ...numbersOfApp(releases),
              ...derivedOn(page, released),
              ...noted(released),
            ]);
        const odd = [...strangers(words, allowed, page.path), ...styles.filter((style) => !SIZES.test(style))];
        faults.push(...odd.map((one) => `${page.path} ${id}: ${one}`));
        if (place) questions += 1;
        if (place)
          expect(html, "charts are drawn in the browser, from the data above").not.toMatch(/<(svg|canvas|img)\b/);
      }
    }
    expect(few(faults)).toEqual([]);
    expect(questions).toBeGreaterThan(500);
  });

  it("says on all other pages only what stands in the app's own texts, or in the heads of releases and the own account", () => {
    const heads = [...releases.values()].flatMap((released) => [...numbersOfHead(released)]);
    const mine = [...own].flatMap(numbersIn);
    const days = [...own].filter((one) => /^\d{4}-/.test(one)).flatMap((one) => numbersIn(wordsOfTime(new Date(one))));
    const allowed = new Set([...numbersOfApp(releases), ...heads, ...mine, ...days, ...measures.numbers, ...profiles]);
    const isOther = ({ type, path: at }: Visited) => /^text\/html|json/.test(type) && !releasedAt(at) && !isGoals(at);
    const others = visited.filter(isOther);
    const overview = [
      ...numbersOfOverview([...releases.values()]),
      ...numbersOfGoals(goals, releases),
      ...[...releases.values()].flatMap((released) => [...noted(released)]),
    ];
    const faults = others.flatMap((page) =>
      strangers(
        wordsOf(text(page)).words.replace(TIME, " ").replace(ID, " "),
        new Set([
          ...allowed,
          ...numbersBeside(measures, releases, page.path),
          ...(page.path.startsWith(paths.overview()) ? overview : []),
        ]),
        page.path,
      ).map((one) => `${page.path}: ${one}`),
    );
    expect(few(faults)).toEqual([]);
  });

  it("measures goals by nothing but released totals, on their pages and in their file", () => {
    const heads = [...releases.values()].flatMap((released) => [...numbersOfHead(released)]);
    const allowed = new Set([...numbersOfApp(releases), ...heads, ...numbersOfGoals(goals, releases)]);
    const about = pages().filter((page) => isGoals(page.path));
    const faults = about.flatMap((page) =>
      strangers(wordsOf(text(page)).words, allowed, page.path).map((one) => `${page.path}: ${one}`),
    );
    expect(few(faults)).toEqual([]);
    expect(about.length).toBeGreaterThan(goals.length / 2);
    const file = visited.find((one) => one.path === paths.goalsFile()) as Visited;
    const cells = (parse(file.body, { bom: true, delimiter: ";" }) as string[][]).slice(1).flat();
    const written = cells
      .filter((cell) => /^-?\d+(,\d+)?$/.test(cell))
      .map((cell) => String(Number(cell.replace(",", "."))));
    const known = numbersOfGoalFile(goals, releases);
    expect(written.filter((one) => !known.has(one))).toEqual([]);
    expect(written.length).toBeGreaterThan(60);
  });

  it("writes the same figures into every file, and no other number", async () => {
    for (const [id, released] of releases) {
      const file = (format: string) => visited.find((one) => one.path === paths.releaseExport(id, format)) as Visited;
      const files = {
        report: file("csv"),
        analysis: file("analyse"),
        codebook: file("codebuch"),
        workbook: file("xlsx"),
      };
      const allowed = numbersOfFiles(released);
      for (const [kind, one] of Object.entries(files) as [Kind, Visited][]) {
        const sheets = await readSheets(kind, one.body);
        if (kind !== "codebook") expect(await checkFigures(kind, sheets, released.contents), one.path).toEqual([]);
        if (kind === "codebook" || kind === "workbook")
          expect(checkBooks(kind, sheets, released.contents), one.path).toEqual([]);
        if (kind === "workbook") expect(checkOverview(sheets, released.contents)).toEqual([]);
        expect(
          few(checkFile(kind, sheets, released, { figures: allowed, texts: numbersOfApp(releases) })),
          one.path,
        ).toEqual([]);
      }
      const archive = openArchive(file("zip").body);
      const named = Object.entries(archive);
      for (const one of Object.values(files)) {
        expect(
          named.some(([, content]) => Buffer.from(content).equals(one.body)),
          `${one.path} in the archive`,
        ).toBe(true);
      }
      const others = named.filter(([name]) => /\.(json|txt)$/.test(name));
      expect(others).toHaveLength(3);
      expect(named).toHaveLength(7);
      const told = [...released.texts].flatMap(numbersIn);
      const words = new Set([
        ...numbersOfHead(released),
        ...numbersOfApp(releases),
        ...allowed,
        ...told,
        String(released.items.length),
      ]);
      for (const [name, content] of others) {
        expect(strangers(Buffer.from(content).toString("utf8"), words), name).toEqual([]);
      }
    }
  });
});

/** As the file with the own data has it. */
const TIME = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;
/** Values of fields and choosers: a name of a row, no number. */
const ID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;
/** Heights that follow from how many rows a chart has, and colours by the place in a scale. */
const SIZES =
  /^(--chart-wide:\d+px;--chart-narrow:\d+px|background:(var\(--[a-z-]+\d?\)|color-mix\(in oklab, var\(--div-\d\) \d+%, var\(--div-\d\)\)))$/;

const few = (faults: readonly string[]) => [...new Set(faults)].slice(0, 30);
