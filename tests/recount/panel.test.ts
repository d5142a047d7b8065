import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeRelease } from "#app/domain/release/make-release.server.ts";
import type { Tx } from "#db/client.server.ts";
import { startTransaction, type TestDatabase } from "../support/database.ts";
import { createSeededDatabase } from "../support/seeded.ts";
import { obstacleOf } from "./groups.ts";
import { type PublishedRule, protect, recordKeyOf } from "./protection.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createSeededDatabase();
}, 240_000);
afterAll(() => database?.dispose());

async function inTransaction<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
  const { tx, rollback } = await startTransaction(database.owner);
  try {
    return await run(tx);
  } finally {
    await rollback();
  }
}

type Wave = { release_id: string; round_id: string; wave: string; rule: PublishedRule; key: Buffer };
const wavesOf = async (tx: Tx, questionnaire: string) =>
  (
    await sql<Wave>`
      select release_id, round_id, wave, rule, key from release join rounding_key using (round_id)
      where questionnaire = ${questionnaire} and kind = 'final' order by closed_at`.execute(tx)
  ).rows;

type Given = {
  round_id: string;
  project: string;
  organisation: string;
  response_id: string;
  item: string;
  code: string;
};

/** Every valid code that a project gave in these rounds, by the lists of the newer release; unlisted ones as one. */
const givenIn = async (tx: Tx, releaseId: string, rounds: string[]) =>
  (
    await sql<Given>`
      with listed as (
        select item, scale, code ->> 'code' as code, coalesce((code ->> 'missing')::boolean, false) as missing
        from release_item cross join jsonb_array_elements(codes) code where release_id = ${releaseId}
      )
      select distinct response.round_id, project_id as project, organisation_id as organisation, response_id, cell.item,
        coalesce(listed.code, '-unlisted') as code
      from response join invitation using (round_id, invitation_id) join cell using (round_id, response_id)
        join release_item asked on asked.release_id = ${releaseId} and asked.item = cell.item
          and asked.scale in ('choice', 'multiple', 'ordinal')
        left join listed on listed.item = cell.item and listed.code = cell.code
      where response.round_id = any (${rounds}::uuid[]) and response.state <> 'draft' and cell.visible
        and not coalesce(listed.missing, false)`.execute(tx)
  ).rows;

/** Recounts every panel figure of a release from the answers of both rounds, and holds the three sets against the rule. */
async function recountPanel(tx: Tx, now: Wave, before: Wave) {
  const given = Map.groupBy(await givenIn(tx, now.release_id, [now.round_id, before.round_id]), ({ item }) => item);
  const items = await tx.selectFrom("release_item").selectAll().where("release_id", "=", now.release_id).execute();
  const figures = await tx
    .selectFrom("release_figure")
    .selectAll()
    .where("release_id", "=", now.release_id)
    .where("breakdown", "=", "panel")
    .execute();
  const seen = { figures: 0, withheld: 0, changed: 0 };
  for (const { item, scale, withheld } of items.filter((one) =>
    ["choice", "multiple", "ordinal"].includes(one.scale),
  )) {
    const own = figures.filter((one) => one.item === item);
    expect(own.length, item).toBe(withheld.includes("panel") ? 0 : 2);
    if (own.length === 0) {
      seen.withheld += 1;
      continue;
    }
    const rows = given.get(item) ?? [];
    const people = (round: string) =>
      new Map(rows.filter((one) => one.round_id === round).map((one) => [one.project, one.organisation]));
    const [here, there] = [people(now.round_id), people(before.round_id)];
    const both = [...here.keys()].filter((project) => there.has(project));
    const sets = [
      both.map((project) => here.get(project) ?? ""),
      both.map((project) => there.get(project) ?? ""),
      [...here].flatMap(([project, organisation]) => (there.has(project) ? [] : organisation)),
      [...there].flatMap(([project, organisation]) => (here.has(project) ? [] : organisation)),
    ];
    expect(
      sets.map((set) => obstacleOf(set, now.rule)),
      item,
    ).toEqual(["", "", "", ""]);
    for (const [group, wave] of [
      ["now", now],
      ["before", before],
    ] as const) {
      const mine = rows.filter((one) => one.round_id === wave.round_id);
      const counted = mine.filter(({ project }) => both.includes(project));
      const at = (list: readonly Given[], code: string) => {
        const ids = new Set(list.map(({ response_id }) => response_id));
        const records = [...ids].reduce((sum, id) => sum + recordKeyOf(wave.key, id), 0n);
        return protect({ n: ids.size, records, empty: `panel/${group}` }, { item, code }, wave.rule, wave.key);
      };
      const codes = [...new Set(mine.map(({ code }) => code))];
      const shown = codes.map(
        (code) =>
          [
            code,
            at(
              counted.filter((one) => one.code === code),
              code,
            ),
          ] as const,
      );
      const sum = shown.reduce((all, [, n]) => all + n, 0);
      const base = scale === "multiple" ? at(counted, "-base") : sum;
      const expected = shown.map(([code, n]) => [code, Math.min(n, base)]).filter(([, n]) => n !== 0);
      const row = own.find((one) => one.group_code === group);
      expect(row?.base, `${item} ${group}`).toBe(base);
      expect(row?.unanswered, `${item} ${group}`).toBe(0);
      expect(Object.fromEntries(row?.counts.map(({ code, n }) => [code, n]) ?? []), `${item} ${group}`).toEqual(
        Object.fromEntries(expected),
      );
      seen.figures += 1;
      if (base !== both.length) seen.changed += 1;
    }
  }
  expect(figures).toHaveLength(seen.figures);
  return seen;
}

describe("the panel of those who answered both times", () => {
  it.each([
    ["bedarfe", 100],
    ["puls", 8],
    ["schnittstellen", 100],
    ["netzwerk", 4],
  ])("of %s is what SQL and the published protection make of the answers of both rounds", async (name, least) => {
    const seen = await inTransaction(async (tx) => {
      const [now, before] = (await wavesOf(tx, name)).toReversed();
      if (!now || !before) throw new Error(`the sample has two waves of ${name}`);
      return recountPanel(tx, now, before);
    });
    expect(seen.figures).toBeGreaterThanOrEqual(least);
    expect(seen.changed).toBeGreaterThan(0);
    if (name !== "puls") expect(seen.withheld).toBeGreaterThan(0);
  });

  it("is the same when it is made again, and not there after an erasure before or with another strength", async () => {
    const round = await database.owner
      .selectFrom("round")
      .select("round_id")
      .where("state", "=", "closed")
      .executeTakeFirstOrThrow();
    await sql`insert into rounding_key values (${round.round_id}, gen_random_uuid(), ${Buffer.alloc(32, 7)}, now())`.execute(
      database.owner,
    );
    const made = (prepare: (tx: Tx) => Promise<unknown> = async () => {}) =>
      inTransaction(async (tx) => {
        await prepare(tx);
        const { releaseId } = await makeRelease(tx, { roundId: round.round_id, actorId: null, now: new Date() });
        const of = (table: "release_group" | "release_item" | "release_figure") =>
          tx
            .selectFrom(table as "release_figure")
            .selectAll()
            .where("release_id", "=", releaseId)
            .execute();
        const rows = [...(await of("release_group")), ...(await of("release_item")), ...(await of("release_figure"))];
        // In whatever order the database gives them back.
        const textOf = ({ release_id: _, ...row }: (typeof rows)[number]) => JSON.stringify(row);
        return rows
          .map(textOf)
          .sort()
          .map((row): Record<string, unknown> => JSON.parse(row));
      });
    const isPanel = (row: object) => "breakdown" in row && row.breakdown === "panel";
    const first = await made();
    expect(first.filter(isPanel).length).toBeGreaterThan(10);
    expect(await made()).toEqual(first);

    const erased = await made(async (tx) => {
      const [before] = await wavesOf(tx, "netzwerkziele");
      await sql`select erase_response(round_id, invitation_id) from response
        where round_id = ${before?.round_id} and state <> 'draft' order by response_id limit 1`.execute(tx);
    });
    expect(erased.filter(isPanel)).toEqual([]);
    expect(erased.filter((row) => "counts" in row)).toEqual(first.filter((row) => "counts" in row && !isPanel(row)));

    const strict = await made(async (tx) => {
      await sql`alter table round disable trigger keep_closed_round`.execute(tx);
      await tx.updateTable("round").set({ strict: true }).where("round_id", "=", round.round_id).execute();
    });
    expect(strict.filter(isPanel)).toEqual([]);
  });
});
