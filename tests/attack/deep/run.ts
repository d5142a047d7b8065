import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import loadHighs from "highs";
import { build } from "#app/commands/run.mjs";
import { openDatabase } from "#db/client.server.ts";
import { startEmbedded } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { provision } from "#db/provision.server.ts";
import { readReleased } from "../../crawl/released.ts";
import { membersOf as placesOf } from "../../recount/groups.ts";
import { startApp } from "../../support/app.ts";
import { PANEL } from "../attacker/panels.ts";
import type { PublishedRelease } from "../attacker/published.ts";
import { drawNetwork, type Network } from "../network.ts";
import { attackWaves, type Outcome } from "../one-network.ts";
import type { PublishedWave } from "../publish.ts";
import { reportOn } from "../report.ts";
import { withDashboards } from "./dashboard-questions.ts";
import { dashboardsOf, type Get, overviewOf, type PagesRead, readDashboards } from "./dashboards.ts";
import { type Figures, inWords } from "./figures.ts";
import { findChanged, forgetAnswers, remembering, urlOf } from "./forget.ts";
import { type ReadRelease, readFormats } from "./read-formats.ts";
import { readerOf } from "./reader.ts";
import { releaseWave, storeNetwork } from "./store.ts";

const TITLES = { standard: "standard strength", strict: "strict strength" } as const;
type Strength = keyof typeof TITLES;
/** One network in so many is attacked by the integer program too. */
const PROGRAM_EVERY = 10;
const FAULTS_AT_MOST = 10;

/** The database that is thrown away afterwards. */
const DATABASE = "attack";

/**
 * Takes networks through the real database, the release that production makes, the app, every format and every dashboard, and
 * attacks what is read back from these. Last, all answers are taken away: whatever is then sent otherwise than before did not
 * follow from releases. Gives back how many checks passed and failed.
 */
export async function attackDeeply(populations: number, seed: number): Promise<{ passed: number; failed: number }> {
  if (!build()) throw new Error("the app could not be built");
  const folder = await mkdtemp(path.join(tmpdir(), "praxisspiegel-attack-"));
  const server = await startEmbedded(path.join(folder, "postgres"));
  try {
    const urls = await provision(server.adminUrl, DATABASE);
    await migrate(urls.owner);
    const db = openDatabase(urls.app, { name: "attack", max: 4 });
    const report = openDatabase(urls.report, { name: "attack-report", max: 2 });
    const app = await startApp({ urls } as Parameters<typeof startApp>[0]);
    const first = remembering(await readerOf(app, db, FIRST_READER), FIRST_READER);
    const dashboards: PagesRead = { faults: [], figures: 0, pages: [] };
    const figures = new Map<string, Figures>();
    const releases: Awaited<ReturnType<typeof readReleased>> = new Map();
    const known = { releases, figures };
    const read = async (pages: Parameters<typeof readDashboards>[1], get: Get) => {
      const one = await readDashboards(get, pages, known);
      for (const name of ["faults", "pages"] as const) dashboards[name].push(...one[name]);
      dashboards.figures += one.figures;
    };
    try {
      const attacked = await attackAll(populations, seed, async (network, strength, place) => {
        const stored = await storeNetwork(db, network, { name: strength, place });
        const waves: ReadRelease[] = [];
        for (const wave of network.waves.keys()) {
          const releaseId = await releaseWave(db, network, stored, { wave, strict: strength === "strict" });
          const formats = await readFormats(first.get, releaseId);
          figures.set(releaseId, formats.formats.data as Figures);
          for (const [id, rows] of await readReleased(report, [releaseId])) releases.set(id, rows);
          await read(await dashboardsOf(first.get, releaseId, known), first.get);
          waves.push(formats);
        }
        return waves;
      });
      await read([overviewOf(known)], first.get);
      const changed = await readWithoutAnswers(urlOf(server.adminUrl, DATABASE), first.seen, async () => {
        const fresh = await startApp({ urls } as Parameters<typeof startApp>[0]);
        return { get: await readerOf(fresh, db, SECOND_READER), stop: fresh.stop };
      });
      return addChecks(attacked, dashboards, { changed, addresses: first.seen.size });
    } finally {
      await app.stop();
      await Promise.all([db.destroy(), report.destroy()]);
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const [FIRST_READER, SECOND_READER] = ["Liest zuerst", "Liest danach"];

type Reading = { get: Get; stop: () => Promise<void> };

/** The addresses at which a fresh process sends something else once nobody's answers are left. */
async function readWithoutAnswers(
  superuserUrl: string,
  before: ReadonlyMap<string, string>,
  open: () => Promise<Reading>,
): Promise<string[]> {
  await forgetAnswers(superuserUrl);
  const { get, stop } = await open();
  try {
    return await findChanged(before, get, SECOND_READER);
  } finally {
    await stop();
  }
}

function addChecks(
  { passed, failed }: { passed: number; failed: number },
  { faults, figures, pages }: PagesRead,
  { changed, addresses }: { changed: string[]; addresses: number },
) {
  console.log(
    `== dashboards: ${pages.length} pages read, ${figures} figures in their data; ${addresses} addresses in all`,
  );
  for (const line of [...faults, ...changed].slice(0, FAULTS_AT_MOST)) console.log(`   ${line}`);
  const checks = [
    {
      what: "dashboards say and order nothing that does not follow from releases",
      holds: !faults.length && figures > 0,
    },
    { what: "every address sends the same without anybody's answers", holds: changed.length === 0 },
  ];
  for (const { what, holds } of checks) console.log(`   ${holds ? "ok  " : "FAIL"} ${what}`);
  const held = checks.filter(({ holds }) => holds).length;
  return { passed: passed + held, failed: failed + checks.length - held };
}

type Publish = (network: Network, strength: Strength, place: number) => Promise<ReadRelease[]>;

async function attackAll(
  populations: number,
  seed: number,
  publish: Publish,
): Promise<{ passed: number; failed: number }> {
  const highs = await loadHighs();
  const started = performance.now();
  const outcomes: Outcome[] = [];
  const compared = { releases: 0, formats: 0, figures: 0, faults: [] as string[] };
  for (let i = 0; i < populations; i++) {
    for (const strength of Object.keys(TITLES) as Strength[]) {
      const network = withDashboards(drawNetwork(seed + i));
      const read = await publish(network, strength, outcomes.length);
      for (const [wave, release] of read.entries()) {
        const { figures, formats, faults } = compareFormats(release);
        compared.releases += 1;
        compared.formats = formats;
        compared.figures += figures;
        compared.faults.push(...faults.map((fault) => `network ${seed + i}, ${strength}, wave ${wave + 1}: ${fault}`));
      }
      const waves = read.map((release, wave) => publishedWave(network, wave, release));
      const task = {
        seed: seed + i,
        mode: strength,
        program: i % PROGRAM_EVERY === 0,
        believing: "all" as const,
        panels: true,
      };
      outcomes.push(attackWaves(network, waves, task, task.program ? highs : undefined));
    }
    console.log(`   ${i + 1} of ${populations}, ${Math.round((performance.now() - started) / 1000)} s`);
  }
  const { releases, formats, figures, faults } = compared;
  const checks = [{ what: "every format says the same", holds: faults.length === 0 && figures > 0 }];
  console.log(`${releases} releases through the database, ${figures} figures read from each of ${formats} formats`);
  for (const fault of faults.slice(0, FAULTS_AT_MOST)) console.log(`   ${fault}`);
  for (const [strength, title] of Object.entries(TITLES)) {
    const report = reportOn(
      strength as Strength,
      outcomes.filter(({ mode }) => mode === strength),
    );
    console.log(`== ${title}, read back from the formats`);
    for (const line of report.lines) console.log(`   ${line}`);
    checks.push(...report.checks);
  }
  for (const { what, holds } of checks) console.log(`   ${holds ? "ok  " : "FAIL"} ${what}`);
  const passed = checks.filter(({ holds }) => holds).length;
  return { passed, failed: checks.length - passed };
}

/** Figures that a format has and another has not, or says otherwise. */
function compareFormats({ formats }: ReadRelease) {
  const [[first = "", figures] = [], ...others] = Object.entries(formats);
  if (!figures) throw new Error("nothing was read");
  const faults = others.flatMap(([name, other]) => {
    const places = new Set([...figures.keys(), ...other.keys()]);
    return [...places].flatMap((place) => {
      const [here, there] = [inWords(figures.get(place)), inWords(other.get(place))];
      return here === there ? [] : [`${place} is ${here} in ${first} and ${there} in ${name}`];
    });
  });
  return { figures: figures.size, formats: others.length + 1, faults };
}

/** What the attacker gets: what was read back, and who answered. */
function publishedWave(network: Network, wave: number, read: ReadRelease): PublishedWave {
  const sheets = network.waves[wave] ?? [];
  const breakdowns = [...new Set(read.groups.map(({ breakdown }) => breakdown))];
  const people = sheets.map(({ id, project: { organisation, values } }) => {
    const attributes = Object.fromEntries(
      Object.entries(values).flatMap(([code, one]) => (one ? [[code, [one]]] : [])),
    );
    return { id, organisation, attributes };
  });
  // Whoever is in a panel does not follow from attributes: the attacker looks who answered both waves.
  const members = placesOf(
    read.groups
      .filter(({ breakdown }) => breakdown !== PANEL)
      .map(({ breakdown, code }) => ({ breakdown, group_code: code })),
    people,
  );
  const valuesOf = new Map(sheets.map(({ id, project }) => [id, project.values]));
  const release: PublishedRelease = {
    ...{ number: read.number, kind: "final", rule: read.rule },
    groups: read.groups.map(({ breakdown, code }) => {
      const own = members.filter((one) => one.breakdown === breakdown && one.group === code);
      return { breakdown, code, values: [...new Set(own.map(({ id }) => valuesOf.get(id)?.[breakdown] ?? ""))] };
    }),
    items: read.items.map(({ item, scale, codes }) => ({
      ...{ item, codes, scale: scale as "choice" | "ordinal" | "multiple" },
      withheld: breakdowns.filter((breakdown) => !isShown(read, item, breakdown)),
    })),
    figures: read.groups.flatMap(({ breakdown, code: group }) =>
      read.items.flatMap(({ item }) => {
        const figure = read.formats.data?.get(`${item} ${breakdown} ${group}`);
        if (!figure) return [];
        const counts = Object.entries(figure.counts).map(([code, n]) => ({ code, n }));
        return [{ item, breakdown, group, base: figure.base, unanswered: figure.unanswered, counts }];
      }),
    ),
  };
  const respondents = sheets.map(({ id, project }) => {
    return { id, project: project.id, organisation: project.organisation, values: project.values, after: 0 };
  });
  return { releases: [release], respondents, sheets };
}

const isShown = ({ formats, groups }: ReadRelease, item: string, breakdown: string) =>
  groups.some((group) => group.breakdown === breakdown && formats.data?.has(`${item} ${breakdown} ${group.code}`));
