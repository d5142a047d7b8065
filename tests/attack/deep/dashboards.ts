import { paths } from "#app/paths.ts";
import { numbersOfHead, numbersOfQuestion, piecesOf, wordsOf } from "../../crawl/check-page.ts";
import { checkPayload } from "../../crawl/check-payload.ts";
import { numbersOfInterfaces } from "../../crawl/interfaces.ts";
import { numbersOfNeeds } from "../../crawl/needs.ts";
import { numbersOfOverview } from "../../crawl/overview.ts";
import { decodePayload, payloadInPage } from "../../crawl/payload.ts";
import type { Released } from "../../crawl/released.ts";
import { numbersAroundSlides, numbersOfSlides } from "../../crawl/slides.ts";
import { numbersOfApp, strangers } from "../../crawl/strangers.ts";
import { numbersOfTrends, wavesOf } from "../../crawl/trends.ts";
import { compareSent, type Figures, figuresIn } from "./figures.ts";
import { checkInterfacesPage, checkWeakFields } from "./interfaces.ts";
import { checkNeedsPage, checkPressingNeeds } from "./needs.ts";
import { rowsOf } from "./released-counts.ts";
import { checkOverviewChanges, checkTrendsPage } from "./trends.ts";

export type Get = (path: string) => Promise<Buffer>;

/** All that is known of releases: their rows, and their figures as the formats say them. */
export type Known = { releases: ReadonlyMap<string, Released>; figures: ReadonlyMap<string, Figures> };

/** What came of reading pages: where they say what no release says, and how many figures and pages were read. */
export type PagesRead = { faults: string[]; figures: number; pages: string[] };

/** A page of what is worked out from figures: what it may say in numbers, and what its tables and lists must say. */
export type Dashboard = {
  path: string;
  numbers: () => Iterable<string>;
  check: (html: string) => string[];
};

export const dataOf = (path: string): string => path.replace(/(\?|$)/, ".data$1");

/** The dashboards of a release, as its page offers them; each by so many breakdowns at most. */
export async function dashboardsOf(
  get: Get,
  releaseId: string,
  { releases }: Known,
  most = Number.POSITIVE_INFINITY,
): Promise<Dashboard[]> {
  const released = releases.get(releaseId) as Released;
  const views = viewsIn(decodePayload((await get(dataOf(paths.release(releaseId)))).toString("utf8")));
  const breakdownsIn = new Set(released.groups.map((row) => String(row.breakdown)));
  // A panel is no breakdown of who answered this wave.
  const codes = [...breakdownsIn].filter((code) => code !== "total" && code !== "panel");
  const breakdowns = [undefined, ...codes.slice(0, most)];
  const fields = rowsOf(released, "ss_freq").map(({ row }) => row);
  const needs = breakdowns.map((breakdown) => ({
    path: paths.needs(releaseId, breakdown),
    numbers: () => numbersOfNeeds(released, breakdown),
    check: (html: string) => checkNeedsPage(html, released, breakdown),
  }));
  const choices = [
    ...breakdowns.map((breakdown, i) => ({ breakdown, field: fields[i % fields.length] })),
    ...fields.map((field) => ({ breakdown: undefined, field })),
  ];
  const interfaces = choices.map(({ breakdown, field }) => ({
    path: paths.interfaces(releaseId, { ...(breakdown && { breakdown }), ...(field && { field }) }),
    numbers: () => numbersOfInterfaces(released, breakdown, releases.values()),
    check: (html: string) => checkInterfacesPage(html, released, { breakdown, field }),
  }));
  const trends = {
    path: paths.trends(releaseId),
    numbers: () => numbersOfTrends(wavesOf(releases.values(), released)),
    check: (html: string) => checkTrendsPage(html, released, releases.values()),
  };
  return [
    ...(views.includes("needs") ? needs : []),
    ...(views.includes("interfaces") ? interfaces : []),
    ...(views.includes("trends") ? [trends] : []),
    ...[1, 2, 3, 4, 5].map((slide) => slideOf(released, [...releases.values()], slide)),
  ];
}

/** What the page of a release offers besides. */
function viewsIn(sent: unknown): string[] {
  const route = Object.entries(sent as Record<string, { data?: { views?: string[] } }>).find(([name]) =>
    name.includes("report"),
  );
  return route?.[1].data?.views ?? [];
}

/** A slide says what a view says, or shows a question: then no number but its own, and those around every slide. */
function slideOf(released: Released, all: readonly Released[], slide: number): Dashboard {
  const questions = [...new Set(released.items.map(({ question }) => String(question)))];
  const numbersOf = (id: string) => {
    const place = /^frage-(\d+)$/.exec(id)?.[1];
    return place ? numbersOfQuestion(released, questions[Number(place) - 1] ?? "", undefined) : [];
  };
  return {
    path: paths.presentation(String(released.release.release_id), slide),
    numbers: () => [
      ...numbersOfSlides(released, all),
      ...questions.flatMap((_, place) => [...numbersOf(`frage-${place + 1}`)]),
    ],
    check: (html) =>
      piecesOf(html).flatMap(({ id, html: piece }) => {
        const allowed = new Set([...numbersOf(id), ...numbersAroundSlides(released)]);
        return id ? strangers(wordsOf(piece).words, allowed).map((one) => `slide ${slide}, ${id}: ${one}`) : [];
      }),
  };
}

/** The overview: the newest waves of every questionnaire. */
export function overviewOf({ releases }: Known): Dashboard {
  const all = [...releases.values()];
  const closed = (one: Released | undefined) => Number(one?.release.closed_at);
  const series = [...Map.groupBy(all, ({ release }) => `${release.questionnaire} ${release.respondents}`).values()]
    .map((own) => wavesOf(own, newestOf(own)))
    .filter((waves) => waves.length > 0)
    .sort((a, b) => closed(b.at(-1)) - closed(a.at(-1)));
  const newestWith = (question: string) =>
    series.map((waves) => waves.at(-1) as Released).find((one) => rowsOf(one, question).length > 0);
  const [needs, interfaces] = [newestWith("bed_gedeckt"), newestWith("ss_detail")];
  const compared = series.filter((waves) => waves.length > 1 && waves[0]?.release.respondents === "projects");
  return {
    path: paths.overview(),
    numbers: () => [...numbersOfOverview(all), ...all.flatMap((one) => [...numbersOfHead(one)])],
    check: (html) => [
      ...(needs ? checkPressingNeeds(html, needs) : []),
      ...(interfaces ? checkWeakFields(html, interfaces) : []),
      ...checkOverviewChanges(html, compared),
    ],
  };
}

const newestOf = (own: readonly Released[]) =>
  own
    .filter(({ release }) => release.kind === "final")
    .reduce(
      (one, other) => (Number(other.release.closed_at) > Number(one.release.closed_at) ? other : one),
      own[0] as Released,
    );

/** Reads pages as they are sent: their data, the same data inside the page, their tables and lists, and every other number. */
export async function readDashboards(get: Get, dashboards: readonly Dashboard[], known: Known): Promise<PagesRead> {
  const read: PagesRead = { faults: [], figures: 0, pages: [] };
  for (const dashboard of dashboards) {
    const html = (await get(dashboard.path)).toString("utf8");
    const wire = (await get(dataOf(dashboard.path))).toString("utf8");
    const { faults, figures } = checkDashboard(dashboard, { html, wire }, known);
    read.faults.push(...faults.map((fault) => `${dashboard.path}: ${fault}`));
    read.figures += figures;
    read.pages.push(dashboard.path);
  }
  return read;
}

/** Other declared sources beside releases, goals and notes: numbers on the page, and how goals are taken out of what was sent. */
export type OtherSources = {
  numbers: Iterable<string>;
  takeOut: (sent: Record<string, unknown>) => string[];
  /** how many are open, by release and item */
  notes: ReadonlyMap<string, number>;
};

/** What is wrong with one page as it was sent. */
export function checkDashboard(
  { path, check, numbers }: Dashboard,
  { html, wire }: { html: string; wire: string },
  { releases, figures: known }: Known,
  other?: OtherSources,
): { faults: string[]; figures: number } {
  const released = [...releases.values()].find(({ release }) => path.includes(String(release.release_id)));
  const words = new Set([
    ...numbersOfApp(releases),
    ...(released ? numbersOfHead(released) : []),
    ...numbers(),
    ...(other?.numbers ?? []),
  ]);
  const sent = [wire, payloadInPage(html)].map((one) => {
    const data = decodePayload(one) as Record<string, unknown>;
    const taken = other?.takeOut((data.loaderData as typeof data | undefined) ?? data) ?? [];
    const read = checkSent(data, { releases, figures: known }, other?.notes);
    return { ...read, faults: [...taken, ...read.faults] };
  });
  return {
    figures: sent.reduce((sum, one) => sum + one.figures, 0),
    faults: [
      ...sent.flatMap(({ faults }) => faults),
      ...check(html),
      ...strangers(wordsOf(html).words, words, path).map((one) => `nothing says ${one}`),
    ],
  };
}

/** What is wrong with the data of a page. */
export function checkSent(
  data: unknown,
  { releases, figures }: Known,
  notes?: ReadonlyMap<string, number>,
): { faults: string[]; figures: number } {
  const sent = figuresIn(data);
  return {
    figures: [...sent.values()].reduce((sum, own) => sum + own.size, 0),
    faults: [...compareSent(sent, figures), ...checkPayload(data, releases, new Set(), undefined, notes).faults],
  };
}
