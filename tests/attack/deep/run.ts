import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import loadHighs from "highs";
import { build } from "#app/commands/run.mjs";
import { openDatabase } from "#db/client.server.ts";
import { startEmbedded } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { provision } from "#db/provision.server.ts";
import { membersOf as placesOf } from "../../recount/groups.ts";
import { startApp } from "../../support/app.ts";
import { insertAccount } from "../../support/people.ts";
import { sessionCookie } from "../../support/sign-in.ts";
import type { PublishedRelease } from "../attacker/published.ts";
import { drawNetwork, type Network } from "../network.ts";
import { attackWaves, type Outcome } from "../one-network.ts";
import type { PublishedWave } from "../publish.ts";
import { reportOn } from "../report.ts";
import { type ReadRelease, readFormats } from "./read-formats.ts";
import { releaseWave, storeNetwork } from "./store.ts";

const TITLES = { standard: "standard strength", strict: "strict strength" } as const;
type Strength = keyof typeof TITLES;
/** One network in so many is attacked by the integer program too. */
const PROGRAM_EVERY = 10;
const FAULTS_AT_MOST = 10;

/**
 * Takes networks through the real database, the release that production makes, the app and every format, and attacks what is
 * read back from these. Gives back how many checks passed and failed.
 */
export async function attackDeeply(populations: number, seed: number): Promise<{ passed: number; failed: number }> {
  if (!build()) throw new Error("the app could not be built");
  const folder = await mkdtemp(path.join(tmpdir(), "praxisspiegel-attack-"));
  const server = await startEmbedded(path.join(folder, "postgres"));
  try {
    const urls = await provision(server.adminUrl, "attack");
    await migrate(urls.owner);
    const db = openDatabase(urls.app, { name: "attack", max: 4 });
    const app = await startApp({ urls } as Parameters<typeof startApp>[0]);
    const cookie = await sessionCookie(app, await insertAccount(db, { role: "steering" }));
    const get = async (address: string) => {
      const response = await fetch(app.origin + address, { headers: { Cookie: cookie } });
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return Buffer.from(await response.arrayBuffer());
    };
    try {
      return await attackAll(populations, seed, async (network, strength) => {
        const stored = await storeNetwork(db, network, strength);
        const waves: ReadRelease[] = [];
        for (const wave of network.waves.keys()) {
          const releaseId = await releaseWave(db, network, stored, { wave, strict: strength === "strict" });
          waves.push(await readFormats(get, releaseId));
        }
        return waves;
      });
    } finally {
      await app.stop();
      await db.destroy();
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

type Publish = (network: Network, strength: Strength) => Promise<ReadRelease[]>;

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
      const network = drawNetwork(seed + i);
      const read = await publish(network, strength);
      for (const [wave, release] of read.entries()) {
        const { figures, formats, faults } = compareFormats(release);
        compared.releases += 1;
        compared.formats = formats;
        compared.figures += figures;
        compared.faults.push(...faults.map((fault) => `network ${seed + i}, ${strength}, wave ${wave + 1}: ${fault}`));
      }
      const waves = read.map((release, wave) => publishedWave(network, wave, release));
      const task = { seed: seed + i, mode: strength, program: i % PROGRAM_EVERY === 0, believing: "all" as const };
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
      const [here, there] = [sorted(figures.get(place)), sorted(other.get(place))];
      return here === there ? [] : [`${place} is ${here} in ${first} and ${there} in ${name}`];
    });
  });
  return { figures: figures.size, formats: others.length + 1, faults };
}

function sorted(figure: { base: number; unanswered: number; counts: Record<string, number> } | undefined): string {
  if (!figure) return "nothing";
  const counts = Object.entries(figure.counts).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([figure.base, figure.unanswered, counts]);
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
  const members = placesOf(
    read.groups.map(({ breakdown, code }) => ({ breakdown, group_code: code })),
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
