import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { glanceOf } from "#app/components/mirror/glance.ts";
import { ALL_SECTIONS, paths } from "#app/paths.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { startApp, type TestApp } from "../support/app.ts";
import type { TestDatabase } from "../support/database.ts";
import { insertAccount } from "../support/people.ts";
import { createSeededDatabase } from "../support/seeded.ts";
import { sessionCookie } from "../support/sign-in.ts";
import { checkPayload } from "./check-payload.ts";
import { decodePayload, payloadInPage } from "./payload.ts";
import { type Released, readReleased } from "./released.ts";

/**
 * As a member of a project, every mirror with every own group: no number but those of the release that it names. Beside them
 * stand, as texts, the project's own answers with the words of the questionnaire, and what was decided because of the round.
 */

let database: TestDatabase;
let app: TestApp;
let releases: Map<string, Released>;
let own: Set<string>;
/** Payloads; what stands out is told apart, since it follows from the rest. */
let sent: { path: string; data: unknown; glance: unknown }[];

/** A place in a ranking stands before the answer. */
const PLACES = Array.from({ length: 12 }, (_, place) => String(place + 1));

beforeAll(async () => {
  database = await createSeededDatabase();
  app = await startApp(database);
  const lead = (await findDemoAccount(database.db, "lead")) as string;
  const { project_id: projectId } = await database.db
    .selectFrom("membership")
    .select("project_id")
    .where("account_id", "=", lead)
    .executeTakeFirstOrThrow();
  releases = await readReleased(database.report);
  own = await textsOf(projectId as string);
  const cookie = await sessionCookie(
    app,
    await insertAccount(database.db, { role: "member", projectId: projectId as string }),
  );
  const get = async (path: string) =>
    (await fetch(app.origin + path, { headers: { Cookie: cookie }, redirect: "manual" })).text();
  const list = await get(paths.mirrors());
  sent = [received(paths.mirrors(), list)];
  for (const [, id = ""] of list.matchAll(/href="\/spiegel\/([0-9a-f-]{36})"/g)) {
    const start = await get(paths.mirror(id));
    sent.push(received(paths.mirror(id), start));
    const sections = sectionsIn(start);
    expect(sections.size).toBeGreaterThan(1);
    for (const abschnitt of sections) {
      const path = paths.mirror(id, { abschnitt });
      sent.push(received(path, await get(path)));
      const broken = paths.mirror(id, { abschnitt, nach: "region5" });
      sent.push(received(broken, await get(broken)));
    }
    const page = await get(paths.mirror(id, { abschnitt: ALL_SECTIONS }));
    const groups = [...page.matchAll(/<option\b[^>]*\bvalue="([^"]+)"/g)].map(([, value]) => value);
    for (const group of [undefined, ...groups]) {
      const path = paths.mirror(id, { abschnitt: ALL_SECTIONS, nach: group });
      sent.push(received(path, group ? await get(path) : page));
    }
  }
}, 600_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

/** A payload with what stands out beside it. */
function received(path: string, page: string) {
  const data = decodePayload(payloadInPage(page));
  const { glance, ...mirror } = mirrorIn(data);
  const { loaderData } = data as { loaderData: Record<string, unknown> };
  const route = Object.keys(loaderData).find((name) => name.includes("mirror")) as string;
  return { path, data: { ...(data as object), loaderData: { ...loaderData, [route]: mirror } }, glance };
}

function mirrorIn(data: unknown): Record<string, unknown> {
  const { loaderData } = data as { loaderData: Record<string, Record<string, unknown>> };
  return Object.entries(loaderData).find(([route]) => route.includes("mirror"))?.[1] ?? {};
}

/** Places of the sections to which a mirror leads. */
function sectionsIn(page: string): Set<string> {
  const places = [...page.matchAll(/href="[^"]*\?abschnitt=([^"&#]+)/g)].map(([, name = ""]) =>
    decodeURIComponent(name),
  );
  return new Set(places.filter((place) => place !== ALL_SECTIONS));
}

/** Every text that the project may read beside figures. */
async function textsOf(projectId: string): Promise<Set<string>> {
  const rows = async (query: string) => (await sql.raw(query).execute(database.owner)).rows;
  const words = new Set(
    stringsIn([
      await rows("select definition from version"),
      await rows("select title, wave, closed_at, closes_at from round"),
      await rows(
        `select answers from submission join response using (round_id, response_id)
         join invitation using (invitation_id) where project_id = '${projectId}'`,
      ),
      await rows("select measure.*, starts_on::text as a, ends_on::text as b from measure"),
      await rows("select * from measure_evidence"),
    ]),
  );
  return new Set([...words, ...PLACES, ...PLACES.flatMap((place) => [...words].map((word) => `${place}. ${word}`))]);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value instanceof Date) return [value.toISOString()];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

test("every mirror sends figures of its release, place by place, and no other number", () => {
  const results = sent.map(({ path, data }) => ({ path, ...checkPayload(data, releases, own) }));
  expect(results.flatMap(({ path, faults }) => faults.map((fault) => `${path} ${fault}`)).slice(0, 30)).toEqual([]);
  expect(results.length).toBeGreaterThan(10);
  expect(results.reduce((sum, { compared }) => sum + compared, 0)).toBeGreaterThan(3000);
});

test("what stands out is counted from what the page with all sections sends, and is the same there and at the start", () => {
  const glances = sent.flatMap(({ path, glance }) =>
    glance ? [{ of: path.split("?")[0], isStart: !path.includes("?"), glance }] : [],
  );
  const wholes = sent.filter(({ path }) => path.endsWith(`abschnitt=${ALL_SECTIONS}`));
  expect(wholes.length).toBeGreaterThan(3);
  for (const { path, data } of wholes) {
    const expected = glanceOf(mirrorIn(data) as never);
    const own = glances.filter(({ of }) => of === path.split("?")[0]);
    expect(own.some(({ isStart }) => isStart)).toBe(true);
    for (const { glance } of own) expect(glance).toEqual(expected);
  }
});

test("a number that is added or exchanged would be found out", () => {
  type Leaky = { blocks: { items: { figures: { counts: { n: number }[] }[] }[] }[] };
  const page = sent.find(({ path }) => path.includes("nach=")) as (typeof sent)[number];
  const leaks: ((mirror: Leaky) => void)[] = [
    (mirror) => Object.assign(mirror, { alike: 4 }),
    ({ blocks }) => {
      const count = blocks.flatMap(({ items }) => items)[0]?.figures[1]?.counts[0];
      if (count) count.n += 1;
    },
  ];
  for (const leak of leaks) {
    const data = structuredClone(page.data);
    leak(mirrorIn(data) as Leaky);
    expect(checkPayload(data, releases, own).faults.length).toBeGreaterThan(0);
  }
});
