import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ALL_SECTIONS, paths } from "#app/paths.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { numbersOfGoals, readGoalRows, takeGoals } from "../../crawl/goals.ts";
import { numbersOfOpen, openNotes } from "../../crawl/notes.ts";
import { decodePayload } from "../../crawl/payload.ts";
import { type Released, readReleased } from "../../crawl/released.ts";
import { startApp, type TestApp } from "../../support/app.ts";
import type { TestDatabase } from "../../support/database.ts";
import { createSeededDatabase } from "../../support/seeded.ts";
import { sessionCookie } from "../../support/sign-in.ts";
import {
  checkDashboard,
  checkSent,
  type Dashboard,
  dashboardsOf,
  dataOf,
  type Known,
  type OtherSources,
  overviewOf,
} from "./dashboards.ts";
import { type Figures, placeOf } from "./figures.ts";
import { findChanged, forgetAnswers, remembering, urlOf } from "./forget.ts";
import { readerOf, readerWith } from "./reader.ts";

/**
 * The attacker's eyes on the dashboards of the fictional network: what they say and how they order it follows from released
 * figures, they would be found out, and they say the same when nobody's answers are left.
 */

const [FIRST, SECOND] = ["Liest zuerst", "Liest danach"];
/** By so many breakdowns each page is read, and so many mirrors: all breakdowns are in the long attack. */
const [BREAKDOWNS, MIRRORS] = [1, 2];

let database: TestDatabase;
let app: TestApp;
let reader: ReturnType<typeof remembering>;
let known: Known;
let pages: { dashboard: Dashboard; html: string; wire: string }[];
let other: OtherSources;

beforeAll(async () => {
  database = await createSeededDatabase();
  app = await startApp(database);
  reader = remembering(await readerOf(app, database.db, FIRST), FIRST);
  const releases = await readReleased(database.report);
  known = { releases, figures: new Map([...releases].map(([id, released]) => [id, figuresOf(released)])) };
  const dashboards = [overviewOf(known)];
  for (const id of newestOf(releases)) dashboards.push(...(await dashboardsOf(reader.get, id, known, BREAKDOWNS)));
  pages = [];
  for (const dashboard of dashboards) {
    const [html, wire] = [await text(dashboard.path), await text(dataOf(dashboard.path))];
    pages.push({ dashboard, html, wire });
  }
  const rows = await readGoalRows(database.db);
  const notes = await database.db.selectFrom("figure_note").selectAll().execute();
  const open = [...releases.keys()].flatMap((id) => [...numbersOfOpen(notes, id)]);
  other = {
    numbers: [...numbersOfGoals(rows, releases), ...open],
    takeOut: (sent) => takeGoals(sent, rows),
    notes: openNotes(notes),
  };
}, 300_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

const text = async (path: string) => (await reader.get(path)).toString("utf8");

/** The last release of every questionnaire. */
const newestOf = (releases: ReadonlyMap<string, Released>): string[] =>
  [...Map.groupBy(releases.values(), ({ release }) => release.questionnaire).values()].flatMap((own) => {
    const finals = own.filter(({ release }) => release.kind === "final");
    return (
      finals.sort((a, b) => Number(b.release.closed_at) - Number(a.release.closed_at))[0]?.release.release_id ?? []
    );
  });

function figuresOf({ figures }: Released): Figures {
  type Row = { item: string; breakdown: string; group_code: string; base: number; unanswered: number };
  const rows = [...figures.values()] as unknown as (Row & { counts: { code: string; n: number }[] })[];
  return new Map(
    rows.map(({ item, breakdown, group_code: group, base, unanswered, counts }) => {
      const above = counts.filter(({ n }) => n > 0).map(({ code, n }) => [code, n]);
      return [placeOf(item, breakdown, group), { base, unanswered, counts: Object.fromEntries(above) }];
    }),
  );
}

describe("the dashboards, as the attacker reads them", () => {
  it("say and order nothing that does not follow from releases", () => {
    const read = pages.map(({ dashboard, html, wire }) => {
      return { path: dashboard.path, ...checkDashboard(dashboard, { html, wire }, known, other) };
    });
    expect(read.flatMap(({ path, faults }) => faults.map((fault) => `${path}: ${fault}`)).slice(0, 20)).toEqual([]);
    expect(read.length).toBeGreaterThan(20);
    expect(read.reduce((sum, { figures }) => sum + figures, 0)).toBeGreaterThan(5000);
  });

  it("would be found out: a figure of a group that is withheld, and one that was never released", () => {
    const leaks: Record<string, (items: SentItem[]) => void> = {
      "a figure of a group that is withheld": (items) => {
        const item = items.find(({ withheld, figures }) => withheld && figures[0]) as SentItem;
        item.figures.push({ ...(item.figures[0] as SentFigure), breakdown: chosenIn(items), group: "west", base: 3 });
      },
      "the true count of a group": (items) => {
        const count = items.flatMap(({ figures }) => figures[1] ?? [])[0]?.counts[0];
        if (count) count.n += 1;
      },
      "how many are behind a withheld group": (items) =>
        Object.assign(items.find(({ withheld }) => withheld) ?? {}, { behind: 4 }),
    };
    const page = pages.find(({ wire }) => itemsIn(decodePayload(wire)).some(({ withheld }) => withheld));
    if (!page) throw new Error("no dashboard has a withheld group");
    expect(checkSent(decodePayload(page.wire), known, other.notes).faults).toEqual([]);
    for (const [what, leak] of Object.entries(leaks)) {
      const data = decodePayload(page.wire);
      leak(itemsIn(data));
      expect(checkSent(data, known, other.notes).faults.length, what).toBeGreaterThan(0);
    }
  });

  it("would be found out: an order by what is not released, a bar of a withheld group, a word or a number that nothing gives", () => {
    const doctored: Record<string, [path: RegExp, change: (html: string) => string]> = {
      "needs by exact counts": [/bedarfe$/, swapRows],
      "interfaces by exact counts": [/schnittstellen/, swapRows],
      "changes by exact p-values": [
        /verlauf/,
        (html) => swapIn(html, /<section[^>]*aria-labelledby="trends-most".*?<\/section>/s, "li"),
      ],
      "needs of the overview by exact counts": [
        /ueberblick/,
        (html) => swapIn(html, /<ol class="[^"]*overview__needs.*?<\/ol>/s, "li"),
      ],
      "a group that is withheld": [
        /bedarfe\?/,
        (html) => html.replace(/<td class="number">–<\/td>/, '<td class="number">2,1</td>'),
      ],
      "another word for p": [
        /verlauf/,
        (html) => html.replace(/<td class="number">unauffällig<\/td>/, '<td class="number">&lt; 0,01</td>'),
      ],
      "a number in a text alternative": [
        /bedarfe$/,
        (html) => html.replace('role="img" aria-label="', 'role="img" aria-label="4711 Projekte. '),
      ],
    };
    for (const [what, [address, change]] of Object.entries(doctored)) {
      const found = pages
        .filter(({ dashboard }) => address.test(dashboard.path))
        .map((page) => ({ ...page, changed: change(page.html) }));
      const page = found.find(({ html, changed }) => html !== changed);
      if (!page) throw new Error(`nothing to doctor: ${what}`);
      expect(
        checkDashboard(page.dashboard, { ...page, html: page.changed }, known, other).faults.length,
        what,
      ).toBeGreaterThan(0);
    }
  });

  it("send the same, byte for byte, when nobody's answers are left: network, goals, measures and files as well", async () => {
    for (const id of newestOf(known.releases)) {
      await reader.get(paths.releasePrint(id));
      for (const format of ["csv", "xlsx"]) await reader.get(paths.releaseExport(id, format));
      const drawn = [paths.network(id), paths.network(id, { ansicht: "matrix" }), paths.networkFile(id, "kontakte")];
      for (const path of known.releases.get(id)?.network ? drawn : []) await reader.get(path);
    }
    for (const path of [paths.goals(), paths.goalsFile(), paths.measures(), paths.annualPlan(), paths.outcomes()]) {
      await reader.get(path);
    }
    const own = await mirrorsOfLead();
    const mirror = remembering(readerWith(app, own.cookie), FIRST);
    for (const path of own.paths) await mirror.get(path);
    await forgetAnswers(urlOf(inject("adminUrl"), new URL(database.urls.app).pathname.slice(1)), own.responses);
    const left = await sql<{ n: number }>`select count(distinct response_id)::int as n from cell`.execute(
      database.owner,
    );
    expect(left.rows[0]?.n).toBeLessThanOrEqual(own.responses.length);
    const fresh = await startApp(database);
    try {
      expect(await findChanged(reader.seen, await readerOf(fresh, database.db, SECOND), SECOND)).toEqual([]);
      const lead = await sessionCookie(fresh, own.accountId);
      expect(await findChanged(mirror.seen, readerWith(fresh, lead), FIRST)).toEqual([]);
    } finally {
      await fresh.stop();
    }
    expect(reader.seen.size).toBeGreaterThan(60);
    expect(mirror.seen.size).toBeGreaterThanOrEqual(6);
  });
});

type SentFigure = { breakdown: string; group: string; base: number; counts: { n: number }[] };
type SentItem = { key: string; withheld: boolean; figures: SentFigure[] };

/** Every item in what was sent. */
function itemsIn(value: unknown): SentItem[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(itemsIn);
  return "figures" in value && "withheld" in value ? [value as SentItem, ...inner] : inner;
}
const chosenIn = (items: readonly SentItem[]) =>
  items.flatMap(({ figures }) => figures).find(({ breakdown }) => breakdown !== "total")?.breakdown ?? "region5";

/** The first two rows of the first table change their places. */
const swapRows = (html: string) => swapIn(html, /<tbody>.*?<\/tbody>/s, "tr");
function swapIn(html: string, around: RegExp, tag: "tr" | "li"): string {
  return html.replace(around, (part) =>
    part.replace(new RegExp(`(<${tag}\\b.*?</${tag}>)(<${tag}\\b.*?</${tag}>)`, "s"), "$2$1"),
  );
}

/** Whoever leads a project of the network, with its own answers and every mirror of them. */
async function mirrorsOfLead() {
  const accountId = (await findDemoAccount(database.db, "lead")) as string;
  const rows = await database.db
    .selectFrom("membership")
    .innerJoin("invitation", "invitation.project_id", "membership.project_id")
    .innerJoin("response", "response.invitation_id", "invitation.invitation_id")
    .select(["response.response_id", "invitation.invitation_id"])
    .where("membership.account_id", "=", accountId)
    .execute();
  const cookie = await sessionCookie(app, accountId);
  const list = (await readerWith(app, cookie)(paths.mirrors())).toString("utf8");
  const mirrors = [...list.matchAll(/href="\/spiegel\/([0-9a-f-]{36})"/g)].map(([, id = ""]) => id);
  const addresses = mirrors.slice(0, MIRRORS).flatMap((id) => {
    const whole = paths.mirror(id, { abschnitt: ALL_SECTIONS });
    return [paths.mirror(id), whole, paths.mirror(id, { abschnitt: ALL_SECTIONS, nach: "region5" }), dataOf(whole)];
  });
  return { accountId, cookie, paths: addresses, responses: rows.map(({ response_id: id }) => id) };
}
